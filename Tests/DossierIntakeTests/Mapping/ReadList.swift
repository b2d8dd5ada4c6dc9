import DossierIntake
import DossierModel
import DossierTestSupport

/// A list read by a mapping: the persons are invented.
struct ReadList {
    let reading: TableReading

    /// `columns` are those of the mapping, in YAML, with `번호` for the key; `head` holds further keys of the mapping.
    init(_ csv: String, _ columns: String, _ head: String = "") throws {
        let mapping = try Self.mapping(columns, head)
        let table = try TableReader().table(Array(csv.utf8), path: "list.csv")
        reading = TableReading(table, RowReader(mapping, columns: table.columns, divide: Self.divide))
    }

    static func mapping(_ columns: String, _ head: String = "") throws -> TableMapping {
        let key = head.contains("key:") ? "" : "key: 번호\n"
        let lines = columns.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        return try mapping(yaml: "source: list\n\(key)\(head)\ncolumns:\n\(lines)\n")
    }

    static func mapping(yaml: String) throws -> TableMapping {
        let documents = YAMLDocuments(Array(yaml.utf8), file: "mapping.yaml")
        guard documents.findings.isEmpty, let node = documents.documents.first else {
            throw TestDataError("\(documents.findings)")
        }
        return try TableMapping(from: node, path: "mapping.yaml")
    }

    /// One letter of Hangul or Han is the family name, or the first of two Latin words.
    @Sendable static func divide(_ text: String) -> PersonName? {
        let words = text.split(separator: " ")
        if words.count == 2 {
            return PersonName(script: .latin, family: String(words[0]), given: String(words[1]))
        }
        guard text.count > 1, text.first?.isASCII == false else { return nil }
        return PersonName(script: .hangul, family: String(text.prefix(1)), given: String(text.dropFirst()))
    }

    var records: [Record] { reading.records }
    var rules: [String] { reading.findings.map(\.rule.code) }

    func only(_ kind: RecordKind) throws -> Record {
        let found = records.filter { $0.kind == kind }
        guard found.count == 1 else { throw TestDataError("\(found.count) of \(kind): \(reading.findings)") }
        return found[0]
    }

    var people: [Record] { records.filter { $0.kind == .person } }

    /// As it stands, in quotation marks: what is written for spreadsheets has an apostrophe before signs.
    static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    /// One list of one row with a name and one more cell.
    static func cell(_ text: String, _ target: String, _ head: String = "") throws -> ReadList {
        try ReadList("번호,성명,칸\n1,김가나,\(quoted(text))\n", "성명: person.names\n칸: \(target)", head)
    }
}

extension Record {
    /// Names as people read them, with their script.
    var written: [String] {
        self[PersonFields.names].accounts.flatMap(\.value).map {
            "\($0.script.rawValue) \($0.family ?? "–") \($0.given ?? "–")"
        }
    }
}
