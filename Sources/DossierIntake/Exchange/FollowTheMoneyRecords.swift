import DossierModel

/// Makes the records of entities: persons, and a case for everybody whom an event involves.
struct FollowTheMoneyRecords {
    private let reader: FollowTheMoneyReader
    private let entities: [FollowTheMoneyReader.Entity]
    private let persons: [String: FollowTheMoneyReader.Entity]
    private let ids: ExchangeIDs
    private(set) var notices: [ExchangeReading.Notice: Int] = [:]

    /// Schemas of which fields of a person or case are made.
    private static let papers: Set<String> = ["Identification", "Passport"]
    private static let taken: Set<String> = ["Person", "Event", "Family", "Identification", "Passport"]
    /// Of programs, about the entity and not about anybody.
    private static let technical: Set<String> = [
        "indexText", "createdAt", "modifiedAt", "retrievedAt", "namesMentioned", "peopleMentioned", "recordId",
        "detectedLanguage", "detectedCountry", "processingStatus", "alephUrl", "topics",
    ]

    init(reader: FollowTheMoneyReader, entities: [FollowTheMoneyReader.Entity]) {
        self.reader = reader
        self.entities = entities
        ids = ExchangeIDs(source: reader.source)
        persons = Dictionary(entities.filter { $0.schema == "Person" }.map { ($0.id, $0) }) { first, _ in first }
    }

    mutating func nodes() -> [PlainNode] {
        for entity in entities where !Self.taken.contains(entity.schema) { note(.otherSchema(entity.schema)) }
        let papers = Dictionary(grouping: entities.filter { Self.papers.contains($0.schema) }) {
            $0.values("holder").first ?? ""
        }
        var nodes: [PlainNode] = []
        for entity in entities where entity.schema == "Person" { nodes.append(person(entity, papers[entity.id] ?? [])) }
        let events = entities.filter { $0.schema == "Event" }
        for event in events { nodes.append(incident(event)) }
        nodes += cases(of: events)
        return nodes
    }

    private mutating func note(_ notice: ExchangeReading.Notice) { notices[notice, default: 0] += 1 }

    // MARK: Persons

    private mutating func person(
        _ entity: FollowTheMoneyReader.Entity, _ papers: [FollowTheMoneyReader.Entity]
    ) -> PlainNode {
        var fields = FieldNodes(line: entity.line)
        fields.add(PersonFields.names.definition, FollowTheMoneyNames(entity, divide: reader.divide).nodes)
        fields.add(
            PersonFields.sex.definition,
            accounts: entity.values("gender").filter { ["male", "female", "other"].contains($0) })
        fields.add(PersonFields.birthDate.definition, accounts: entity.values("birthDate").map(Self.date))
        fields.add(
            PersonFields.birthPlace.definition,
            place: entity.values("birthPlace"), state: states(entity.values("birthCountry")).first)
        fields.add(
            PersonFields.nationalities.definition,
            list: states(entity.values("nationality") + entity.values("citizenship")))
        fields.add(
            PersonFields.occupation.definition, texts: entity.values("profession") + entity.values("position"))
        fields.add(PersonFields.residence.definition, place: entity.values("address"), state: nil)
        for (field, name) in [(PersonFields.father, "fatherName"), (PersonFields.mother, "motherName")] {
            let names = entity.values(name).compactMap {
                FollowTheMoneyNames.node($0, .primary, entity.line, reader.divide)
            }
            fields.add(field.definition, names)
        }
        addPapers(entity, papers, &fields)
        fields.add(PersonFields.notes.definition, texts: notes(entity, besides: Self.personProperties))
        return fields.record(.person, ids.text(.person, Self.own(entity.id)))
    }

    private static let personProperties: Set<String> = [
        "name", "alias", "weakAlias", "previousName", "firstName", "lastName", "gender", "birthDate", "birthPlace",
        "birthCountry", "nationality", "citizenship", "profession", "position", "address", "fatherName", "motherName",
        "idNumber", "passportNumber", "socialSecurityNumber",
    ]

    private func addPapers(
        _ entity: FollowTheMoneyReader.Entity, _ papers: [FollowTheMoneyReader.Entity], _ fields: inout FieldNodes
    ) {
        let own = ["idNumber", "passportNumber", "socialSecurityNumber"].flatMap { property in
            entity.values(property).map { (type: property, number: $0, line: entity.line) }
        }
        let others = papers.flatMap { paper in
            paper.values("number").map {
                (type: paper.values("type").first ?? paper.schema, number: $0, line: paper.line)
            }
        }
        let items = (own + others).map { paper in
            PlainNode(
                .map([
                    .init("type", PlainNode(.scalar(paper.type), line: paper.line)),
                    .init("number", PlainNode(.scalar(paper.number), line: paper.line)),
                ]), line: paper.line)
        }
        fields.add(PersonFields.identityDocuments.definition, items)
    }

