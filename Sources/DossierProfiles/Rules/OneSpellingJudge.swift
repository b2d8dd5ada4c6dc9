import DossierModel

/// Where a name has several spellings in Latin letters, one is frozen for the body, so that two submissions do not make
/// two persons of one.
struct OneSpellingJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        guard let person = hearing.folder.person, let names = person[PersonFields.names].value else { return [] }
        let latin = names.filter { $0.script == .latin && $0.kind == .primary }
        let channel = hearing.check.profile.channel
        let frozen = names.filter { $0.frozenFor.contains(channel) }
        if frozen.count > 1 {
            return [hearing.shortfall(at: PersonFields.names.definition, of: person, variant: "several")]
        }
        if frozen.isEmpty, latin.count > 1 {
            return [
                hearing.shortfall(
                    at: PersonFields.names.definition, of: person, variant: "none", ["count": String(latin.count)])
            ]
        }
        return latin.isEmpty ? [hearing.shortfall(at: PersonFields.names.definition, of: person, variant: "latin")] : []
    }
}
