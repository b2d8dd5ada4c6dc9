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
                database.cachedStatement(
                    sql: "SELECT body, origin, hash FROM revision WHERE record = ? AND number = ?"),
                arguments: [id.text, number]
            ).map { try kept($0, id: id.text) }
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
            try verifier.strays(database)
            try verifier.present(database)
            return verifier.verdict
        }
    }
}
