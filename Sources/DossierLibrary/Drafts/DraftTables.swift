import GRDB

/// The tables of drafts, made with the first draft, so that a library of an earlier version takes them too.
///
/// Every text that stood in a box stays with the version that put it there until the draft is closed: so it can be told
/// what a window saw that has been open for an hour, and so a text that was overwritten in error is not gone. Texts that
/// one window puts one after the other while nobody else writes replace each other.
enum DraftTables {
    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS draft (
                    record TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    base INTEGER NOT NULL,
                    first INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    about TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS draft_counter (number INTEGER NOT NULL) STRICT;
                INSERT INTO draft_counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM draft_counter);
                CREATE TABLE IF NOT EXISTS draft_value (
                    record TEXT NOT NULL REFERENCES draft (record) ON DELETE CASCADE,
                    name TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    value TEXT NOT NULL,
                    window TEXT NOT NULL,
                    PRIMARY KEY (record, name, version)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// A version that no draft has had: so a window that has seen a draft which is gone takes no later one for it.
    static func nextVersion(in database: Database) throws -> Int {
        try database.execute(sql: "UPDATE draft_counter SET number = number + 1")
        return try Int.fetchOne(database, sql: "SELECT number FROM draft_counter") ?? 1
    }

    static func areThere(in database: Database) throws -> Bool { try database.holdsTable("draft") }
}
