import DossierModel
import DossierTestSupport

/// Records as case files tell them.
enum Story {
    /// The records of the complete story.
    static func records() throws -> [Record] { try CaseStory.complete().records() }

    /// The records of the story with one field answered otherwise; nil takes the field out.
    static func records(_ field: String, of id: String, _ yaml: String?) throws -> [Record] {
        try CaseStory.complete().with(field, of: id, yaml).records()
    }

    /// One record of the story.
    static func record(_ id: String) throws -> Record { try record(id, among: try records()) }

    /// One record of the story with one field answered otherwise.
    static func record(_ id: String, _ field: String, _ yaml: String?) throws -> Record {
        try record(id, among: try records(field, of: id, yaml))
    }

    /// Records told in YAML.
    static func told(_ yaml: String) throws -> [Record] { try CaseStory(yaml).records() }

    private static func record(_ id: String, among records: [Record]) throws -> Record {
        guard let record = records.first(where: { $0.id.text == id }) else { throw TestDataError("no \(id)") }
        return record
    }
}

extension Record {
    /// Every line number of the record, in the order of the catalogue.
    var lines: [Int] { [origin?.line ?? -1] + Self.lines(of: entries, fields: FieldCatalogue.fields(of: kind)) }

    private static func lines(of entries: Entries, fields: [FieldDefinition]) -> [Int] {
        fields.flatMap { field -> [Int] in
            guard let entry = entries[field.name] else { return [] }
            let inner = entry.answer.accounts.flatMap { account -> [Int] in
                guard case .items(let items) = account.value else { return [] }
                return items.flatMap { [$0.line] + lines(of: $0.entries, fields: field.type.itemFields) }
            }
            return [entry.line] + inner
        }
    }
}
