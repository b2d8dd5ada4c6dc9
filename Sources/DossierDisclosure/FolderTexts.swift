import DossierModel

/// One text that a case holds, and where.
struct FolderText: Hashable {
    var record: RecordID
    var field: FieldDefinition
    var content: Content

    enum Content: Hashable {
        case text(String)
        case name(PersonName)
    }
}

extension CaseFolder {
    /// Every text of every record: values, places, the words of dates, reasons, sources and translators.
    var texts: [FolderText] {
        let persons = [person].compactMap(\.self) + others.values.sorted { $0.id < $1.id }
        let records = [caseRecord] + persons + incidents + evidence.records + consents
        var collecting = Collecting()
        for record in records {
            collecting.record = record.id
            collecting.add(record.entries, FieldCatalogue.fields(of: record.kind))
        }
        return collecting.found
    }
}

private struct Collecting {
    var record: RecordID?
    var found: [FolderText] = []

    mutating func add(_ entries: Entries, _ fields: [FieldDefinition]) {
        for field in fields {
            guard let answer = entries[field.name]?.answer else { continue }
            add(answer.why, field)
            for account in answer.accounts {
                add(account.value, field)
                add(account.source, field)
            }
        }
    }

    private mutating func add(_ value: FieldValue, _ field: FieldDefinition) {
        switch value {
        case .line(let line): add(line, field)
        case .text(let text): add(text, field)
        case .names(let names): for name in names { add(.name(name), field) }
        case .date(let date): add(date.words, field)
        case .place(let place): for name in place.names { add(name.wording.text, field) }
        case .choices(let texts): if case .lines = field.type { for text in texts { add(text, field) } }
        case .items(let items): for item in items { add(item.entries, field.type.itemFields) }
        // Codes, numbers and ids stand for themselves in every case.
        case .age, .states, .references, .number: break
        }
    }

    private mutating func add(_ text: LocalizedText?, _ field: FieldDefinition) {
        guard let text else { return }
        for wording in text.wordings { add(wording.text, field) }
        for translation in text.translations { if let name = translation.translator { add(name, field) } }
    }

    private mutating func add(_ text: String, _ field: FieldDefinition) { add(.text(text), field) }

    private mutating func add(_ content: FolderText.Content, _ field: FieldDefinition) {
        guard let record else { return }
        found.append(FolderText(record: record, field: field, content: content))
    }
}
