public import DossierModel
import Foundation
import GRDB

extension Library {
    /// One revision of a record, as the ledger tells of it.
    public struct Revision: Sendable, Hashable {
        public var number: Int
        public var at: String
        public var actor: String
        public var action: String
        public var reason: String
        /// SHA-256 of what the record said.
        public var hash: String
    }

    /// All revisions of a record, the first first; empty when there is none of that id.
    public func history(of id: RecordID) throws -> [Revision] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, at, actor, action, detail, revision.hash AS hash FROM revision
                    JOIN ledger ON ledger.seq = revision.seq WHERE record = ? ORDER BY number
                    """, arguments: [id.text]
            ).map { row in
                Revision(
                    number: row["number"], at: row["at"], actor: row["actor"], action: row["action"],
                    reason: row["detail"], hash: row["hash"])
            }
        }
    }

    /// What a record said in one of its revisions.
    public func record(_ id: RecordID, revision number: Int) throws -> DossierModel.Record? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT body, origin FROM revision WHERE record = ? AND number = ?",
                arguments: [id.text, number]
            ).flatMap { row in
                let body: Data = row["body"]
                return RecordBytes(body: Array(body), origin: row["origin"]).record()
            }
        }
    }

    /// What recomputing every hash has shown.
    public struct LedgerVerdict: Sendable, Hashable {
        public var entries: Int
        public var revisions: Int
        /// The last entry's number and hash: noted elsewhere, it proves later that nothing before it was rewritten.
        public var head: String
        /// Every break; none in a sound library.
        public var breaks: [Break]

        public struct Break: Sendable, Hashable {
            /// The number of the ledger's entry.
            public var entry: Int
            public var kind: Kind
            public var subject: String
        }

        public enum Kind: String, Sendable, CaseIterable {
            /// The entry's own hash is not that of what it says.
            case entryChanged
            /// The entry does not hold the hash of the one before.
            case chainBroken
            /// A number is missing.
            case entryMissing
            /// The record's bytes are not those of which the ledger holds the hash.
            case revisionChanged
            /// The ledger tells of a revision that is not there.
            case revisionMissing
            /// The record's current state is not its last revision.
            case notLatest
            /// The head that was noted earlier is not in this ledger.
            case headUnknown
        }
    }

    /// Recomputes the whole chain and every revision's hash.
    /// `head` is one noted earlier.
    public func verifyLedger(against head: String? = nil) throws -> LedgerVerdict {
        try read { database in
            var verifier = LedgerVerifier()
            try verifier.chain(database, head: head)
            try verifier.revisions(database)
            return verifier.verdict
        }
    }
}

private struct LedgerVerifier {
    var verdict = Library.LedgerVerdict(entries: 0, revisions: 0, head: "0:\(Ledger.origin)", breaks: [])

    mutating func chain(_ database: Database, head: String?) throws {
        var previous = Ledger.origin
        var seq = 0
        var isHeadKnown = head == nil
        let entries = try Ledger.Entry.fetchCursor(database, sql: "SELECT * FROM ledger ORDER BY seq")
        while let entry = try entries.next() {
            verdict.entries += 1
            if entry.seq != seq + 1 { note(.entryMissing, seq + 1, "") }
            if entry.hash != entry.expectedHash { note(.entryChanged, entry.seq, entry.subject) }
            if entry.previous != previous { note(.chainBroken, entry.seq, entry.subject) }
            verdict.head = "\(entry.seq):\(entry.hash)"
            if verdict.head == head { isHeadKnown = true }
            (previous, seq) = (entry.hash, entry.seq)
        }
        if !isHeadKnown { note(.headUnknown, seq, "") }
    }

    mutating func revisions(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ledger.seq AS entry, subject, payload, body, revision.hash AS hash, record.number AS current,
                    (SELECT max(number) FROM revision AS r WHERE r.record = subject) AS latest
                FROM ledger LEFT JOIN revision ON revision.seq = ledger.seq LEFT JOIN record ON record.id = subject
                WHERE action IN ('added', 'revised') ORDER BY ledger.seq
                """)
        while let row = try rows.next() {
            guard let body: Data = row["body"] else {
                note(.revisionMissing, row["entry"], row["subject"])
                continue
            }
            verdict.revisions += 1
            let hash = RecordBytes(body: Array(body), origin: "").hash
            if hash != row["payload"] || hash != row["hash"] { note(.revisionChanged, row["entry"], row["subject"]) }
            let current: Int? = row["current"]
            if current != row["latest"] { note(.notLatest, row["entry"], row["subject"]) }
        }
    }

    private mutating func note(_ kind: Library.LedgerVerdict.Kind, _ entry: Int, _ subject: String) {
        verdict.breaks.append(.init(entry: entry, kind: kind, subject: subject))
    }
}
