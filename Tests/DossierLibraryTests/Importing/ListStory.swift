import DossierLibrary
import DossierModel
import DossierTestSupport

/// A list of invented persons as it is imported, and what is done with it.
struct ListStory {
    let library: TestLibrary

    init() throws { library = try TestLibrary() }

    /// The records of two rows; the year of birth and the occupation of the first may differ.
    static func told(_ year: String = "1931", occupation: String? = nil, rows: Int = 2) throws -> [Record] {
        let texts = (1...rows).map { row in
            """
            record: person
            id: person-list-\(row)
            language: ko
            names: [{script: hangul, family: 온, given: 가람솔}]
            birthDate: \(row == 1 ? year : "1940")
            \(row == 1 ? occupation.map { "occupation: \($0)" } ?? "" : "")
            ---
            record: case
            id: case-list-\(row)
            language: ko
            person: person-list-\(row)
            """
        }
        return try Story.told(texts.joined(separator: "\n---\n"))
    }

    @discardableResult
    func importing(_ records: [Record], mapping: String = "source: list", seconds: Double = 0) throws
        -> (batch: Int?, plan: ImportPlan)
    {
        try library.opened {
            try $0.importList(
                records, of: ImportedList(source: "list", file: "0f", mapping: mapping),
                change: TestLibrary.change("import", seconds: seconds))
        }
    }

    func plan(_ records: [Record]) throws -> ImportPlan {
        try library.opened(readOnly: true) { try $0.planImport(of: records) }
    }

    @discardableResult
    func undo(_ batch: Int) throws -> Library.UndoReport {
        try library.opened { try $0.undoImport(batch, change: TestLibrary.change("undo")) }
    }

    /// Why an import cannot be undone; nil when it was.
    func refusal(_ batch: Int) throws -> Library.UndoRefusal? {
        do {
            try undo(batch)
            return nil
        } catch let error as Library.UndoRefusal {
            return error
        }
    }

    func record(_ text: String) throws -> Record? {
        let id = try id(text)
        return try library.opened(readOnly: true) { try $0.record(id) }
    }

    func revision(_ text: String) throws -> Int? {
        let id = try id(text)
        return try library.opened(readOnly: true) { try $0.standing(of: id)?.revision }
    }

    /// The year of birth of the first row as the library has it.
    func years() throws -> [String] {
        try record("person-list-1")?[PersonFields.birthDate].accounts.map(\.value.date.edtf) ?? []
    }

    /// Somebody changes a record.
    func change(_ text: String, _ field: String, _ yaml: String) throws {
        guard let record = try record(text) else { throw TestDataError("no \(text)") }
        let change = try Story.told("record: \(record.kind.rawValue)\nid: \(text)\nlanguage: ko\n\(field): \(yaml)\n")[
            0]
        var changed = record
        changed.entries[field] = change.entries[field]
        try library.save([changed])
    }

    func breaks() throws -> [Library.LedgerVerdict.Break] { try library.verdict().breaks }
}
