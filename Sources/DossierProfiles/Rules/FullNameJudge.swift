import DossierModel

/// The disappeared person has a full name: a family and a given name in one script. A person known by one name only says
/// so by giving the reason in the field's answer.
struct FullNameJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let field = PersonFields.names
        guard let person = hearing.folder.person else {
            return [hearing.shortfall(at: CaseFields.person.definition, of: nil, variant: "missing")]
        }
        let answer = person[field]
        let names = answer.accounts.flatMap(\.value)
        guard !names.isEmpty else {
            return [hearing.shortfall(at: field.definition, of: person, variant: "missing")]
        }
        let isFull = names.contains { $0.family != nil && $0.given != nil }
        return isFull ? [] : [hearing.shortfall(at: field.definition, of: person, variant: "partial")]
    }
}