    // MARK: Events

    private mutating func incident(_ event: FollowTheMoneyReader.Entity) -> PlainNode {
        var fields = FieldNodes(line: event.line)
        fields.add(IncidentFields.title.definition, texts: event.values("name"))
        let span = Self.span(event.values("startDate").first, event.values("endDate").first)
        fields.add(
            IncidentFields.date.definition,
            accounts: event.values("date").map(Self.date) + [span].compactMap(\.self))
        fields.add(IncidentFields.place.definition, place: event.values("location"), state: nil)
        let states = states(event.values("country"))
        fields.add(IncidentFields.stateOfEvent.definition, accounts: states)
        fields.add(IncidentFields.circumstances.definition, texts: event.values("description"))
        fields.add(IncidentFields.notes.definition, texts: notes(event, besides: Self.eventProperties))
        return fields.record(.incident, ids.text(.incident, Self.own(event.id)))
    }

    private static let eventProperties: Set<String> = [
        "name", "startDate", "endDate", "date", "location", "country", "description", "summary", "involved",
    ]

    /// One for each person whom an event involves, with the first of the events; later ones are sightings of no known kind, and stand
    /// in the notes.
    private func cases(of events: [FollowTheMoneyReader.Entity]) -> [PlainNode] {
        var order: [String] = []
        var all: [String: [FollowTheMoneyReader.Entity]] = [:]
        for event in events {
            for person in event.values("involved") where persons[person] != nil {
                if all[person] == nil { order.append(person) }
                all[person, default: []].append(event)
            }
        }
        let families = Dictionary(grouping: entities.filter { $0.schema == "Family" }) {
            $0.values("person").first ?? ""
        }
        return order.compactMap { person in
            guard let events = all[person], let first = events.first else { return nil }
            var fields = FieldNodes(line: first.line)
            let scalar = { (text: String) in PlainNode(.scalar(text), line: first.line) }
            fields.add(CaseFields.person.definition, node: scalar(ids.text(.person, Self.own(person))))
            fields.add(CaseFields.incident.definition, node: scalar(ids.text(.incident, Self.own(first.id))))
            fields.add(CaseFields.summary.definition, texts: first.values("summary"))
            let later = events.dropFirst().map { event in
                event.values("name").first.map { "\($0): \(ids.text(.incident, Self.own(event.id)))" }
                    ?? ids.text(.incident, Self.own(event.id))
            }
            fields.add(CaseFields.relatives.definition, relatives(families[person] ?? []))
            fields.add(CaseFields.notes.definition, texts: later)
            return fields.record(.case, ids.text(.case, Self.own(person)))
        }
    }

    private func relatives(_ families: [FollowTheMoneyReader.Entity]) -> [PlainNode] {
        families.flatMap { family in
            family.values("relative").filter { persons[$0] != nil }.map { relative in
                let scalar = { (text: String) in PlainNode(.scalar(text), line: family.line) }
                let relationship = family.values("relationship").joined(separator: "; ")
                return PlainNode(
                    .map(
                        [.init("person", scalar(ids.text(.person, Self.own(relative))))]
                            + (relationship.isEmpty ? [] : [.init("relationship", scalar(relationship))])),
                    line: family.line)
            }
        }
    }

    // MARK: Values

    /// What no field is like, each with its property.
    private mutating func notes(_ entity: FollowTheMoneyReader.Entity, besides known: Set<String>) -> [String] {
        var lines: [String] = []
        for (property, values) in entity.properties.sorted(by: { $0.key < $1.key }) {
            guard !known.contains(property), !Self.technical.contains(property) else { continue }
            if property != "notes" { note(.noted(property: property)) }
            lines += values.map { property == "notes" ? $0 : "\(property): \($0)" }
        }
        let unknown = ["nationality", "citizenship", "country", "birthCountry"].flatMap { property in
            entity.values(property).filter { reader.states[$0.lowercased()] == nil && StateCode($0) == nil }.map {
                "\(property): \($0)"
            }
        }
        return lines.isEmpty && unknown.isEmpty ? [] : [(lines + unknown).joined(separator: "\n")]
    }

    private func states(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        return codes.compactMap { code in
            (reader.states[code.lowercased()] ?? StateCode(code)).map(\.text)
        }.filter { seen.insert($0).inserted }
    }

    /// Moments are told to the day.
    private static func date(_ text: String) -> String {
        text.count > 10 && text.dropFirst(10).first.map { $0 == "T" || $0 == " " } == true
            ? String(text.prefix(10)) : text
    }

    private static func span(_ start: String?, _ end: String?) -> String? {
        guard start != nil || end != nil else { return nil }
        return "\(start.map(date) ?? "..")/\(end.map(date) ?? "..")"
    }

    /// Of entities that Dossier has written, the number.
    private static func own(_ id: String) -> String {
        let prefix = "dossier-"
        return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }
}
