public import DossierModel

/// What of one person is compared, as the records tell it: read on any core, before a ``TraitBook`` gives names and places their numbers.
public struct ReadPerson: Sendable {
    var traits: PersonTraits
    var names: [PersonName]
    var fathers: [PersonName]
    var mothers: [PersonName]
    var occupation: String?
    /// Of birth, of residence, where last seen; each in its first language, of which the others are translations.
    var places: [String]
    var incident: RecordID?

    /// Out of the record and the case about the person with its incident.
    public init(_ person: Record, case caseRecord: Record? = nil, incident: Record? = nil) {
        names = person[PersonFields.names].accounts.flatMap(\.value)
        fathers = person[PersonFields.father].accounts.flatMap(\.value)
        mothers = person[PersonFields.mother].accounts.flatMap(\.value)
        traits = PersonTraits(id: person.id, shown: names.shown)
        traits.births = person[PersonFields.birthDate].accounts.compactMap { DaySpan($0.value.date) }
        if traits.births.isEmpty {
            traits.births = person[PersonFields.age].accounts.compactMap { $0.value.birth.map { DaySpan($0) } }
        }
        switch person[PersonFields.sex].value {
        case "male": traits.sex = 1
        case "female": traits.sex = 2
        default: break
        }
        traits.numbers = person[PersonFields.identityDocuments].accounts.flatMap(\.value)
            .compactMap { $0[IdentityDocumentFields.number].value }.map { $0.filter { $0.isLetter || $0.isNumber } }
        occupation = person[PersonFields.occupation].value?.original.text
        let told =
            person[PersonFields.birthPlace].accounts + person[PersonFields.residence].accounts
            + (caseRecord?[CaseFields.lastSeenPlace].accounts ?? [])
        places = told.compactMap { $0.value.names.first?.wording.text }
        let seen = caseRecord?[CaseFields.lastSeenDate].accounts ?? []
        let happened = incident?[IncidentFields.date].accounts ?? []
        traits.seen = (seen.isEmpty ? happened : seen).compactMap { DaySpan($0.value.date) }
        self.incident = incident?.id
    }

    /// The names of the person and of the parents.
    public var allNames: [PersonName] { names + fathers + mothers }
}

extension [PersonName] {
    /// A name by which people know whom it is about: in Hangul where there is one.
    fileprivate var shown: String { (first { $0.script == .hangul } ?? first)?.joined ?? "" }
}
