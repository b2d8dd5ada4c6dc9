extension Record {
    /// Whether this consent stands on a day: given by then, and neither expired nor withdrawn.
    ///
    /// A partly known date is read against disclosure: given as late, and ended as early, as it may mean.
    public func consentStands(on day: Day) -> Bool {
        guard kind == .consent else { return false }
        guard let given = self[ConsentFields.givenOn].value?.date.latest, given <= day else { return false }
        if let ended = self[ConsentFields.withdrawnOn].value?.date, ended.earliest ?? day <= day { return false }
        // A withdrawal whose date is not known has still been made.
        if case .unknown = self[ConsentFields.withdrawnOn] { return false }
        if let expired = self[ConsentFields.expiresOn].value?.date, expired.earliest ?? day <= day { return false }
        return true
    }

    /// Whether this consent is about single accounts or exhibits, and opens no other data of the person.
    public var isConsentToSourcesAlone: Bool {
        !self[ConsentFields.testimonies].isNotAsked || !self[ConsentFields.exhibits].isNotAsked
    }

    /// Whether this consent covers a purpose towards a recipient.
    public func consentCovers(_ purpose: ConsentFields.Purpose, recipient: String) -> Bool {
        consentCovers(purpose, recipients: [recipient])
    }

    /// Whether this consent covers a purpose towards any of several names of one recipient.
    public func consentCovers(_ purpose: ConsentFields.Purpose, recipients: [String]) -> Bool {
        let named = self[ConsentFields.recipients].value ?? []
        return (self[ConsentFields.purposes].value ?? []).contains(purpose.rawValue)
            && (named.contains("any") || recipients.contains(where: named.contains))
    }
}
