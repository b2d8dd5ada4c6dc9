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
