import Crypto
import DossierFiles
import GRDB

/// The append-only record of every change and every disclosure. Each entry holds the hash of the one before, so that
/// nothing can be changed or taken out without every later hash failing.
enum Ledger {
    /// What an entry says happened.
    enum Action: String, Sendable {
        case created, added, revised, disclosed, imported
        /// A record was taken out of the present; its revisions stay.
        case removed
        /// An import was undone.
        case undone
        /// Somebody decided whether two records tell of one person.
        case judged
    }

    struct Entry: FetchableRecord, Sendable {
        var seq: Int
        var at: String
        var actor: String
        var action: String
        var subject: String
        var detail: String
        /// Hash of the bytes that the entry is about.
        var payload: String
        var previous: String
        var hash: String

        init(row: Row) {
            seq = row["seq"]
            at = row["at"]
            actor = row["actor"]
            action = row["action"]
            subject = row["subject"]
            detail = row["detail"]
            payload = row["payload"]
            previous = row["previous"]
            hash = row["hash"]
        }

        init(seq: Int, change: Change, action: Action, subject: String, payload: String, previous: String) {
            self.seq = seq
            at = change.at.text
            actor = change.actor
            self.action = action.rawValue
            self.subject = subject
            detail = change.reason
            self.payload = payload
            self.previous = previous
            hash = ""
            hash = expectedHash
        }

        /// SHA-256 over every other part, each with its length before it, so that no two entries run together.
        var expectedHash: String {
            var hasher = SHA256()
            for part in [String(seq), at, actor, action, subject, detail, payload, previous] {
                hasher.update(data: Array("\(part.utf8.count):\(part)".utf8))
            }
            return hasher.finalize().hexadecimal
        }
    }

    /// The hash that the first entry takes for the one before it.
    static let origin = String(repeating: "0", count: 64)

    /// Appends within one write transaction.
    struct Appender {
        private var seq: Int
        private var previous: String
        private let statement: Statement

        init(_ database: Database) throws {
            let last = try Row.fetchOne(database, sql: "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")
            seq = last?["seq"] ?? 0
            previous = last?["hash"] ?? Ledger.origin
            statement = try database.makeStatement(
                sql: "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        }

        /// The number of the new entry.
        mutating func append(_ action: Action, subject: String, payload: String, change: Change) throws -> Int {
            seq += 1
            let entry = Entry(
                seq: seq, change: change, action: action, subject: subject, payload: payload, previous: previous)
            try statement.execute(arguments: [
                entry.seq, entry.at, entry.actor, entry.action, entry.subject, entry.detail, entry.payload,
                entry.previous, entry.hash,
            ])
            previous = entry.hash
            return seq
        }
    }
}

/// Who changes something, why, and when. The actor is a code of the house, not a name.
public struct Change: Sendable, Hashable {
    public var actor: String
    public var reason: String
    public var at: Moment

    public init(actor: String, reason: String, at: Moment) {
        self.actor = actor
        self.reason = reason
        self.at = at
    }
}
