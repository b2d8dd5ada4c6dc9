public import DossierModel
import Foundation
import GRDB

extension Library {
    /// The cases that name a record or that it says it is about, in the order of their ids; a case itself for a case.
    public func cases(about id: RecordID) throws -> [RecordID] {
        try read { database in
            let kind = try String.fetchOne(database, sql: "SELECT kind FROM record WHERE id = ?", arguments: [id.text])
            if kind == RecordKind.case.rawValue { return [id] }
            let reading = FolderReading(library: self, database: database)
            guard kind == RecordKind.consent.rawValue else { return try reading.cases(restingOn: [id]) }
            // A consent belongs to the cases of those whose data it opens.
            let opened = try String.fetchAll(
                database, sql: "SELECT target FROM link WHERE source = ?", arguments: [id.text])
            return try reading.cases(restingOn: opened.compactMap { RecordID($0) })
        }
    }

    /// The cases that each of some records belongs to, as ``cases(about:)`` tells of one.
    public func cases(aboutEach ids: [RecordID]) throws -> [RecordID: [RecordID]] {
        guard !ids.isEmpty else { return [:] }
        let marks = databaseQuestionMarks(count: ids.count)
        let texts = ids.map(\.text)
        return try read { database in
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT id AS one, id AS found FROM record WHERE kind = 'case' AND id IN (\(marks))
                        UNION
                        SELECT link.target, link.source FROM link CROSS JOIN record ON record.id = link.source
                        WHERE link.target IN (\(marks)) AND record.kind = 'case'
                        UNION
                        SELECT link.source, link.target FROM link CROSS JOIN record ON record.id = link.target
                        WHERE link.source IN (\(marks)) AND record.kind = 'case'
                        UNION
                        SELECT consent.source, link.source FROM link AS consent CROSS JOIN link
                        ON link.target = consent.target CROSS JOIN record ON record.id = link.source
                        WHERE consent.source IN (\(marks)) AND record.kind = 'case'
                        ORDER BY one, found
                        """), arguments: StatementArguments(texts + texts + texts + texts))
            var found: [RecordID: [RecordID]] = [:]
            for row in rows {
                guard let one = RecordID(row["one"]), let id = RecordID(row["found"]) else { continue }
                found[one, default: []].append(id)
            }
            return found
        }
    }

    /// Several cases with everything that they speak of, in the order of the ids; what is no case is left out.
    public func folders(ofCases ids: [RecordID]) throws -> [CaseFolder] {
        try read { try FolderReading(library: self, database: $0).folders(of: ids) }
    }

    /// Several cases with the disappeared person and the incident alone: for lists.
    public func heads(ofCases ids: [RecordID]) throws -> [CaseFolder] {
        try read { database in
            let cases = try fetch(ids, database)
            let named = cases.values.flatMap { record in
                [record[CaseFields.person].value, record[CaseFields.incident].value].compactMap(\.self)
            }
            let records = try fetch(named, database)
            return ids.compactMap { id in
                cases[id].map { record in
                    CaseFolder(
                        caseRecord: record, person: record[CaseFields.person].value.flatMap { records[$0] },
                        incident: record[CaseFields.incident].value.flatMap { records[$0] })
                }
            }
        }
    }

    /// The cases that have an incident for theirs or for an earlier one, in the order of their ids.
    public func cases(sharing incident: RecordID) throws -> [RecordID] {
        try read {
            try String.fetchAll(
                $0,
                sql: "SELECT DISTINCT source FROM link WHERE target = ? AND field IN (?, ?) ORDER BY source",
                arguments: [
                    incident.text, CaseFields.incident.definition.id, CaseFields.earlierIncidents.definition.id,
                ]
            ).compactMap { RecordID($0) }
        }
    }

    /// How many records of a kind there are.
    public func count(of kind: RecordKind) throws -> Int {
        try read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM record WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
        }
    }

    /// The number of the ledger's last entry: it changes with every change of the library.
    public func lastEntry() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT max(seq) FROM ledger") ?? 0 }
    }

    /// Some ids of a kind after one of them, in order: a page of a list.
    public func ids(of kind: RecordKind, after: RecordID?, limit: Int) throws -> [RecordID] {
        try read {
            try String.fetchAll(
                $0, sql: "SELECT id FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?",
                arguments: [kind.rawValue, after?.text ?? "", limit]
            ).compactMap { RecordID($0) }
        }
    }

    /// Records that were added or revised of late, each once, the last first, with the time in UTC: so many at most, and
    /// among the last entries of the ledger alone.
    public func lastChanged(limit: Int, amongEntries entries: Int = 2_000) throws -> [(id: RecordID, at: String)] {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT subject, at, action FROM ledger ORDER BY seq DESC LIMIT ?", arguments: [entries])
            var seen: Set<String> = []
            var found: [(id: RecordID, at: String)] = []
            while found.count < limit, let row = try rows.next() {
                let action: String = row["action"]
                guard action == "added" || action == "revised", seen.insert(row["subject"]).inserted,
                    let id = RecordID(row["subject"])
                else { continue }
                found.append((id, row["at"]))
            }
            return found
        }
    }

    /// Records of a kind in which a text stands as it is, in the order of their ids; of persons also those whose family and
    /// given name, written together, begin with it. Reads every record of the kind until `limit` are found.
    public func ids(of kind: RecordKind, holding text: String, limit: Int) throws -> [RecordID] {
        guard !text.isEmpty else { return [] }
        var pieces = [Data(JSONText.bytes(PlainNode(.scalar(text))).dropFirst().dropLast())]
        if kind == .person { pieces += Self.names(text) }
        let conditions = pieces.map { _ in "instr(body, ?) > 0" }.joined(separator: " OR ")
        var arguments = StatementArguments([kind.rawValue])
        arguments += StatementArguments(pieces)
        arguments += StatementArguments([limit])
        return try read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT id FROM record JOIN revision ON revision.record = record.id
                    AND revision.number = record.number WHERE record.kind = ? AND (\(conditions)) ORDER BY id LIMIT ?
                    """, arguments: arguments
            ).compactMap { RecordID($0) }
        }
    }

    /// How a name stands in a record: cut after the space, else after the first letter and after the second.
    private static func names(_ text: String) -> [Data] {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        let cuts: [(String, String)] =
            words.count == 2
            ? [(words[0], words[1]), (words[1], words[0])]
            : [1, 2].filter { $0 < text.count }.map { (String(text.prefix($0)), String(text.dropFirst($0))) }
        return cuts.map { family, given in
            let pair = [("family", family), ("given", given)].map { PlainNode.Pair($0, PlainNode(.scalar($1))) }
            // Without the closing quotation mark and brace: the given name may go on.
            return Data(JSONText.bytes(PlainNode(.map(pair))).dropFirst().dropLast(2))
        }
    }
}
