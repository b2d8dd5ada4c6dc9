public import DossierModel

/// The disappeared person of a case as a record of the People Finder Interchange Format (PFIF 1.4), which feeds hand on without end.
/// Nobody else of the case is in it: witnesses and family have no place in a public feed.
public struct PersonFinderRecord: Sendable, Hashable {
    public let id: String
    let names: [PersonName]
    let sex: String?
    let birthDate: String?
    let lastSeenPlace: String?
    let incident: String?
    /// The first day on which nobody may show the record any longer.
    let expires: Day?

    /// Nil where the edition for the feed does not give the person's full name: nobody is found by initials.
    /// `expires` is when the first of the consents ends by which the person is told of.
    public init?(_ edition: OutsideEdition, expires: Day?) {
        guard let person = edition.folder.person,
            case let names = person[PersonFields.names].accounts.flatMap(\.value),
            names.contains(where: { $0.family != nil && $0.given != nil })
        else { return nil }
        id = edition.number
        self.names = names
        self.expires = expires
        sex = person[PersonFields.sex].value
        birthDate = person[PersonFields.birthDate].value?.date.exact
        let happened = edition.folder.incident
        let place = edition.folder.caseRecord[CaseFields.lastSeenPlace].value ?? happened?[IncidentFields.place].value
        lastSeenPlace = place?.names.first?.wording.text
        incident = happened?[IncidentFields.title].value?.original.text
    }

    /// Everything that it tells, for the search of what may not be told.
    public var texts: [String] {
        names.map(\.joined) + [sex, birthDate, lastSeenPlace, incident].compactMap(\.self)
    }

    /// The spelling by which records are matched elsewhere: a primary one in Latin letters where there is one.
    var leading: PersonName? {
        names.first { $0.kind == .primary && $0.script == .latin } ?? names.first { $0.kind == .primary } ?? names.first
    }

    var others: [String] { names.filter { $0 != leading }.map(\.joined) }
}
