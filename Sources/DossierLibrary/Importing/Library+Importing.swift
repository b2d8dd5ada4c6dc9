public import DossierModel
import Foundation
import GRDB

extension Library {
    /// What importing records of a list would do; nothing is written.
    public func planImport(of told: [DossierModel.Record]) throws -> ImportPlan {
        try read { ImportPlan(entries: try ImportMerging(library: self, database: $0).entries(told)) }
    }

    /// Imports the records of a list in one transaction: all of them, or on any error none. Importing the same list again changes
    /// nothing.
    ///
    /// - Throws: ``LibraryError`` as ``save(_:change:expecting:closing:)`` does.
    public func importList(
        _ told: [DossierModel.Record], of list: ImportedList, change: Change
    ) throws -> (batch: Int?, plan: ImportPlan) {
        try write { database in
            try ImportTables.make(in: database)
            let plan = ImportPlan(entries: try ImportMerging(library: self, database: database).entries(told))
            let saved = plan.entries.filter { $0.standing != .same }
            guard !saved.isEmpty else { return (nil, plan) }
            var ledger = try Ledger.Appender(database)
            let seq = try ledger.append(
                .imported, subject: list.source, payload: list.file, change: change)
            try database.execute(
                sql: "INSERT INTO import_batch (source, file, mapping, at, actor, seq) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [list.source, list.file, list.mapping, change.at.text, change.actor, seq])
            let batch = Int(database.lastInsertedRowID)
            let records = saved.map { $0.merged ?? $0.current ?? $0.told }
            _ = try Saving(database: database, path: path, change: change).save(records, expecting: [:])
            try note(saved, batch, database)
            return (batch, plan)
        }
    }

    /// Notes what a batch did to each record, and what the list said where that is not what the record says.
    private func note(_ entries: [ImportPlan.Entry], _ batch: Int, _ database: Database) throws {
        let add = try database.cachedStatement(sql: "INSERT INTO import_row VALUES (?, ?, ?, ?, ?)")
        let number = try database.cachedStatement(sql: "SELECT number FROM record WHERE id = ?")
        for entry in entries {
            let after = try Int.fetchOne(number, arguments: [entry.told.id.text]) ?? 0
            let isAsTold = entry.merged == entry.told
            let before = entry.current == nil ? 0 : entry.merged == nil ? after : after - 1
            try add.execute(arguments: [
                entry.told.id.text, batch, before, after, isAsTold ? nil : Data(RecordBytes(entry.told).body),
            ])
        }
    }

    /// The mapping with which a source was imported last; nil when it never was.
    public func importMapping(ofSource source: String) throws -> String? {
        try read { database in
            guard try ImportTables.areThere(in: database) else { return nil }
            return try String.fetchOne(
                database, sql: "SELECT mapping FROM import_batch WHERE source = ? ORDER BY number DESC LIMIT 1",
                arguments: [source])
        }
    }

    /// The mappings with which each source was imported last.
    public func importMappings() throws -> [(source: String, mapping: String)] {
        try read { database in
            guard try ImportTables.areThere(in: database) else { return [] }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT source, mapping FROM import_batch
                    WHERE number IN (SELECT max(number) FROM import_batch GROUP BY source) ORDER BY source
                    """
            ).map { ($0["source"], $0["mapping"]) }
        }
    }

    /// All imports, the last first.
    public func importBatches() throws -> [ImportBatch] {
        try read { database in
            guard try ImportTables.areThere(in: database) else { return [] }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT number, source, file, at, actor, undone,
                        (SELECT count(*) FROM import_row WHERE batch = number AND before = 0) AS added,
                        (SELECT count(*) FROM import_row WHERE batch = number AND before > 0 AND after > before) AS revised
                    FROM import_batch ORDER BY number DESC
                    """
            ).map { row in
                let undone: Int? = row["undone"]
                return ImportBatch(
                    number: row["number"], source: row["source"], at: row["at"], actor: row["actor"], file: row["file"],
                    added: row["added"], revised: row["revised"], isUndone: undone != nil)
            }
        }
    }
}
