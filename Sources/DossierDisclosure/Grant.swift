import DossierModel

/// What the consents about one person allow one audience.
struct Grant: Sendable, Hashable {
    let allows: Bool
    let nameForm: ConsentFields.NameForm
    let exceptFields: Set<String>
    let despiteRisk: Bool

    /// Where several consents stand, the narrowest wording of each counts: relatives may disagree, and the more
    /// careful of them is heard.
    init(consents: [Record], about person: RecordID, audience: Audience, on day: Day) {
        let standing = consents.filter {
            $0[ConsentFields.about].value == person && !$0.isConsentToSourcesAlone && $0.consentStands(on: day)
                && $0.consentCovers(audience.purpose, recipients: audience.recipients)
                && (!audience.mustBeNamed || $0.names(anyOf: audience.recipients))
        }
        allows = !standing.isEmpty
        let forms = standing.map { consent in
            consent[ConsentFields.nameForm].value.flatMap(ConsentFields.NameForm.init(rawValue:))
                ?? Self.unspoken(for: audience)
        }
        let order: [ConsentFields.NameForm] = [.withheld, .initials, .full]
        nameForm = order.first(where: forms.contains) ?? .withheld
        exceptFields = Set(standing.flatMap { $0[ConsentFields.exceptFields].value ?? [] })
        despiteRisk = !standing.isEmpty && standing.allSatisfy { $0[ConsentFields.despiteRisk].value == "yes" }
    }

    /// What a consent means that does not speak of names: a body cannot work without them, the public can.
    private static func unspoken(for audience: Audience) -> ConsentFields.NameForm {
        switch audience {
        case .body, .partner: .full
        case .everyone, .readers, .feed: .initials
        }
    }
}

extension Record {
    /// Whether this consent names one of some recipients by its own code.
    fileprivate func names(anyOf recipients: [String]) -> Bool {
        let named = self[ConsentFields.recipients].value ?? []
        return recipients.contains(where: named.contains)
    }
}
