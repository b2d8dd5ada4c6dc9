public import DossierModel

extension TraitBook {
    /// The traits of a person, out of the record and the case about that person with its incident.
    public mutating func traits(
        of person: Record, case caseRecord: Record? = nil, incident: Record? = nil
    ) -> PersonTraits {
        traits(of: ReadPerson(person, case: caseRecord, incident: incident))
    }

    /// The traits of a person who was read already.
    public mutating func traits(of person: ReadPerson) -> PersonTraits {
        var traits = person.traits
        traits.names = person.names.map { number(of: $0) }
        traits.fathers = person.fathers.map { number(of: $0) }
        traits.mothers = person.mothers.map { number(of: $0) }
        if let occupation = person.occupation { traits.occupation = number(ofOccupation: occupation) }
        for place in person.places {
            guard let number = number(ofPlace: place), !traits.places.contains(number) else { continue }
            traits.places.append(number)
        }
        if let incident = person.incident { traits.incident = number(ofIncident: incident) }
        count(traits)
        return traits
    }
}
