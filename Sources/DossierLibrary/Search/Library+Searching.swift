public import DossierModel
import DossierNames
public import DossierSearch
import Foundation
import GRDB

extension Library {
    /// Records that may hold a term, by the index.
    public struct Candidates: Sendable {
        /// The likeliest first.
        public var ids: [RecordID]
        /// Whether there are more than were looked up.
        public var hasMore: Bool
    }

    /// The records that may hold a term: by name, by words, by date, by id. What the index gives is to be held against the record.
    public func candidates(for term: SearchTerm, _ matching: SearchMatching, limit: Int) throws -> Candidates {
        try read { database in
            guard try SearchTables.areThere(in: database) else { return Candidates(ids: [], hasMore: false) }
            let lookup = SearchLookup(database: database, term: term, matching: matching, limit: limit)
            return try lookup.candidates()
        }
    }
}

extension Library {
    /// Those of some cases of which a record has a date that a term may mean, by the index; nil when the term means none, or may mean
    /// something else as well.
    public func cases(_ ids: [RecordID], holdingDateOf term: SearchTerm) throws -> Set<RecordID>? {
        // A bare year may stand in a text, too.
        guard let date = term.date, date.parts.allSatisfy({ $0.precision >= .month }) else { return nil }
        let (earliest, latest) = (date.earliest?.description ?? "0000", date.latest?.description ?? "9999")
        return try read { database in
            guard try SearchTables.areThere(in: database) else { return nil }
            var found: Set<RecordID> = []
            for chunk in chunks(ids) {
                let marks = databaseQuestionMarks(count: chunk.count)
                let texts = chunk.map(\.text)
                let rows = try String.fetchAll(
                    database,
                    sql: """
                        WITH near (one, record) AS (
                            SELECT id, id FROM record WHERE id IN (\(marks))
                            UNION SELECT source, target FROM link WHERE source IN (\(marks))
                            UNION SELECT target, source FROM link WHERE target IN (\(marks)))
                        SELECT DISTINCT one FROM near JOIN search_date ON search_date.record = near.record
                        WHERE earliest <= ? AND latest >= ?
                        """, arguments: StatementArguments(texts + texts + texts) + [latest, earliest])
                found.formUnion(rows.compactMap { RecordID($0) })
            }
            return found
        }
    }
}

/// Looks one term up.
private struct SearchLookup {
    let database: Database
    let term: SearchTerm
    let matching: SearchMatching
    let limit: Int

    func candidates() throws -> Library.Candidates {
        var found = Library.Candidates(ids: [], hasMore: false)
        var seen: Set<RecordID> = []
        func take(_ ids: [RecordID], _ asked: Int) {
            if ids.count >= asked { found.hasMore = true }
            for id in ids where seen.insert(id).inserted { found.ids.append(id) }
        }
        if let id = term.id,
            try Bool.fetchOne(database, sql: "SELECT 1 FROM record WHERE id = ?", arguments: [id.text]) ?? false
        {
            take([id], .max)
        }
        take(try byName(), limit)
        if !term.isWhole { take(try byWords(), limit) }
        if let date = term.date { take(try byDate(date), limit) }
        return found
    }

    /// Names under the term's keys, the most alike first; where none is, under those of one mistyped sound.
    private func byName() throws -> [RecordID] {
        guard !term.keys.isEmpty else { return [] }
        let whole = term.keys.filter { !$0.family.isEmpty && !$0.given.isEmpty }
        var keys = whole.map { "n\($0.family) \($0.given)" }
        if !term.isWhole { keys += term.keys.filter { $0.family.isEmpty }.map { "g\($0.given)" } }
        var rows = try self.rows(keys)
        if rows.isEmpty, !term.isWhole {
            rows = try self.rows(term.keys.filter { $0.given.isEmpty }.map { "f\($0.family)" })
        }
        if rows.isEmpty { rows = try self.rows(whole.prefix(2).flatMap(SearchKeys.near)) }
        var best: [RecordID: Double] = [:]
        var scores: [PersonName: Double] = [:]
        for (id, name) in rows {
            let score = scores[name] ?? matching.score(term, name)
            scores[name] = score
            best[id] = max(best[id] ?? 0, score)
        }
        return best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private func rows(_ keys: [String]) throws -> [(RecordID, PersonName)] {
        let statement = try database.cachedStatement(
            sql: "SELECT record, script, family, given FROM search_name WHERE key = ? LIMIT ?")
        var found: [(RecordID, PersonName)] = []
        for key in Set(keys).sorted() where found.count < limit {
            for row in try Row.fetchAll(statement, arguments: [key, limit - found.count]) {
                guard let id = RecordID(row["record"]), let script = PersonName.Script(rawValue: row["script"]) else {
                    continue
                }
                found.append((id, PersonName(script: script, family: row["family"], given: row["given"])))
            }
        }
        return found
    }

    private func byWords() throws -> [RecordID] {
        guard !term.tokens.isEmpty else { return [] }
        // Each token in quotation marks, which hold nothing but letters and digits: no word of the query language can be among them.
        var pattern = "\"\(term.tokens.joined(separator: " "))\""
        if term.isPrefix { pattern += "*" }
        let rows = try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT record FROM search_text JOIN search_piece ON search_piece.number = search_text.rowid
                    WHERE search_text MATCH ? LIMIT ?
                    """), arguments: [pattern, limit])
        var seen: Set<String> = []
        return rows.filter { seen.insert($0).inserted }.compactMap { RecordID($0) }
    }

    private func byDate(_ date: PartialDate) throws -> [RecordID] {
        guard date.earliest != nil || date.latest != nil else { return [] }
        let (earliest, latest) = (date.earliest?.description ?? "0000", date.latest?.description ?? "9999")
        let rows = try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT record FROM search_date WHERE earliest BETWEEN ? AND ? LIMIT ?"),
            arguments: [earliest, latest, limit])
        let wider = try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT record FROM search_date WHERE earliest < ? AND latest >= ? LIMIT ?"),
            arguments: [earliest, earliest, limit])
        var seen: Set<String> = []
        return (rows + wider).filter { seen.insert($0).inserted }.compactMap { RecordID($0) }
    }
}
