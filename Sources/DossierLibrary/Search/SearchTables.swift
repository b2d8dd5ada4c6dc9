import GRDB

/// The tables of the search index. They are made of what records say and can be made anew at any time; nothing rests on them.
///
/// Texts stand in a full-text table that holds tokens alone, not the texts; what was indexed before a record was revised stays there
/// without a piece that points to it, until the index is made anew.
enum SearchTables {
    /// Raised when tokens or keys are made otherwise: an index of another version is made anew.
    static let version = 1

    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS search_state (version INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE TABLE IF NOT EXISTS search_piece (
                    number INTEGER PRIMARY KEY,
                    record TEXT NOT NULL,
                    field TEXT NOT NULL,
                    level INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX IF NOT EXISTS search_piece_record ON search_piece (record);
                CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5 (
                    tokens, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'");
                CREATE TABLE IF NOT EXISTS search_name (
                    key TEXT NOT NULL,
                    record TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    script TEXT NOT NULL,
                    family TEXT,
                    given TEXT,
                    PRIMARY KEY (key, record, number)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX IF NOT EXISTS search_name_record ON search_name (record);
                CREATE TABLE IF NOT EXISTS search_date (
                    record TEXT NOT NULL,
                    field TEXT NOT NULL,
                    earliest TEXT NOT NULL,
                    latest TEXT NOT NULL,
                    level INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX IF NOT EXISTS search_date_record ON search_date (record);
                CREATE INDEX IF NOT EXISTS search_date_days ON search_date (earliest, latest);
                INSERT INTO search_state SELECT \(version), 0 WHERE NOT EXISTS (SELECT 1 FROM search_state);
                """)
    }

    static func drop(in database: Database) throws {
        for table in ["search_state", "search_piece", "search_text", "search_name", "search_date"] {
            try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
        }
    }

    static func areThere(in database: Database) throws -> Bool { try database.holdsTable("search_state") }

    /// The number of the ledger's entry up to which the index is made; nil when there is none of this version.
    static func seq(in database: Database) throws -> Int? {
        guard try areThere(in: database) else { return nil }
        return try Int.fetchOne(database, sql: "SELECT seq FROM search_state WHERE version = ?", arguments: [version])
    }
}
