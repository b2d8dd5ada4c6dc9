public import DossierModel

extension TraitBook {
    /// The traits of a person, out of the record and the case about that person with its incident.
    public mutating func traits(
        of person: Record, case caseRecord: Record? = nil, incident: Record? = nil
    ) -> PersonTraits {
        let names = person[PersonFields.names].accounts.flatMap(\.value)
        var traits = PersonTraits(id: person.id, shown: names.shown)
        traits.names = names.map { number(of: $0) }
        traits.fathers = person[PersonFields.father].accounts.flatMap(\.value).map { number(of: $0) }
        traits.mothers = person[PersonFields.mother].accounts.flatMap(\.value).map { number(of: $0) }
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
        if let occupation = person[PersonFields.occupation].value {
            traits.occupation = number(ofOccupation: occupation.original.text)
        }
        addPlaces(person, caseRecord, incident, to: &traits)
        let seen = caseRecord?[CaseFields.lastSeenDate].accounts ?? []
        let happened = incident?[IncidentFields.date].accounts ?? []
        traits.seen = (seen.isEmpty ? happened : seen).compactMap { DaySpan($0.value.date) }
        if let incident { traits.incident = number(ofIncident: incident.id) }
        count(traits)
        return traits
    }

    private mutating func addPlaces(
        _ person: Record, _ caseRecord: Record?, _ incident: Record?, to traits: inout PersonTraits
    ) {
        let places =
            person[PersonFields.birthPlace].accounts + person[PersonFields.residence].accounts
            + (caseRecord?[CaseFields.lastSeenPlace].accounts ?? [])
        for place in places {
            // The name in the first language: the others are translations of it.
            guard let text = place.value.names.first?.wording.text, let number = number(ofPlace: text),
                !traits.places.contains(number)
            else { continue }
            traits.places.append(number)
        }
    }
}

extension [PersonName] {
    /// A name by which people know whom it is about: in Hangul where there is one.
    var shown: String { (first { $0.script == .hangul } ?? first)?.joined ?? "" }
}
