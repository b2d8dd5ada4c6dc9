import GRDB

/// The tables of imported lists, made with the first, so that a library of an earlier version takes them too.
///
/// A batch is one import. What it did to each record stays, with what the list said of it, so that the next import of the list can tell
/// what the list has changed from what people have, and so that one batch can be undone.
enum ImportTables {
    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS import_batch (
                    number INTEGER PRIMARY KEY,
                    source TEXT NOT NULL,
                    file TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    seq INTEGER NOT NULL REFERENCES ledger (seq),
                    undone INTEGER REFERENCES ledger (seq)
                ) STRICT;
                CREATE TABLE IF NOT EXISTS import_row (
                    record TEXT NOT NULL,
                    batch INTEGER NOT NULL REFERENCES import_batch (number),
                    before INTEGER NOT NULL,
                    after INTEGER NOT NULL,
                    said BLOB,
                    PRIMARY KEY (record, batch)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX IF NOT EXISTS import_row_batch ON import_row (batch);
                """)
    }

    static func areThere(in database: Database) throws -> Bool { try database.holdsTable("import_row") }
}
