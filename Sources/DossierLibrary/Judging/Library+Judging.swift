public import DossierModel
import Foundation
import GRDB

extension Library {
    /// The decisions about pairs of records that stand: of each pair the last one, unless it was taken back.
    public func judgements() throws -> [Judgement] {
        try read { database in
            guard try JudgementTable.isThere(in: database) else { return [] }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT first, second, verdict, actor, at, reason FROM judgement
                    WHERE number IN (SELECT max(number) FROM judgement GROUP BY first, second) AND verdict <> 'undone'
                    ORDER BY number
                    """
            ).compactMap(Self.judgement)
        }
    }

    /// Every decision about a pair, the first first; `nil` in place of a verdict is one that was taken back.
    public func judgements(about first: RecordID, _ second: RecordID) throws -> [(
        verdict: Judgement.Verdict?, actor: String, at: String, reason: String
    )] {
        try read { database in
            guard try JudgementTable.isThere(in: database) else { return [] }
            return try Row.fetchAll(
                database,
                sql: "SELECT verdict, actor, at, reason FROM judgement WHERE first = ? AND second = ? ORDER BY number",
                arguments: [min(first, second).text, max(first, second).text]
            ).map { (Judgement.Verdict(rawValue: $0["verdict"]), $0["actor"], $0["at"], $0["reason"]) }
        }
    }

    /// Remembers a decision, or with nil takes the one that stands back. Neither record changes.
    ///
    /// - Throws: ``LibraryError`` when there is no such record.
    public func judge(_ first: RecordID, _ second: RecordID, _ verdict: Judgement.Verdict?, change: Change) throws {
        try write { database in
            for id in [first, second] {
                let kind = try String.fetchOne(
                    database, sql: "SELECT kind FROM record WHERE id = ?", arguments: [id.text])
                guard kind == RecordKind.person.rawValue, first != second else {
                    throw LibraryError(.danglingReference, path: path, detail: id.text)
                }
            }
            try JudgementTable.make(in: database)
            let word = verdict?.rawValue ?? "undone"
            let (one, other) = (min(first, second), max(first, second))
            var ledger = try Ledger.Appender(database)
            let seq = try ledger.append(.judged, subject: one.text, payload: "\(other.text) \(word)", change: change)
            try database.execute(
                sql:
                    "INSERT INTO judgement (first, second, verdict, actor, at, reason, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [one.text, other.text, word, change.actor, change.at.text, change.reason, seq])
        }
    }

    private static func judgement(_ row: Row) -> Judgement? {
        guard let first = RecordID(row["first"]), let second = RecordID(row["second"]),
            let verdict = Judgement.Verdict(rawValue: row["verdict"])
        else { return nil }
        return Judgement(first, second, verdict, actor: row["actor"], at: row["at"], reason: row["reason"])
    }
}

/// The table of decisions, made with the first, so that a library of an earlier version takes them too. It is only added to. Records are
/// named by id and not by reference: an import that is undone and done again finds its decisions.
enum JudgementTable {
    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS judgement (
                    number INTEGER PRIMARY KEY,
                    first TEXT NOT NULL,
                    second TEXT NOT NULL,
                    verdict TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    at TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    seq INTEGER NOT NULL REFERENCES ledger (seq)
                ) STRICT;
                CREATE INDEX IF NOT EXISTS judgement_pair ON judgement (first, second);
                """)
    }

    static func isThere(in database: Database) throws -> Bool { try database.holdsTable("judgement") }
}
