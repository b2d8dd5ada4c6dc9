public import DossierModel

/// One thing that a record says and that can be searched for: where it stands, how confidential it is, and what it says.
public struct SearchPiece: Sendable, Hashable {
    public let field: FieldDefinition
    /// The closer of the entry's, the item's and the record's level.
    public let level: Confidentiality
    public let content: Content

    public enum Content: Sendable, Hashable {
        case text(String)
        case name(PersonName)
        case date(DateStatement)
    }

    /// Everything in a record that can be searched for, in the order of the catalogue.
    public static func pieces(of record: Record) -> [SearchPiece] {
        var collecting = Collecting()
        collecting.add(
            record.entries, FieldCatalogue.fields(of: record.kind), floor: record.confidentiality ?? .public)
        return collecting.found
    }
}

private struct Collecting {
    var found: [SearchPiece] = []

    mutating func add(_ entries: Entries, _ fields: [FieldDefinition], floor: Confidentiality) {
        for field in fields {
            guard let entry = entries[field.name] else { continue }
            let level = max(floor, entry.confidentiality ?? field.confidentiality)
            add(entry.answer.why, field, level)
            for account in entry.answer.accounts {
                add(account.value, field, level)
                add(account.source, field, level)
            }
        }
    }

    private mutating func add(_ value: FieldValue, _ field: FieldDefinition, _ level: Confidentiality) {
        switch value {
        case .line(let line): add(line, field, level)
        case .text(let text): add(text, field, level)
        case .names(let names): found += names.map { SearchPiece(field: field, level: level, content: .name($0)) }
        case .date(let date):
            found.append(SearchPiece(field: field, level: level, content: .date(date)))
            add(date.words, field, level)
        case .place(let place): for name in place.names { add(name.wording.text, field, level) }
        case .choices(let texts): if case .lines = field.type { for text in texts { add(text, field, level) } }
        case .items(let items):
            for item in items {
                add(item.entries, field.type.itemFields, floor: max(level, item.confidentiality ?? .public))
            }
        // Codes, numbers and ids are not what people look for by words.
        case .age, .states, .references, .number: break
        }
    }

    private mutating func add(_ text: LocalizedText?, _ field: FieldDefinition, _ level: Confidentiality) {
        for wording in text?.wordings ?? [] { add(wording.text, field, level) }
    }

    private mutating func add(_ text: String, _ field: FieldDefinition, _ level: Confidentiality) {
        guard !text.isEmpty else { return }
        found.append(SearchPiece(field: field, level: level, content: .text(text)))
    }
}
