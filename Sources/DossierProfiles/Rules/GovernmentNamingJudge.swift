import DossierModel

/// Whoever allowed this submission has also allowed the body to name the person to the Government. Each consent that
/// stands is asked for itself: relatives may disagree.
struct GovernmentNamingJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let folder = hearing.folder
        let channel = hearing.check.profile.channel
        return folder.consents.filter { consent in
            consent[ConsentFields.about].value == folder.person?.id && !consent.isConsentToSourcesAlone
                && consent.consentStands(on: hearing.check.receivedOn)
                && consent.consentCovers(.submit, recipient: channel)
                && !consent.consentCovers(.nameToGovernment, recipient: channel)
        }.map { hearing.shortfall(at: ConsentFields.purposes.definition, of: $0) }
    }
}
