/// A case with the records that it speaks of: the disappeared person, the incidents, the other persons, the consents.
public struct CaseFolder: Sendable, Hashable {
    public var caseRecord: Record
    public var person: Record?
    /// The incident of the disappearance.
    public var incident: Record?
    /// What led to it, in order of time.
    public var earlierIncidents: [Record]
    /// Everyone else whom the case names: witnesses, relatives, authors.
    public var others: [RecordID: Record]
    /// Consents about any of these persons, and about single accounts and exhibits.
    public var consents: [Record]
    public var evidence: Evidence

    public init(
        caseRecord: Record, person: Record?, incident: Record?, earlierIncidents: [Record] = [],
        others: [RecordID: Record] = [:], consents: [Record] = [], evidence: Evidence = Evidence()
    ) {
        self.caseRecord = caseRecord
        self.person = person
        self.incident = incident
        self.earlierIncidents = earlierIncidents
        self.others = others
        self.consents = consents
        self.evidence = evidence
    }

    /// Every record, each once: the case, the person, incidents, other persons, consents, then the evidence.
    public var records: [Record] {
        var seen: Set<RecordID> = []
        let all =
            [caseRecord, person].compactMap(\.self) + incidents + others.values.sorted { $0.id < $1.id } + consents
            + evidence.records
        return all.filter { seen.insert($0.id).inserted }
    }

    /// Earlier incidents, then that of the disappearance.
    public var incidents: [Record] { earlierIncidents + [incident].compactMap(\.self) }

    /// Whether the disappeared person was under 18 then, from the birth date, else the age, and the incident's date.
    public var minority: Minority {
        let born = person?[PersonFields.birthDate].value?.date.days ?? person?[PersonFields.age].value?.birth
        return Minority(birth: born, event: incident?[IncidentFields.date].value?.date.days)
    }
}

extension Record {
    /// Every record that this one names, with the field that names it and the kind that must stand there.
    public var links: [Link] {
        var found: [Link] = []
        Self.collect(in: entries, fields: FieldCatalogue.linkingFields(of: kind), into: &found)
        return found
    }

    /// One reference from a record to another.
    public struct Link: Sendable, Hashable {
        public var field: FieldDefinition
        public var target: RecordID
        public var kind: RecordKind
        public var line: Int
    }

    private static func collect(in entries: Entries, fields: [FieldDefinition], into found: inout [Link]) {
        for field in fields {
            guard let entry = entries[field.name] else { continue }
            for account in entry.answer.accounts {
                switch (account.value, field.type) {
                case (.references(let ids), .reference(let kind)), (.references(let ids), .references(let kind)):
                    found += ids.map { Link(field: field, target: $0, kind: kind, line: entry.line) }
                case (.items(let items), .items(let itemFields)):
                    for item in items { collect(in: item.entries, fields: itemFields, into: &found) }
                default: break
                }
            }
        }
    }
}
