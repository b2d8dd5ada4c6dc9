import DossierModel

/// Whoever submits is named and can be written to.
struct AuthorIdentifiedJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        guard let authors = record[CaseFields.author].value else {
            return [hearing.shortfall(at: CaseFields.author.definition, of: record, variant: "missing")]
        }
        return authors.flatMap { author -> [Shortfall] in
            var shortfalls: [Shortfall] = []
            let person = author[AuthorFields.person].value.flatMap { hearing.folder.others[$0] }
            let isNamed = person?[PersonFields.names].value != nil || author[AuthorFields.organisation].value != nil
            if !isNamed {
                shortfalls.append(hearing.shortfall(at: AuthorFields.person.definition, of: record, variant: "name"))
            }
            let canBeWrittenTo = author[AuthorFields.address].value != nil || person?[PersonFields.contact].value != nil
            if !canBeWrittenTo {
                shortfalls.append(
                    hearing.shortfall(at: AuthorFields.address.definition, of: record, variant: "address"))
            }
            return shortfalls
        }
    }
}
