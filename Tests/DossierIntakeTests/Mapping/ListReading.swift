import DossierIntake
import DossierModel
import Testing

/// A list and its mapping, as somebody would write them.
struct ListReading {
    var mapping: String
    var rows: [String]

    /// Divides names as the test says: the first letter is the family name of a name in Hangul or Han characters.
    static let divide: @Sendable (String) -> PersonName? = { text in
        guard text.count > 1, !text.contains(" "), text.unicodeScalars.allSatisfy({ $0.value > 0x3000 }) else {
            return nil
        }
        return PersonName(script: .hangul, family: String(text.prefix(1)), given: String(text.dropFirst()))
    }

    private func table() throws -> Table {
        try TableReader().table(Array(rows.joined(separator: "\n").utf8), path: "list.csv")
    }

    func mappingValue() throws -> TableMapping {
        try TableMapping(from: YAMLDocuments(Array(mapping.utf8), file: "m.yaml").documents[0], path: "m.yaml")
    }

    func reading() throws -> TableReading {
        let table = try table()
        return TableReading(table, RowReader(try mappingValue(), columns: table.columns, divide: Self.divide))
    }

    func records() throws -> [Record] {
        let reading = try reading()
        #expect(reading.findings == [], "\(reading.findings)")
        return reading.records
    }

    func person(_ key: String = "1") throws -> Record {
        let id = "person-t-\(key)"
        return try #require(try records().first { $0.id.text == id }, "\(id)")
    }

    func findings() throws -> [String] {
        try reading().findings.map { "\($0.row) \($0.column) \($0.rule.code)" }
    }

    /// A list of one column besides number and name.
    static func one(_ cell: String, _ target: String, unknown: String = "[]") -> ListReading {
        ListReading(
            mapping: """
                source: t
                language: ko
                key: [no]
                unknown: \(unknown)
                columns: {no: ignore, 이름: person.names, x: \(target)}
                """, rows: ["no,이름,x", "1,김철수,\(cell)"])
    }
}
