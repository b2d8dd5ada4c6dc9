import DossierModel

/// An author who is not a relative answers each of the rule's fields, and a yes-or-no duty with yes.
struct OrganisationStatesJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        let authors = (record[CaseFields.author].value ?? []).filter { $0[AuthorFields.capacity].value != "relative" }
        return authors.flatMap { author in
            hearing.rule.fields.filter { !isMet($0, by: author) }.map { hearing.shortfall(at: $0, of: record) }
        }
    }

    private func isMet(_ field: FieldDefinition, by author: Item) -> Bool {
        guard case .given(let accounts) = author.entries[field.name]?.answer else { return false }
        return field.type != .choice(["yes", "no"]) || accounts.leading.value == .choices(["yes"])
    }
}
