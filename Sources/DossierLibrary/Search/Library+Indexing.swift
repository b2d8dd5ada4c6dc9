import Dispatch
import DossierModel
public import DossierNames
import DossierSearch
import Foundation
import GRDB
import Synchronization

extension Library {
    /// How far the search index is behind the records.
    public struct IndexStanding: Sendable, Hashable {
        /// Whether there is an index of this version at all.
        public var isThere: Bool
        /// How many entries of the ledger it has not seen; 0 when it is of today.
        public var behind: Int
    }

    public func indexStanding() throws -> IndexStanding {
        try read { database in
            guard let seq = try SearchTables.seq(in: database) else {
                return IndexStanding(isThere: false, behind: try lastChange(database))
            }
            return IndexStanding(isThere: true, behind: max(0, try lastChange(database) - seq))
        }
    }

    /// The last entry of the ledger that changed a record.
    private func lastChange(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT seq FROM ledger WHERE action IN ('added', 'revised', 'removed') ORDER BY seq DESC LIMIT 1")
            ?? 0
    }

    /// Brings the search index up to the records, some thousand records a transaction: what was not yet indexed, and what has changed
    /// since. With `anew` all of it. `progress` is told how many entries of the ledger have been gone through, and of how many.
    ///
    /// - Throws: ``LibraryError``, also when the library cannot be written.
    public func index(
        with names: NameReader, anew: Bool = false, progress: ((_ done: Int, _ all: Int) -> Void)? = nil
    ) throws {
        let isCurrent = try read { try SearchTables.seq(in: $0) != nil }
        if anew || !isCurrent {
            try write { database in
                try SearchTables.drop(in: database)
                try SearchTables.make(in: database)
            }
        }
        let last = try read { try lastChange($0) }
        let first = try read { try SearchTables.seq(in: $0) ?? 0 }
        while true {
            let seq = try write { database -> Int? in
                try SearchIndexing(library: self, database: database, names: names).step()
            }
            guard let seq else { return }
            progress?(min(seq, last) - first, max(last - first, 1))
        }
    }
}

/// One step of indexing within its transaction.
private struct SearchIndexing {
    let library: Library
    let database: Database
    let names: NameReader

    private static let step = 4_000

    /// The entry up to which the index is made now; nil when there was nothing to do.
    func step() throws -> Int? {
        guard let seq = try SearchTables.seq(in: database) else { return nil }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT seq, subject FROM ledger WHERE seq > ? AND action IN ('added', 'revised', 'removed')
                ORDER BY seq LIMIT ?
                """, arguments: [seq, Self.step])
        guard let last = rows.last else { return nil }
        var seen: Set<String> = []
        let subjects = rows.map { $0["subject"] as String }.filter { seen.insert($0).inserted }
        try forget(subjects)
        let records = try library.fetch(subjects.compactMap { RecordID($0) }, database)
        try add(subjects.compactMap { RecordID($0) }.compactMap { records[$0] })
        let reached: Int = last["seq"]
        try database.execute(sql: "UPDATE search_state SET seq = ?", arguments: [reached])
        return reached
    }

    private func forget(_ subjects: [String]) throws {
        let statements = try ["search_piece", "search_name", "search_date"].map {
            try database.cachedStatement(sql: "DELETE FROM \($0) WHERE record = ?")
        }
        for subject in subjects { for statement in statements { try statement.execute(arguments: [subject]) } }
    }

    /// What is made of one record, away from the database and on all cores.
    private struct Made: Sendable {
        var record: String
        var texts: [(field: String, level: Int, tokens: String)] = []
        var names: [(key: String, number: Int, name: PersonName)] = []
        var dates: [(field: String, level: Int, earliest: String, latest: String)] = []
    }

    private func add(_ records: [Record]) throws {
        let all = Mutex<[Int: [Made]]>([:])
        let stretch = 64
        let count = (records.count + stretch - 1) / stretch
        let names = names
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let made = records[part * stretch..<min((part + 1) * stretch, records.count)].map { Self.make($0, names) }
            all.withLock { $0[part] = made }
        }
        let made = all.withLock { $0 }
        let addPiece = try database.cachedStatement(
            sql: "INSERT INTO search_piece (record, field, level) VALUES (?, ?, ?)")
        let addText = try database.cachedStatement(sql: "INSERT INTO search_text (rowid, tokens) VALUES (?, ?)")
        let addName = try database.cachedStatement(sql: "INSERT OR IGNORE INTO search_name VALUES (?, ?, ?, ?, ?, ?)")
        let addDate = try database.cachedStatement(sql: "INSERT INTO search_date VALUES (?, ?, ?, ?, ?)")
        for one in (0..<count).flatMap({ made[$0] ?? [] }) {
            for text in one.texts {
                try addPiece.execute(arguments: [one.record, text.field, text.level])
                try addText.execute(arguments: [database.lastInsertedRowID, text.tokens])
            }
            for name in one.names {
                try addName.execute(arguments: [
                    name.key, one.record, name.number, name.name.script.rawValue, name.name.family, name.name.given,
                ])
            }
            for date in one.dates {
                try addDate.execute(arguments: [one.record, date.field, date.earliest, date.latest, date.level])
            }
        }
    }

    private static func make(_ record: Record, _ names: NameReader) -> Made {
        var made = Made(record: record.id.text)
        for piece in SearchPiece.pieces(of: record) {
            let (field, level) = (piece.field.id, piece.level.rawValue)
            switch piece.content {
            case .text(let text): made.texts.append((field, level, SearchTokens.tokens(text).joined(separator: " ")))
            case .name(let name):
                made.texts.append((field, level, SearchTokens.tokens(name.joined).joined(separator: " ")))
                let number = made.names.last.map { $0.number + 1 } ?? 0
                for key in SearchKeys.keys(names.keys(of: names.readings(of: name))) {
                    made.names.append((key, number, name))
                }
            case .date(let statement):
                let (earliest, latest) = (statement.date.earliest, statement.date.latest)
                guard earliest != nil || latest != nil else { continue }
                made.dates.append((field, level, earliest?.description ?? "0000", latest?.description ?? "9999"))
            }
        }
        return made
    }
}
