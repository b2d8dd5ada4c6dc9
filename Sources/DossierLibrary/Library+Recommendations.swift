public import DossierModel
import Foundation
import GRDB

extension Library {
    /// What an import of recommendations did. A refresh replaces what the same source told before, and adds nothing twice.
    public struct RecommendationReport: Sendable, Hashable {
        public var added: [Recommendation.Key] = []
        public var changed: [Changed] = []
        public var unchanged = 0
        /// Told by the source before, and no longer.
        public var gone: [Recommendation.Key] = []

        public struct Changed: Sendable, Hashable {
            public var key: Recommendation.Key
            public var what: [RecommendationRefresh.Change]
        }
    }

    /// Thrown at the end of a trial, so that the database takes everything back.
    private struct Undone: Error {}

    /// Replaces what `source` told of `states` (of all, when nil) by what `hand` hands out, in one transaction: all of it,
    /// or on any error, and on a trial, nothing. Reports that `hand` is silent about stay, since exports are known to lack
    /// whole cycles; with `isPartial` nothing is taken out at all.
    ///
    /// - Throws: ``LibraryError``, and what `hand` throws.
    public func replaceRecommendations(
        from source: Recommendation.Source, ofStates states: Set<String>?, isPartial: Bool = false,
        isTrial: Bool = false, fingerprint: () -> String, change: Change,
        _ hand: (_ take: ([Recommendation]) throws -> Void) throws -> Void
    ) throws -> RecommendationReport {
        var report = RecommendationReport()
        do {
            try write { database in
                try RecommendationTables.make(in: database)
                var replacing = try RecommendationReplacing(database, source: source, states: states)
                try hand { try replacing.take($0) }
                var ledger = try Ledger.Appender(database)
                let seq = try ledger.append(
                    .imported, subject: "recommendations", payload: fingerprint(), change: change)
                report = try replacing.finish(seq, isPartial: isPartial)
                if isTrial { throw Undone() }
            }
        } catch is Undone {}
        return report
    }

    /// The recommendations that a filter asks for, by State, cycle and number; of several sources one after the other.
    public func recommendations(_ filter: RecommendationFilter) throws -> [Recommendation] {
        var conditions: [String] = []
        var arguments: [any DatabaseValueConvertible] = []
        if let state = filter.state {
            conditions.append("state = ?")
            arguments.append(StateName.key(state))
        }
        if let cycle = filter.cycle {
            conditions.append("cycle = ?")
            arguments.append(cycle)
        }
        return try recommendations(where: conditions, arguments).filter(filter.matches)
    }

    /// All that bear a number, in whatever report.
    public func recommendations(numbered number: RecommendationNumber) throws -> [Recommendation] {
        try recommendations(where: ["number = ?"], [number.text])
    }

    private func recommendations(
        where conditions: [String], _ arguments: [any DatabaseValueConvertible]
    ) throws -> [Recommendation] {
        try read { database in
            guard try database.tableExists("recommendation") else { return [] }
            let sql =
                "SELECT body FROM recommendation"
                + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
            let rows = try Row.fetchCursor(database, sql: sql, arguments: StatementArguments(arguments))
            var found: [Recommendation] = []
            while let row = try rows.next() {
                guard let one = RecommendationTables.recommendation(row["body"]) else {
                    throw LibraryError(.damaged, path: path, detail: "recommendation")
                }
                found.append(one)
            }
            return found.sorted { left, right in
                let keys = (StateName.key(left.stateUnderReview), StateName.key(right.stateUnderReview))
                if keys.0 != keys.1 { return keys.0 < keys.1 }
                if left.cycle != right.cycle { return (left.cycle ?? 0) < (right.cycle ?? 0) }
                if left.key != right.key { return left.key < right.key }
                return left.source.rawValue > right.source.rawValue
            }
        }
    }
}

