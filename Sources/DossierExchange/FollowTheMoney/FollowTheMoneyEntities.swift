import DossierModel

/// What FollowTheMoney can hold of one case: its persons, the disappearance and later sightings as events, the family.
///
/// Accounts, exhibits and claims have no place there that would keep what rests on what; other formats hold them.
public struct FollowTheMoneyEntities: Sendable {
    public private(set) var entities: [FollowTheMoneyEntity] = []
    private let edition: OutsideEdition
    private let words: Words

    /// What an event is called that has no title, and what stands before a date that FollowTheMoney cannot hold.
    public struct Words: Sendable {
        public var disappearance: String
        public var sighting: String
        /// Of two letters, as ISO 3166-1 has them, by those of three.
        public var countries: [String: String]

        public init(disappearance: String, sighting: String, countries: [String: String]) {
            self.disappearance = disappearance
            self.sighting = sighting
            self.countries = countries
        }
    }

    public init(_ edition: OutsideEdition, words: Words) {
        self.edition = edition
        self.words = words
        let folder = edition.folder
        let subject = folder.person.flatMap(person)
        if let subject { entities.append(subject) }
        entities += edition.otherPersons.compactMap(person)
        let known = Set(entities.map(\.id))
        entities.append(disappearance(of: subject))
        entities += sightings(of: subject, known)
        if let subject { entities += family(of: subject, known) }
    }

    private func id(_ record: RecordID) -> String { "dossier-\(edition.number(of: record))" }

    // MARK: Persons

    /// Nil where the edition does not name the person: an entity without a name could be anybody.
    private func person(_ record: Record) -> FollowTheMoneyEntity? {
        var entity = FollowTheMoneyEntity(.person, id: id(record.id))
        let names = record[PersonFields.names].accounts.flatMap(\.value)
        guard let first = names.first else { return nil }
        for name in names {
            let isName = name.kind == .primary || names.allSatisfy { $0.kind != .primary } && name == first
            entity.add(isName ? "name" : "alias", name.joined)
            if isName {
                entity.add("lastName", name.family)
                entity.add("firstName", name.given)
            }
        }
        entity.add("gender", record[PersonFields.sex].accounts.map(\.value))
        add(record[PersonFields.birthDate], "birthDate", PersonFields.birthDate.definition, to: &entity)
        for place in record[PersonFields.birthPlace].accounts.map(\.value) {
            entity.add("birthPlace", place.names.map(\.wording.text))
            entity.add("birthCountry", country(place.state))
        }
        entity.add("nationality", record[PersonFields.nationalities].accounts.flatMap(\.value).map(country))
        entity.add("profession", texts(record[PersonFields.occupation]))
        entity.add("fatherName", record[PersonFields.father].accounts.flatMap(\.value).map(\.joined))
        entity.add("motherName", record[PersonFields.mother].accounts.flatMap(\.value).map(\.joined))
        entity.add("address", record[PersonFields.residence].accounts.flatMap { $0.value.names.map(\.wording.text) })
        for item in record[PersonFields.identityDocuments].accounts.flatMap(\.value) {
            entity.add("idNumber", item[IdentityDocumentFields.number].accounts.map(\.value))
        }
        return entity
    }

    // MARK: What happened

    /// One event a case, also where several persons disappeared at once: who was involved is then not mixed up.
    private func disappearance(of subject: FollowTheMoneyEntity?) -> FollowTheMoneyEntity {
        let folder = edition.folder
        var event = FollowTheMoneyEntity(.event, id: id(folder.caseRecord.id))
        let titles = folder.incident.map { texts($0[IncidentFields.title]) } ?? []
        event.add("name", titles.isEmpty ? [words.disappearance] : titles)
        event.add("recordId", edition.number)
        event.add("involved", subject?.id)
        event.add("summary", texts(folder.caseRecord[CaseFields.summary]))
        if let incident = folder.incident {
            add(incident[IncidentFields.date], "date", IncidentFields.date.definition, to: &event)
            add(incident[IncidentFields.place], to: &event)
            event.add("country", incident[IncidentFields.stateOfEvent].accounts.map { country($0.value) })
            event.add("description", texts(incident[IncidentFields.circumstances]))
        }
        if folder.incident?[IncidentFields.date].value == nil {
            add(folder.caseRecord[CaseFields.lastSeenDate], "date", CaseFields.lastSeenDate.definition, to: &event)
        }
        if folder.incident?[IncidentFields.place].value == nil {
            add(folder.caseRecord[CaseFields.lastSeenPlace], to: &event)
        }
        return event
    }

    private func sightings(of subject: FollowTheMoneyEntity?, _ known: Set<String>) -> [FollowTheMoneyEntity] {
        let items = edition.folder.caseRecord[CaseFields.sightings].accounts.flatMap(\.value)
        return items.enumerated().map { place, item in
            var event = FollowTheMoneyEntity(
                .event, id: "\(id(edition.folder.caseRecord.id))-sighting-\(place + 1)")
            event.add("name", words.sighting)
            event.add("recordId", edition.number)
            event.add("involved", subject?.id)
            add(item[SightingFields.date], "date", SightingFields.date.definition, to: &event)
            add(item[SightingFields.place], to: &event)
            event.add("description", texts(item[SightingFields.account]))
            return event
        }
    }

    private func family(of subject: FollowTheMoneyEntity, _ known: Set<String>) -> [FollowTheMoneyEntity] {
        let items = edition.folder.caseRecord[CaseFields.relatives].accounts.flatMap(\.value)
        return items.enumerated().compactMap { place, item in
            guard let relative = item[RelativeFields.person].value.map(id), known.contains(relative),
                relative != subject.id
            else { return nil }
            var entity = FollowTheMoneyEntity(
                .family, id: "\(id(edition.folder.caseRecord.id))-family-\(place + 1)")
            entity.add("person", subject.id)
            entity.add("relative", relative)
            entity.add("relationship", texts(item[RelativeFields.relationship]))
            return entity
        }
    }

    // MARK: Values

    private func add(
        _ answer: Answer<DateStatement>, _ property: String, _ field: FieldDefinition,
        to entity: inout FollowTheMoneyEntity
    ) {
        for statement in answer.accounts.map(\.value) {
            if let date = statement.date.exact {
                entity.add(property, date)
            } else if property == "date", let ends = statement.date.exactEnds {
                entity.add("startDate", ends.from)
                entity.add("endDate", ends.until)
            } else {
                // As it is, where texts stand: EDTF (ISO 8601-2).
                entity.add("notes", "\(field.id): \(statement.date.edtf)")
            }
        }
    }

    private func add(_ answer: Answer<Place>, to entity: inout FollowTheMoneyEntity) {
        for place in answer.accounts.map(\.value) {
            entity.add("location", place.names.map(\.wording.text))
            entity.add("country", country(place.state))
        }
    }

    private func texts(_ answer: Answer<LocalizedText>) -> [String] {
        answer.accounts.flatMap { $0.value.wordings.map(\.text) }.map { text in
            // Readers of FollowTheMoney take blanks off the ends.
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }

    private func country(_ state: StateCode?) -> String? {
        // FollowTheMoney's own tools know the codes of three letters as well.
        state.map { words.countries[$0.text] ?? $0.text }
    }
}
