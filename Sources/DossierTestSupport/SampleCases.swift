import DossierIntake
public import DossierModel

/// The sample cases of this project, each with the records that it speaks of, as the library puts them together.
public enum SampleCases {
    /// - Throws: ``TestDataError`` when a sample cannot be read.
    public static func records() throws -> [Record] {
        let reading = CaseFileReader().read(paths: ["\(ProjectFolder.path)/Cases/samples"])
        guard reading.findings.isEmpty else { throw TestDataError("\(reading.findings)") }
        return reading.records
    }

    /// - Throws: ``TestDataError`` when a sample cannot be read.
    public static func folders() throws -> [CaseFolder] {
        let all = try records()
        let records = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        return all.filter { $0.kind == .case }.map { folder(of: $0, among: records) }
    }

    private static func folder(of record: Record, among records: [RecordID: Record]) -> CaseFolder {
        let all = records.values.sorted { $0.id < $1.id }
        let evidence = evidence(about: record.id, among: records, all)
        let linked = record.links.filter { $0.kind == .case }.compactMap { records[$0.target] }
        let sources = Array(evidence.testimonies.values) + Array(evidence.exhibits.values)
        let subject = record[CaseFields.person].value
        let named = Set((sources + linked + [record]).flatMap(\.links).filter { $0.kind == .person }.map(\.target))
        return CaseFolder(
            caseRecord: record, person: subject.flatMap { records[$0] },
            incident: record[CaseFields.incident].value.flatMap { records[$0] },
            earlierIncidents: (record[CaseFields.earlierIncidents].value ?? []).compactMap { records[$0] },
            others: records.filter { named.contains($0.key) && $0.key != subject },
            consents: all.filter { $0.kind == .consent }, evidence: evidence)
    }

    private static func evidence(
        about id: RecordID, among records: [RecordID: Record], _ all: [Record]
    ) -> Evidence {
        let kinds: Set<RecordKind> = [.testimony, .exhibit, .claim]
        var found = Set(all.filter { kinds.contains($0.kind) && $0.links.contains { $0.target == id } }.map(\.id))
        // A claim points to accounts, and an account to its recording.
        for _ in 0..<2 {
            let links = found.compactMap { records[$0] }.flatMap(\.links)
            found.formUnion(links.filter { kinds.contains($0.kind) }.map(\.target))
        }
        return Evidence(
            testimonies: records.filter { found.contains($0.key) && $0.value.kind == .testimony },
            exhibits: records.filter { found.contains($0.key) && $0.value.kind == .exhibit },
            claims: all.filter { found.contains($0.id) && $0.kind == .claim })
    }
}
