public import DossierModel
import Foundation
import GRDB

extension Library {
    /// The last revision of a record; nil when there is none of that id.
    public func record(_ id: RecordID) throws -> DossierModel.Record? { try read { try fetch([id], $0)[id] } }

    /// The kind of a record, and the number of its last revision.
    public func standing(of id: RecordID) throws -> (kind: RecordKind, revision: Int)? {
        try read { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT kind, number FROM record WHERE id = ?"), arguments: [id.text]
            )
            .flatMap { row in RecordKind(rawValue: row["kind"]).map { ($0, row["number"]) } }
        }
    }

    /// The ids of all records of a kind, in order.
    public func ids(of kind: RecordKind) throws -> [RecordID] {
        try read { database in
            try String.fetchAll(
                database, sql: "SELECT id FROM record WHERE kind = ? ORDER BY id", arguments: [kind.rawValue]
            ).compactMap(RecordID.init)
        }
    }

    /// All records of a kind, in the order of their ids.
    public func records(of kind: RecordKind) throws -> [DossierModel.Record] {
        var all: [DossierModel.Record] = []
        try forEachBatch(of: kind) { all += $0 }
        return all
    }

    /// Hands out the records of a kind in the order of their ids, some at a time.
    public func forEachBatch(
        of kind: RecordKind, size: Int = 1_000, _ body: ([DossierModel.Record]) throws -> Void
    ) throws {
        let ids = try ids(of: kind)
        for start in stride(from: 0, to: ids.count, by: size) {
            let part = Array(ids[start..<min(start + size, ids.count)])
            let records = try read { try fetch(part, $0) }
            try body(part.compactMap { records[$0] })
        }
    }

    /// The consents that may open an account or exhibit: about it, and about whoever gave it.
    public func consents(opening source: DossierModel.Record) throws -> [DossierModel.Record] {
        try read { try FolderReading(library: self, database: $0).consents(opening: source) }
    }

    /// A case with everything that it speaks of; nil when there is no such case.
    public func folder(ofCase id: RecordID) throws -> CaseFolder? {
        try read { try FolderReading(library: self, database: $0).folders(of: [id]).first }
    }

    /// A stretch of the cases in the order of their ids. What is added while it is read falls into one stretch or another,
    /// never into two.
    public struct Stretch: Sendable, Hashable {
        /// Not part of the stretch; empty: from the first case.
        let after: String
        /// The last of the stretch; nil: to the last case.
        let through: String?

        public static let all = Stretch(after: "", through: nil)
    }

    /// The cases in several stretches of equal length, so that several connections share the work.
    public func stretches(_ count: Int) throws -> [Stretch] {
        let bounds = try read { database in
            let cases = try Int.fetchOne(database, sql: "SELECT count(*) FROM record WHERE kind = 'case'") ?? 0
            return try (1..<max(count, 1)).compactMap { part in
                try String.fetchOne(
                    database, sql: "SELECT id FROM record WHERE kind = 'case' ORDER BY id LIMIT 1 OFFSET ?",
                    arguments: [cases * part / count])
            }
        }
        return zip([""] + bounds, bounds.map { $0 } + [nil]).map { Stretch(after: $0, through: $1) }
    }

    /// Hands out cases in the order of their ids, some at a time, so that memory does not grow with the library.
    public func forEachBatch(
        of size: Int = 250, in stretch: Stretch = .all, _ body: ([CaseFolder]) throws -> Void
    ) throws {
        var last = stretch.after
        while true {
            let folders = try read { database in
                let ids = try String.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM record WHERE kind = 'case' AND id > ? AND id <= ifnull(?, '~')
                        ORDER BY id LIMIT ?
                        """, arguments: [last, stretch.through, size]
                ).compactMap(RecordID.init)
                return try FolderReading(library: self, database: database).folders(of: ids)
            }
            guard let lastID = folders.last?.caseRecord.id else { return }
            try body(folders)
            last = lastID.text
            if folders.count < size { return }
        }
    }

    func fetch(_ ids: [RecordID], _ database: Database) throws -> [RecordID: Record] {
        var records: [RecordID: Record] = [:]
        for chunk in chunks(ids) {
            // Kept with the connection: making a statement takes longer than reading a few records by it.
            let statement = try database.cachedStatement(
                sql: """
                    SELECT id, body, origin, hash FROM record
                    JOIN revision ON revision.record = record.id AND revision.number = record.number
                    WHERE id IN (\(databaseQuestionMarks(count: chunk.count)))
                    """)
            let rows = try Row.fetchCursor(statement, arguments: StatementArguments(chunk.map(\.text)))
            while let row = try rows.next() {
                let record = try kept(row, id: row["id"])
                records[record.id] = record
            }
        }
        return records
    }

    /// The record of a row with body, origin and hash. A disk that has changed one letter of a testimony must not pass
    /// for the witness: the bytes are held against their hash each time.
    func kept(_ row: Row, id: String) throws -> DossierModel.Record {
        let body: Data = row["body"]
        let bytes = RecordBytes(body: Array(body), origin: row["origin"])
        guard bytes.hash == row["hash"], let record = bytes.record(), record.id.text == id else {
            throw LibraryError(.damaged, path: path, detail: id)
        }
        return record
    }

    func chunks(_ ids: [RecordID]) -> [[RecordID]] {
        let unique = Array(Set(ids))
        return stride(from: 0, to: unique.count, by: 500).map { Array(unique[$0..<min($0 + 500, unique.count)]) }
    }
}
