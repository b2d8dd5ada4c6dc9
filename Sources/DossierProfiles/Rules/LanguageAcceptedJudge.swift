import DossierModel

/// Every text that the document prints stands in a language that the body reads.
struct LanguageAcceptedJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let accepted = hearing.check.profile.languages
        return hearing.printedTexts.compactMap { printed in
            accepted.contains { printed.text.wording(in: $0) != nil }
                ? nil : hearing.shortfall(at: printed.field, of: printed.record)
        }
    }
}

/// Every text that the document prints has been translated into the language of the document.
struct TranslatedJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let language = hearing.check.language
        let accepted = hearing.check.profile.languages
        return hearing.printedTexts.compactMap { printed in
            // What stands in no language of the body is the other rule's to say.
            guard printed.text.wording(in: language) == nil,
                accepted.contains(where: { printed.text.wording(in: $0) != nil })
            else { return nil }
            return hearing.shortfall(
                at: printed.field, of: printed.record, ["language": language.text])
        }
    }
}

/// A text of a record that some row of the profile prints.
struct PrintedText {
    var text: LocalizedText
    var field: FieldDefinition
    var record: Record
}

extension Hearing {
    var printedTexts: [PrintedText] {
        check.profile.sections.flatMap(\.rows).flatMap { row -> [PrintedText] in
            // House fields and items' fields are reached through the rows that print them.
            records(of: row.field).flatMap { record in
                record.entries[row.field.name].map { texts(in: $0.answer, field: row.field, record: record) } ?? []
            }
        }
    }

    private func texts(in answer: Answer<FieldValue>, field: FieldDefinition, record: Record) -> [PrintedText] {
        let values = answer.accounts.flatMap { account -> [PrintedText] in
            switch account.value {
            case .text(let text): [PrintedText(text: text, field: field, record: record)]
            case .items(let items):
                items.flatMap { item in
                    field.type.itemFields.flatMap { itemField in
                        item.entries[itemField.name].map {
                            texts(in: $0.answer, field: itemField, record: record)
                        } ?? []
                    }
                }
            default: []
            }
        }
        return values + [answer.why].compactMap(\.self).map { PrintedText(text: $0, field: field, record: record) }
    }
}
