import DossierModel
import GRDB

/// Puts cases together with everything that they speak of and rest on.
struct FolderReading {
    let library: Library
    let database: Database
    /// The number of the ledger's entry at which the cases are read; nil: as they stand now.
    var entry: Int?

    /// The folders of the ids that are cases, in the order of the ids.
    func folders(of ids: [RecordID]) throws -> [CaseFolder] {
        let cases = try fetch(ids).filter { $0.value.kind == .case }.mapValues(Linked.init)
        // Whoever a linked case is about is not named by this one, but must not be named in its texts either.
        let linked = try fetch(cases.values.flatMap { $0.targets[.case] ?? [] }).mapValues(Linked.init)
        let evidence = try evidence(of: cases.keys.sorted())
        let sources = evidence.values.flatMap { Array($0.testimonies.values) + Array($0.exhibits.values) }
        let people = Set(
            (Array(cases.values) + Array(linked.values)).flatMap { $0.targets[.person] ?? [] }
                + sources.flatMap { $0.targets(of: .person) })
        let consents = try consents(about: people, sources: Set(sources.map(\.id)))
        let incidents = Set(cases.values.flatMap { $0.targets[.incident] ?? [] })
        let records = try fetch(Array(incidents) + Array(people))
        return ids.compactMap { id in
            cases[id].map {
                Self.folder($0, linked: linked, records: records, consents: consents, evidence[id] ?? Evidence())
            }
        }
    }

    /// A case and the records that it names, by kind.
    private struct Linked {
        let record: Record
        let targets: [RecordKind: [RecordID]]

        init(_ record: Record) {
            self.record = record
            targets = Dictionary(grouping: record.links, by: \.kind).mapValues { $0.map(\.target) }
        }
    }

    private static func folder(
        _ linkedCase: Linked, linked: [RecordID: Linked], records: [RecordID: Record],
        consents: [RecordID: [Record]], _ evidence: Evidence
    ) -> CaseFolder {
        let record = linkedCase.record
        let subject = record[CaseFields.person].value
        let cases = [linkedCase] + (linkedCase.targets[.case] ?? []).compactMap { linked[$0] }
        let sources = Array(evidence.testimonies.values) + Array(evidence.exhibits.values)
        let named = cases.flatMap { $0.targets[.person] ?? [] } + sources.flatMap { $0.targets(of: .person) }
        let others = Set(named).filter { $0 != subject }.sorted()
        let about = ([subject].compactMap(\.self) + others + sources.map(\.id).sorted()).flatMap { consents[$0] ?? [] }
        var seen: Set<RecordID> = []
        return CaseFolder(
            caseRecord: record, person: subject.flatMap { records[$0] },
            incident: record[CaseFields.incident].value.flatMap { records[$0] },
            earlierIncidents: (record[CaseFields.earlierIncidents].value ?? []).compactMap { records[$0] },
            others: Dictionary(others.compactMap { id in records[id].map { (id, $0) } }) { first, _ in first },
            consents: about.filter { seen.insert($0.id).inserted }, evidence: evidence)
    }

    // MARK: Evidence

    /// The claims about each case, the accounts and exhibits that they rest on, and those that say they are about it.
    private func evidence(of cases: [RecordID]) throws -> [RecordID: Evidence] {
        let fields = [
            ClaimFields.aboutCase.definition, TestimonyFields.cases.definition, ExhibitFields.cases.definition,
        ]
        let about = try sources(of: fields, to: cases)
        guard !about.isEmpty else { return [:] }
        let named = try fetch(about.values.flatMap(\.self))
        let pointed = try fetch(
            named.values.flatMap { $0.targets(of: .testimony) + $0.targets(of: .exhibit) }.filter { named[$0] == nil })
        // An account may have its recording among the exhibits.
        let recordings = try fetch(pointed.values.flatMap { $0.targets(of: .exhibit) })
        let all = named.merging(pointed) { first, _ in first }.merging(recordings) { first, _ in first }
        return about.mapValues { ids in
            var found = Set(ids)
            for _ in 0..<2 {
                found.formUnion(found.compactMap { all[$0] }.flatMap { $0.targets(of: .testimony, .exhibit) })
            }
            let records = found.compactMap { all[$0] }
            let ofKind = { (kind: RecordKind) in
                Dictionary(records.filter { $0.kind == kind }.map { ($0.id, $0) }) { first, _ in first }
            }
            return Evidence(
                testimonies: ofKind(.testimony), exhibits: ofKind(.exhibit),
                claims: records.filter { $0.kind == .claim }.sorted { $0.id < $1.id })
        }
    }

