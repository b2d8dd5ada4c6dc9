import DossierModel
import Foundation
import GRDB

/// Puts what a list says beside what the library holds.
struct ImportMerging {
    let library: Library
    let database: Database

    private static let chunk = 500

    func entries(_ told: [Record]) throws -> [ImportPlan.Entry] {
        let hasLists = try ImportTables.areThere(in: database)
        var entries: [ImportPlan.Entry] = []
        entries.reserveCapacity(told.count)
        for start in stride(from: 0, to: told.count, by: Self.chunk) {
            let part = Array(told[start..<min(start + Self.chunk, told.count)])
            let current = try library.fetch(part.map(\.id), database)
            let said = hasLists && !current.isEmpty ? try self.said(part.map(\.id).filter { current[$0] != nil }) : [:]
            for record in part { entries.append(entry(record, current[record.id], said[record.id])) }
        }
        return entries
    }

    private func entry(_ told: Record, _ current: Record?, _ base: Record?) -> ImportPlan.Entry {
        guard let current else {
            return .init(told: told, standing: .new, merged: told, current: nil, doubtful: [])
        }
        if base == told { return .init(told: told, standing: .same, merged: nil, current: current, doubtful: []) }
        let merge = RecordMerge(current: current, told: told, base: base)
        let merged = merge.record == current ? nil : merge.record
        let standing: ImportPlan.Standing =
            !merge.doubtful.isEmpty ? .doubtful : merged == nil && base == nil ? .same : .changed
        // A list that says anew what the record says already, by another's hand: only what the list said is noted.
        return .init(
            told: told, standing: standing, merged: merged, current: current, doubtful: merge.doubtful)
    }

    /// What the lists said last of each record, batches that were undone left out.
    private func said(_ ids: [RecordID]) throws -> [RecordID: Record] {
        var found: [RecordID: Record] = [:]
        for chunk in library.chunks(ids) {
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT last.record AS record, said, body, origin FROM import_row AS last
                    JOIN (
                        SELECT record, max(batch) AS batch FROM import_row
                        JOIN import_batch ON number = batch AND undone IS NULL
                        WHERE record IN (\(databaseQuestionMarks(count: chunk.count))) GROUP BY record
                    ) AS newest ON newest.record = last.record AND newest.batch = last.batch
                    JOIN revision ON revision.record = last.record AND revision.number = last.after
                    """, arguments: StatementArguments(chunk.map(\.text)))
            while let row = try rows.next() {
                let said: Data? = row["said"]
                let body: Data = said ?? row["body"]
                guard let record = RecordBytes(body: Array(body), origin: "").record() else {
                    throw LibraryError(.damaged, path: library.path, detail: row["record"])
                }
                found[record.id] = record
            }
        }
        return found
    }
}