/// The tables of recommendations. They are made with the first import, so that a library of an older version opens.
enum RecommendationTables {
    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS recommendation (
                    source TEXT NOT NULL,
                    symbol TEXT NOT NULL,
                    paragraph TEXT NOT NULL,
                    number TEXT NOT NULL,
                    place INTEGER NOT NULL,
                    state TEXT NOT NULL,
                    cycle INTEGER,
                    body BLOB NOT NULL,
                    PRIMARY KEY (source, symbol, paragraph, number, place)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX IF NOT EXISTS recommendation_state ON recommendation (state, cycle);
                CREATE INDEX IF NOT EXISTS recommendation_number ON recommendation (number);
                CREATE TABLE IF NOT EXISTS recommendation_past (
                    seq INTEGER NOT NULL REFERENCES ledger (seq),
                    body BLOB NOT NULL
                ) STRICT;
                """)
    }

    static func body(_ one: Recommendation) -> Data { Data(JSONText.bytes(one.node)) }

    static func recommendation(_ body: Data) -> Recommendation? {
        body.withUnsafeBytes { raw in
            (try? JSONText.node(raw.bindMemory(to: UInt8.self))).flatMap(Recommendation.init)
        }
    }
}

/// One replacement within its transaction.
private struct RecommendationReplacing {
    let database: Database
    let source: Recommendation.Source
    let states: Set<String>?
    private var report = Library.RecommendationReport()
    /// How often each key has been handed out: a source may tell one number twice.
    private var seen: [Recommendation.Key: Int] = [:]
    private var past: [Data] = []
    private let find: Statement
    private let put: Statement

    init(_ database: Database, source: Recommendation.Source, states: Set<String>?) throws {
        self.database = database
        self.source = source
        self.states = states.map { Set($0.map(StateName.key)) }
        find = try database.makeStatement(
            sql: """
                SELECT place, body FROM recommendation
                WHERE source = ? AND symbol = ? AND paragraph = ? AND number = ? ORDER BY place
                """)
        put = try database.makeStatement(sql: "INSERT OR REPLACE INTO recommendation VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        try database.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS told (
                    symbol TEXT, paragraph TEXT, number TEXT, place INTEGER,
                    PRIMARY KEY (symbol, paragraph, number, place)) WITHOUT ROWID;
                DELETE FROM told;
                """)
    }

    mutating func take(_ batch: [Recommendation]) throws {
        let tell = try database.cachedStatement(sql: "INSERT OR IGNORE INTO told VALUES (?, ?, ?, ?)")
        for one in batch {
            let turn = seen[one.key, default: 0]
            seen[one.key] = turn + 1
            let name: StatementArguments = [one.key.symbol, one.key.paragraph ?? "", one.key.number.text]
            let kept = try Row.fetchAll(find, arguments: [source.rawValue] + name).map { row in
                Kept(place: row["place"], body: row["body"])
            }
            let place = try place(of: one, turn: turn, among: kept, name)
            let key = name + [place]
            try tell.execute(arguments: key)
            try take(one, kept.first { $0.place == place }?.body, key)
        }
    }

    /// What is kept under one number.
    private struct Kept {
        let place: Int
        let body: Data
        let annotation: String?

        init(place: Int, body: Data) {
            self.place = place
            self.body = body
            annotation = RecommendationTables.recommendation(body)?.annotationID
        }
    }

    /// Which of those that are kept under one number a record is: the one with its id at the source. Without one, where a
    /// number tells at all, the one that stands in its turn; else none of them, since two that changed places would take
    /// over each other's history.
    private func place(
        of one: Recommendation, turn: Int, among kept: [Kept], _ name: StatementArguments
    ) throws -> Int {
        let isTold = { (place: Int) in
            guard turn > 0 else { return false }
            return try Int.fetchOne(
                database, sql: "SELECT 1 FROM told WHERE symbol = ? AND paragraph = ? AND number = ? AND place = ?",
                arguments: name + [place]) != nil
        }
        if let id = one.annotationID, let same = kept.first(where: { $0.annotation == id }), try !isTold(same.place) {
            return same.place
        }
        let next = (kept.last?.place ?? -1) + 1
        guard !one.key.number.text.isEmpty || one.annotationID == nil, turn <= next, try !isTold(turn) else {
            return next
        }
        return turn
    }

    private mutating func take(_ one: Recommendation, _ kept: Data?, _ key: StatementArguments) throws {
        guard let kept, let earlier = RecommendationTables.recommendation(kept) else {
            report.added.append(one.key)
            return try save(one, key)
        }
        let refresh = RecommendationRefresh(of: earlier, by: one)
        guard !refresh.changes.isEmpty else {
            report.unchanged += 1
            return
        }
        report.changed.append(.init(key: one.key, what: refresh.changes))
        past.append(kept)
        try save(refresh.recommendation, key)
    }

    private func save(_ one: Recommendation, _ key: StatementArguments) throws {
        try put.execute(
            arguments: [source.rawValue] + key
                + [StateName.key(one.stateUnderReview), one.cycle, RecommendationTables.body(one)])
    }

    /// Takes out what the source tells no longer, and keeps what stood there before.
    mutating func finish(_ seq: Int, isPartial: Bool) throws -> Library.RecommendationReport {
        let rows = isPartial ? [] : try gone()
        for row in rows {
            let body: Data = row["body"]
            past.append(body)
            if let one = RecommendationTables.recommendation(body) { report.gone.append(one.key) }
            try database.execute(
                sql: """
                    DELETE FROM recommendation
                    WHERE source = ? AND symbol = ? AND paragraph = ? AND number = ? AND place = ?
                    """,
                arguments: [source.rawValue, row["symbol"], row["paragraph"], row["number"], row["place"]])
        }
        for body in past {
            try database.execute(sql: "INSERT INTO recommendation_past VALUES (?, ?)", arguments: [seq, body])
        }
        try database.execute(sql: "DROP TABLE told")
        report.gone.sort()
        return report
    }

    /// What stood in the reports that were told of, and was not told again: of the States asked for alone.
    private func gone() throws -> [Row] {
        let wanted = (states ?? []).sorted()
        return try Row.fetchAll(
            database,
            sql: """
                SELECT symbol, paragraph, number, place, body FROM recommendation AS kept
                WHERE source = ? AND symbol IN (SELECT symbol FROM told)
                    AND (? OR state IN (\(databaseQuestionMarks(count: wanted.count))))
                    AND NOT EXISTS (SELECT 1 FROM told WHERE told.symbol = kept.symbol
                    AND told.paragraph = kept.paragraph AND told.number = kept.number AND told.place = kept.place)
                ORDER BY symbol, number
                """,
            arguments: [source.rawValue, states == nil] + StatementArguments(wanted))
    }
}