    /// The records that name each target in one of the fields.
    private func sources(of fields: [FieldDefinition], to targets: [RecordID]) throws -> [RecordID: [RecordID]] {
        let now = try linked(of: fields, to: targets)
        guard let entry else { return now }
        return try EarlierLinks(library: library, database: database, entry: entry)
            .sources(of: fields, to: targets, now: now)
    }

    private func linked(of fields: [FieldDefinition], to targets: [RecordID]) throws -> [RecordID: [RecordID]] {
        var found: [RecordID: [RecordID]] = [:]
        for chunk in library.chunks(targets) {
            let statement = try database.cachedStatement(
                sql: """
                    SELECT source, target FROM link WHERE target IN (\(databaseQuestionMarks(count: chunk.count)))
                    AND field IN (\(databaseQuestionMarks(count: fields.count))) ORDER BY source
                    """)
            let rows = try Row.fetchCursor(
                statement, arguments: StatementArguments(chunk.map(\.text) + fields.map(\.id)))
            while let row = try rows.next() {
                guard let source = RecordID(row["source"]), let target = RecordID(row["target"]) else { continue }
                found[target, default: []].append(source)
            }
        }
        return found
    }

    /// The cases that name any of these persons, accounts or exhibits, or that these say they are about.
    func cases(restingOn ids: [RecordID]) throws -> [RecordID] {
        var found: Set<RecordID> = []
        for chunk in library.chunks(ids) {
            let marks = databaseQuestionMarks(count: chunk.count)
            let arguments = StatementArguments(chunk.map(\.text) + chunk.map(\.text) + chunk.map(\.text))
            // Cases that name them; cases that they name; cases of the claims, accounts and exhibits that name them. The
            // cross join keeps SQLite from going through all cases for the last of these.
            let ids = try String.fetchAll(
                database,
                sql: """
                    SELECT record.id FROM record JOIN link ON link.source = record.id
                    WHERE record.kind = 'case' AND link.target IN (\(marks))
                    UNION
                    SELECT record.id FROM record JOIN link ON link.target = record.id
                    WHERE record.kind = 'case' AND link.source IN (\(marks))
                    UNION
                    SELECT about.target FROM link AS named CROSS JOIN link AS about ON about.source = named.source
                    WHERE named.target IN (\(marks))
                    AND about.field IN ('claim.case', 'testimony.cases', 'exhibit.cases')
                    """, arguments: arguments)
            found.formUnion(ids.compactMap(RecordID.init))
        }
        return found.sorted()
    }

    // MARK: Consents

    func consents(opening source: Record) throws -> [Record] {
        let giver =
            source.kind == .testimony ? source[TestimonyFields.speaker].value : source[ExhibitFields.obtainedFrom].value
        let found = try consents(about: Set([giver].compactMap(\.self)), sources: [source.id])
        var seen: Set<RecordID> = []
        return found.values.flatMap(\.self).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    }

    /// The consents that open the data of each person, account or exhibit.
    private func consents(about people: Set<RecordID>, sources: Set<RecordID>) throws -> [RecordID: [Record]] {
        let fields = [
            ConsentFields.about.definition, ConsentFields.testimonies.definition, ConsentFields.exhibits.definition,
        ]
        let found = try self.sources(of: fields, to: Array(people.union(sources)))
        let records = try fetch(found.values.flatMap(\.self))
        return found.mapValues { ids in ids.compactMap { records[$0] } }
    }

    private func fetch(_ ids: [RecordID]) throws -> [RecordID: Record] {
        guard let entry else { return try library.fetch(ids, database) }
        return try library.fetch(ids, database, asOf: entry)
    }
}

extension Record {
    /// The ids of the records of some kinds that this one names.
    fileprivate func targets(of kinds: RecordKind...) -> [RecordID] {
        links.filter { kinds.contains($0.kind) }.map(\.target)
    }
}
