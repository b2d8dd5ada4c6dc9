public import DossierModel
import Foundation
import GRDB

extension Library {
    /// What undoing an import did.
    public struct UndoReport: Sendable, Hashable {
        /// Records that the import had added, and that are no longer there; their revisions stay in the history.
        public var removed: [RecordID] = []
        /// Records that say again what they said before.
        public var restored: [RecordID] = []
    }

    /// Why an import cannot be undone: what has come after it.
    public struct UndoRefusal: Error, Sendable, Hashable {
        public enum Rule: String, Sendable, Hashable, CaseIterable {
            case noSuchImport, alreadyUndone
            /// Records that were revised after the import.
            case revisedSince
            /// Records to which others point.
            case pointedTo
            /// Records that documents were made of.
            case disclosed
        }

        public var rule: Rule
        public var batch: Int
        public var records: [RecordID]
    }

    /// Undoes an import in one transaction: what it added is taken out of the present, what it revised says again what it said. The
    /// history keeps everything.
    ///
    /// - Throws: ``UndoRefusal`` when something rests on the import by now, with the records; nothing is changed then.
    public func undoImport(_ batch: Int, change: Change) throws -> UndoReport {
        try write { database in
            let undoing = try ImportUndoing(library: self, database: database, batch: batch)
            try undoing.requireFree()
            return try undoing.undo(change)
        }
    }
}

/// The undoing of one import within its transaction.
private struct ImportUndoing {
    let library: Library
    let database: Database
    let batch: Int
    private let rows: [(record: String, before: Int, after: Int)]

    init(library: Library, database: Database, batch: Int) throws {
        self.library = library
        self.database = database
        self.batch = batch
        guard try ImportTables.areThere(in: database),
            let known = try Row.fetchOne(
                database, sql: "SELECT undone FROM import_batch WHERE number = ?", arguments: [batch])
        else { throw Library.UndoRefusal(rule: .noSuchImport, batch: batch, records: []) }
        let undone: Int? = known["undone"]
        guard undone == nil else { throw Library.UndoRefusal(rule: .alreadyUndone, batch: batch, records: []) }
        rows = try Row.fetchAll(
            database, sql: "SELECT record, before, after FROM import_row WHERE batch = ? ORDER BY record",
            arguments: [batch]
        ).map { ($0["record"], $0["before"], $0["after"]) }
    }

    func requireFree() throws {
        try refuse(
            .revisedSince,
            """
            SELECT import_row.record FROM import_row LEFT JOIN record ON record.id = import_row.record
            LEFT JOIN revision AS now ON now.record = record.id AND now.number = record.number
            JOIN revision AS made ON made.record = import_row.record AND made.number = after
            WHERE batch = ?1 AND (now.hash IS NULL OR now.hash <> made.hash)
            """)
        try refuse(
            .pointedTo,
            """
            SELECT DISTINCT link.target FROM import_row JOIN link ON link.target = import_row.record
            WHERE batch = ?1 AND before = 0 AND NOT EXISTS (
                SELECT 1 FROM import_row AS own WHERE own.record = link.source AND own.batch = ?1 AND own.before = 0)
            """)
        try refuse(
            .disclosed,
            """
            SELECT DISTINCT subject FROM ledger JOIN import_row ON import_row.record = subject
            WHERE batch = ?1 AND action = 'disclosed' AND ledger.seq > (SELECT seq FROM import_batch WHERE number = ?1)
            """)
    }

    private func refuse(_ rule: Library.UndoRefusal.Rule, _ sql: String) throws {
        let found = try String.fetchAll(database, sql: sql, arguments: [batch])
        guard found.isEmpty else {
            throw Library.UndoRefusal(rule: rule, batch: batch, records: found.compactMap { RecordID($0) }.sorted())
        }
    }

    func undo(_ change: Change) throws -> Library.UndoReport {
        var report = Library.UndoReport()
        let revised = rows.filter { $0.before > 0 && $0.after > $0.before }
        let earlier = try revised.compactMap { row -> Record? in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT body, origin, hash FROM revision WHERE record = ? AND number = ?"),
                arguments: [row.record, row.before]
            ).map { try library.kept($0, id: row.record) }
        }
        _ = try Saving(database: database, path: library.path, change: change).save(earlier, expecting: [:])
        report.restored = earlier.map(\.id)
        var ledger = try Ledger.Appender(database)
        let added = rows.filter { $0.before == 0 }
        try remove(added.map(\.record), &ledger, change)
        report.removed = added.compactMap { RecordID($0.record) }
        let seq = try ledger.append(.undone, subject: "import-\(batch)", payload: "", change: change)
        try database.execute(sql: "UPDATE import_batch SET undone = ? WHERE number = ?", arguments: [seq, batch])
        return report
    }

    private func remove(_ ids: [String], _ ledger: inout Ledger.Appender, _ change: Change) throws {
        let hash = try database.cachedStatement(
            sql: """
                SELECT revision.hash FROM record
                JOIN revision ON revision.record = record.id AND revision.number = record.number WHERE record.id = ?
                """)
        for id in ids {
            _ = try ledger.append(
                .removed, subject: id, payload: try String.fetchOne(hash, arguments: [id]) ?? "", change: change)
        }
        let unlink = try database.cachedStatement(sql: "DELETE FROM link WHERE source = ?")
        for id in ids { try unlink.execute(arguments: [id]) }
        let drop = try database.cachedStatement(sql: "DELETE FROM record WHERE id = ?")
        for id in ids { try drop.execute(arguments: [id]) }
    }
}
