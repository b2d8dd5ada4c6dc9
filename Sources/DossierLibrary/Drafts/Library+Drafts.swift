public import DossierModel
import GRDB

extension Library {
    /// The draft of a record; nil when nobody is writing on it.
    public func draft(of id: RecordID) throws -> Draft? {
        try read { try DraftTables.areThere(in: $0) ? Self.draft(of: id, $0) : nil }
    }

    /// All drafts without their texts, the last changed first.
    public func drafts() throws -> [Draft] {
        try read { database in
            guard try DraftTables.areThere(in: database) else { return [] }
            return try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM draft ORDER BY at DESC, record")
            ).compactMap {
                Self.head($0)
            }
        }
    }

    /// Begins a draft. Where another window has begun it meanwhile, that one stays.
    /// - Returns: The draft as it now stands.
    public func beginDraft(_ draft: Draft, change: Change) throws -> Draft {
        try write { database in
            try DraftTables.make(in: database)
            if let there = try Self.draft(of: draft.record, database) { return there }
            let version = try DraftTables.nextVersion(in: database)
            try database.execute(
                sql: "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    draft.record.text, draft.kind.rawValue, draft.base, version, version, change.at.text, change.actor,
                    draft.about?.text,
                ])
            let insert = try database.makeStatement(sql: "INSERT INTO draft_value VALUES (?, ?, ?, ?, '')")
            for (name, value) in draft.values where !value.isEmpty {
                try insert.execute(arguments: [draft.record.text, name, version, value])
            }
            return try Self.draft(of: draft.record, database) ?? draft
        }
    }

    /// Takes in what one window has changed, box by box. Nothing that another window has written since is overwritten.
    /// - Returns: Nil when there is no such draft any more.
    public func changeDraft(of id: RecordID, _ changed: DraftChange, change: Change) throws -> DraftOutcome? {
        try write { database in
            guard try DraftTables.areThere(in: database), let draft = try Self.draft(of: id, database) else {
                return nil
            }
            return try DraftWriting(database: database, draft: draft, change: change).take(changed)
        }
    }

    /// What other windows have changed since a version that this window saw; nil when there is no such draft any more.
    public func draftChanges(of id: RecordID, since seen: Int, window: String) throws -> DraftOutcome? {
        try read { database in
            guard try DraftTables.areThere(in: database), let draft = try Self.draft(of: id, database) else {
                return nil
            }
            return DraftOutcome(
                version: draft.version,
                others: try Self.others(database, draft, since: max(seen, draft.first), window: window))
        }
    }

    /// What stood in each box when a version of the draft was the last; nil when there is no such draft any more. A text
    /// that its own window has replaced since is left out.
    public func draftValues(of id: RecordID, asOf version: Int) throws -> [String: String]? {
        try read { database in
            guard try DraftTables.areThere(in: database), try Self.draft(of: id, database) != nil else { return nil }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT name, value, max(version) FROM draft_value WHERE record = ? AND version <= ? GROUP BY name
                    """, arguments: [id.text, version])
            return Dictionary(rows.map { ($0["name"], $0["value"]) }) { first, _ in first }
        }
    }

    /// Says that a draft goes on from a later revision, with the boxes that have changed by that.
    public func rebaseDraft(of id: RecordID, to base: Int, values: [String: String], change: Change) throws {
        try write { database in
            guard try DraftTables.areThere(in: database), let draft = try Self.draft(of: id, database) else { return }
            _ = try DraftWriting(database: database, draft: draft, change: change).take(
                DraftChange(window: "", seen: draft.version, values: values))
            try database.execute(sql: "UPDATE draft SET base = ? WHERE record = ?", arguments: [base, id.text])
        }
    }

    /// Throws a draft away, with all that stood in it.
    public func dropDraft(of id: RecordID) throws {
        try write { try Self.dropDraft(of: id, $0) }
    }

    static func dropDraft(of id: RecordID, _ database: Database) throws {
        guard try DraftTables.areThere(in: database) else { return }
        try database.execute(sql: "DELETE FROM draft WHERE record = ?", arguments: [id.text])
    }

    private static func head(_ row: Row) -> Draft? {
        guard let id = RecordID(row["record"]), let kind = RecordKind(rawValue: row["kind"]) else { return nil }
        let about: String? = row["about"]
        return Draft(
            record: id, kind: kind, base: row["base"], first: row["first"], version: row["version"], at: row["at"],
            actor: row["actor"],
            about: about.flatMap { RecordID($0) }, values: [:])
    }

    private static func draft(of id: RecordID, _ database: Database) throws -> Draft? {
        guard
            var draft = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM draft WHERE record = ?"), arguments: [id.text]
            ).flatMap({ head($0) })
        else { return nil }
        // Of each box the text of its greatest version: with max() SQLite gives the other columns of that row.
        let rows = try Row.fetchCursor(
            database, sql: "SELECT name, value, max(version) FROM draft_value WHERE record = ? GROUP BY name",
            arguments: [id.text])
        while let row = try rows.next() {
            let value: String = row["value"]
            if !value.isEmpty { draft.values[row["name"]] = value }
        }
        return draft
    }

    static func others(
        _ database: Database, _ draft: Draft, since seen: Int, window: String
    ) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, value, window, max(version) FROM draft_value
                WHERE record = ? AND version > ? GROUP BY name
                """, arguments: [draft.record.text, seen])
        return Dictionary(
            rows.filter { $0["window"] != window }.map { ($0["name"], $0["value"]) }
        ) { first, _ in first }
    }
}

/// One change of a draft within its transaction.
private struct DraftWriting {
    let database: Database
    let draft: Draft
    let change: Change

    func take(_ changed: DraftChange) throws -> DraftOutcome {
        var outcome = DraftOutcome(
            version: draft.version,
            others: try Library.others(
                database, draft, since: max(changed.seen, draft.first), window: changed.window))
        var new: [String: String] = [:]
        for (name, value) in changed.values {
            let stands = draft.values[name] ?? ""
            if value == stands { continue }
            if outcome.others[name] != nil {
                outcome.conflicts[name] = stands
            } else {
                new[name] = value
            }
        }
        if new.isEmpty { return outcome }
        outcome.version = try DraftTables.nextVersion(in: database)
        for (name, value) in new { try put(name, value, outcome.version, changed.window) }
        try database.execute(
            sql: "UPDATE draft SET version = ?, at = ?, actor = ? WHERE record = ?",
            arguments: [outcome.version, change.at.text, change.actor, draft.record.text])
        return outcome
    }

    private func put(_ name: String, _ value: String, _ version: Int, _ window: String) throws {
        try database.execute(
            sql: """
                DELETE FROM draft_value WHERE record = ? AND name = ? AND window = ? AND window <> ''
                AND version = (SELECT max(version) FROM draft_value WHERE record = ? AND name = ?)
                """, arguments: [draft.record.text, name, window, draft.record.text, name])
        try database.execute(
            sql: "INSERT INTO draft_value VALUES (?, ?, ?, ?, ?)",
            arguments: [draft.record.text, name, version, value, window])
    }
}
