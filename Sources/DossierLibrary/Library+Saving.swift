public import DossierModel
import Foundation
import GRDB

extension Library {
    /// What one save did.
    public struct SaveReport: Sendable, Hashable {
        public var added: [RecordID] = []
        public var revised: [RecordID] = []
        public var unchanged: [RecordID] = []
    }

    /// Saves records in one transaction: all of them, or on any error none. A record that says what its last revision
    /// says makes no new one.
    ///
    /// `expecting` holds revision numbers that must still be the last ones, for an edit that began some time ago; the
    /// drafts of `closing` are thrown away in the same transaction, since the records now say what they said.
    ///
    /// - Throws: ``LibraryError`` when a reference points at nothing or an expected revision is no longer the last.
    public func save(
        _ records: [DossierModel.Record], change: Change, expecting: [RecordID: Int] = [:], closing: [RecordID] = []
    ) throws -> SaveReport {
        try write { database in
            for id in closing { try Self.dropDraft(of: id, database) }
            return try Saving(database: database, path: path, change: change).save(records, expecting: expecting)
        }
    }

    /// What saving records would do, by reading alone.
    public func trial(of records: [DossierModel.Record]) throws -> SaveReport {
        try read { database in
            try records.reduce(into: SaveReport()) { report, record in
                let hash = try Saving.lastHash(of: record.id, database)
                switch hash {
                case nil: report.added.append(record.id)
                case RecordBytes(record).hash: report.unchanged.append(record.id)
                default: report.revised.append(record.id)
                }
            }
        }
    }

    /// Notes in the ledger that documents of a case were made for somebody.
    /// `fingerprint` identifies the files, for example by their hashes.
    public func noteDisclosure(ofCase id: RecordID, fingerprint: String, change: Change) throws {
        try noteDisclosures([(id, fingerprint)], change: change)
    }

    /// As ``noteDisclosure(ofCase:fingerprint:change:)`` for many cases, in one transaction.
    public func noteDisclosures(_ disclosures: [(id: RecordID, fingerprint: String)], change: Change) throws {
        try write { database in
            var ledger = try Ledger.Appender(database)
            for (id, fingerprint) in disclosures {
                _ = try ledger.append(.disclosed, subject: id.text, payload: fingerprint, change: change)
            }
        }
    }
}

/// One save within its transaction.
struct Saving {
    let database: Database
    let path: String
    let change: Change

    func save(_ records: [Record], expecting: [RecordID: Int]) throws -> Library.SaveReport {
        var report = Library.SaveReport()
        var ledger = try Ledger.Appender(database)
        let last = try database.cachedStatement(
            sql: """
                SELECT record.number, record.kind, revision.hash FROM record
                JOIN revision ON revision.record = record.id AND revision.number = record.number WHERE record.id = ?
                """)
        let addRevision = try database.cachedStatement(sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)")
        let putRecord = try database.cachedStatement(
            sql: "INSERT INTO record VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET number = excluded.number")
        // A record that was taken out of the present goes on counting where its history ends.
        let ended = try database.cachedStatement(sql: "SELECT max(number) FROM revision WHERE record = ?")
        var changed: [Record] = []
        for (record, made) in ReadyRecords(records) {
            let row = try Row.fetchOne(last, arguments: [record.id.text])
            let number: Int = try row?["number"] ?? Int.fetchOne(ended, arguments: [record.id.text]) ?? 0
            if let expected = expecting[record.id], expected != number {
                throw LibraryError(.conflict, path: path, detail: "\(record.id) \(expected) ≠ \(number)")
            }
            // What points at the record points at one of its kind.
            if let kind: String = row?["kind"], kind != record.kind.rawValue {
                throw LibraryError(.conflict, path: path, detail: "\(record.id) \(record.kind.rawValue) ≠ \(kind)")
            }
            if row?["hash"] == made.hash {
                report.unchanged.append(record.id)
                continue
            }
            // What could not be read back would be lost on the day it is needed.
            guard made.isSound else { throw LibraryError(.unfit, path: path, detail: record.id.text) }
            if row != nil { try requireGrowth(of: record, from: number) }
            let seq = try ledger.append(
                row == nil ? .added : .revised, subject: record.id.text, payload: made.hash, change: change)
            try addRevision.execute(arguments: [
                record.id.text, number + 1, record.kind.rawValue, Data(made.bytes.body), made.bytes.origin, made.hash,
                seq,
            ])
            try putRecord.execute(arguments: [record.id.text, record.kind.rawValue, number + 1])
            if row == nil { report.added.append(record.id) } else { report.revised.append(record.id) }
            changed.append(record)
        }
        try relink(changed)
        return report
    }

    /// A custody record is added to at its end; what stands in it stays.
    private func requireGrowth(of record: Record, from number: Int) throws {
        let fields = FieldCatalogue.growingFields(of: record.kind)
        guard !fields.isEmpty,
            let body = try Data.fetchOne(
                database, sql: "SELECT body FROM revision WHERE record = ? AND number = ?",
                arguments: [record.id.text, number]),
            let earlier = RecordBytes(body: Array(body), origin: "").record()
        else { return }
        for field in fields where !record.grows(field, from: earlier) {
            throw LibraryError(.cutShort, path: path, detail: "\(record.id) \(field.id)")
        }
    }

    static func lastHash(of id: RecordID, _ database: Database) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT revision.hash FROM record
                JOIN revision ON revision.record = record.id AND revision.number = record.number WHERE record.id = ?
                """, arguments: [id.text])
    }

    private func relink(_ records: [Record]) throws {
        let clear = try database.cachedStatement(sql: "DELETE FROM link WHERE source = ?")
        let add = try database.cachedStatement(sql: "INSERT OR IGNORE INTO link VALUES (?, ?, ?)")
        let kind = try database.cachedStatement(sql: "SELECT kind FROM record WHERE id = ?")
        for record in records {
            try clear.execute(arguments: [record.id.text])
            for link in record.links {
                guard try String.fetchOne(kind, arguments: [link.target.text]) == link.kind.rawValue else {
                    throw LibraryError(.danglingReference, path: path, detail: "\(record.id) → \(link.target)")
                }
                try add.execute(arguments: [record.id.text, link.field.id, link.target.text])
            }
        }
    }
}
