import DossierModel

/// The family has consented to this submission to this body, and the consent stands. A relative who submits in person
/// records a consent in the same way: without one nothing of the case is disclosed.
struct FamilyConsentJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let folder = hearing.folder
        let channel = hearing.check.profile.channel
        let about = folder.consents.filter {
            $0[ConsentFields.about].value == folder.person?.id && !$0.isConsentToSourcesAlone
        }
        let covering = about.filter { $0.consentCovers(.submit, recipient: channel) }
        if covering.contains(where: { $0.consentStands(on: hearing.check.receivedOn) }) { return [] }
        let field = ConsentFields.purposes.definition
        if let withdrawn = covering.first(where: { !$0[ConsentFields.withdrawnOn].isNotAsked }) {
            return [hearing.shortfall(at: field, of: withdrawn, variant: "withdrawn")]
        }
        if let lapsed = covering.first {
            return [hearing.shortfall(at: ConsentFields.givenOn.definition, of: lapsed, variant: "lapsed")]
        }
        return [hearing.shortfall(at: field, of: nil, variant: "missing")]
    }
}
