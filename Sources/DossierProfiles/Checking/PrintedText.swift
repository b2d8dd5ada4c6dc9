import DossierModel

/// A text of a record that some row of the profile prints.
struct PrintedText {
    let text: LocalizedText
    let field: FieldDefinition
    let record: Record

    static func all(in folder: CaseFolder, profile: Profile) -> [PrintedText] {
        var found: [PrintedText] = []
        for section in profile.sections {
            for row in section.rows {
                for record in folder.records(of: row.field) {
                    guard let entry = record.entries[row.field.name] else { continue }
                    collect(entry.answer, row.field, record, into: &found)
                }
            }
        }
        return found
    }

    private static func collect(
        _ answer: Answer<FieldValue>, _ field: FieldDefinition, _ record: Record, into found: inout [PrintedText]
    ) {
        if let why = answer.why { found.append(PrintedText(text: why, field: field, record: record)) }
        for account in answer.accounts {
            switch account.value {
            case .text(let text): found.append(PrintedText(text: text, field: field, record: record))
            case .items(let items):
                for item in items {
                    for itemField in field.type.itemFields {
                        guard let entry = item.entries[itemField.name] else { continue }
                        collect(entry.answer, itemField, record, into: &found)
                    }
                }
            default: break
            }
        }
    }
}

extension CaseFolder {
    /// The records of the folder in which a field of the catalogue stands.
    func records(of field: FieldDefinition) -> [Record] {
        switch field.kind {
        case .person: person.map { [$0] } ?? []
        case .incident: incidents
        case .case: [caseRecord]
        case .testimony: evidence.testimonies.values.sorted { $0.id < $1.id }
        case .exhibit: evidence.exhibits.values.sorted { $0.id < $1.id }
        case .claim: evidence.claims
        case .consent: consents
        case .report, .submission: []
        }
    }
}
