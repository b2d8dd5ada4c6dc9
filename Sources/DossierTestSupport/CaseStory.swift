import DossierIntake
public import DossierModel

/// A case told as case files tell it, to be changed a little by each test. The person is invented.
public struct CaseStory: Sendable {
    private var nodes: [PlainNode]

    /// Records as YAML, one document each.
    /// - Throws: ``TestDataError`` when the text is not YAML.
    public init(_ yaml: String) throws {
        let documents = YAMLDocuments(Array(yaml.utf8), file: "story.yaml")
        guard documents.findings.isEmpty else { throw TestDataError("\(documents.findings)") }
        nodes = documents.documents
    }

    /// A case that lacks nothing for the WGEID.
    public static func complete() throws -> CaseStory { try CaseStory(completeText) }

    /// The same story with one field of a record answered otherwise; nil takes the field out.
    public func with(_ field: String, of id: String, _ yaml: String?) throws -> CaseStory {
        guard let index = nodes.firstIndex(where: { $0["id"]?.scalar == id }) else { throw TestDataError("no \(id)") }
        var pairs = (nodes[index].pairs ?? []).filter { $0.key != field }
        if let yaml {
            let value = YAMLDocuments(Array(yaml.utf8), file: "change.yaml")
            guard let node = value.documents.first else { throw TestDataError("not YAML: \(yaml)") }
            pairs.append(PlainNode.Pair(field, node, line: 1))
        }
        var story = self
        story.nodes[index].content = .map(pairs)
        return story
    }

    /// The same story without one record.
    public func without(_ id: String) -> CaseStory {
        var story = self
        story.nodes.removeAll { $0["id"]?.scalar == id }
        return story
    }

    /// The same story with more records.
    public func adding(_ yaml: String) throws -> CaseStory {
        var story = self
        story.nodes += try CaseStory(yaml).nodes
        return story
    }

    /// - Throws: ``TestDataError`` when something cannot be read.
    public func records() throws -> [Record] {
        var reader = RecordReader(file: "story.yaml", inspectText: TextInspection.rule)
        let records = nodes.compactMap { reader.record(from: $0) }
        guard reader.findings.isEmpty else { throw TestDataError("\(reader.findings)") }
        return records
    }

    /// The folder of the story's first case.
    public func folder() throws -> CaseFolder {
        let records = try records()
        guard let record = records.first(where: { $0.kind == .case }) else { throw TestDataError("no case") }
        let subject = record[CaseFields.person].value
        let byID = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
        return CaseFolder(
            caseRecord: record, person: subject.flatMap { byID[$0] },
            incident: record[CaseFields.incident].value.flatMap { byID[$0] },
            earlierIncidents: (record[CaseFields.earlierIncidents].value ?? []).compactMap { byID[$0] },
            others: byID.filter { $0.value.kind == .person && $0.key != subject },
            consents: records.filter { $0.kind == .consent },
            evidence: Evidence(
                testimonies: byID.filter { $0.value.kind == .testimony },
                exhibits: byID.filter { $0.value.kind == .exhibit }, claims: records.filter { $0.kind == .claim }))
    }

    private static let completeText = """
        record: person
        id: person-a
        language: ko
        names:
          - {script: hangul, family: 온, given: 누리별}
          - {script: latin, system: revised-2000, family: On, given: Nuribyeol, frozenFor: wgeid}
        sex: male
        birthDate: 1931-04
        birthPlace: {ko: 서울 마포, en: "Mapo, Seoul", state: KOR}
        nationalities: KOR
        occupation: {ko: 인쇄공, en: printer}
        ---
        record: person
        id: person-b
        language: ko
        names:
          - {script: hangul, family: 온, given: 가람솔}
          - {script: latin, system: revised-2000, family: On, given: Garamsol}
        livesIn: KOR
        contact: {en: "1 Example Street, Seoul"}
        ---
        record: incident
        id: incident-a
        language: ko
        title: {ko: 서울에서 끌려감, en: Taken from Seoul}
        date: 1950-09
        place: {ko: 서울 마포, en: "Mapo, Seoul", state: KOR}
        stateOfEvent: KOR
        agents:
          - {kind: state, state: PRK, institution: kpa, description: {ko: 제복을 입은 군인들, en: Soldiers in uniform}}
        circumstances: {ko: 집에서 군인들이 데려갔다., en: Soldiers led him away from his house.}
        ---
        record: case
        id: case-a
        language: ko
        person: person-a
        incident: incident-a
        underAge: "no"
        otherSteps:
          - date: 1957
            by: {ko: 누나, en: His sister}
            organ: {ko: 대한적십자사, en: The Republic of Korea National Red Cross}
            result: {ko: 회신이 없었다., en: There was no reply.}
        author:
          - capacity: organisation
            organisation: {en: Alliance of the Example}
            address: {en: "2 Example Street, Seoul"}
            onBehalfOf: person-b
            followUp: "yes"
        relatives:
          - {person: person-b, relationship: {en: sister}}
        statesAddressed: PRK
        ---
        record: consent
        id: consent-a
        by: person-b
        about: person-a
        purposes: [submit, name-to-government]
        recipients: wgeid
        givenOn: 2025-03-01
        recorded: written
        ---
        record: consent
        id: consent-b
        by: person-b
        about: person-b
        purposes: submit
        recipients: wgeid
        givenOn: 2025-03-01
        recorded: written
        """
}
