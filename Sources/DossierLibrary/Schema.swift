import GRDB

/// The tables of a library, and what makes a file one.
enum Schema {
    /// "DOSR" in ASCII, by which `file` and other programs can tell the format.
    static let applicationID = 0x444F_5352
    static let version = 1

    /// Revisions and ledger can be added to and never changed; SQLite itself refuses anything else. REPLACE deletes
    /// without firing the triggers on DELETE, hence those on INSERT.
    static let statements = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE ledger (
            seq INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            payload TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE revision (
            record TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL,
            body BLOB NOT NULL,
            origin TEXT NOT NULL,
            hash TEXT NOT NULL,
            seq INTEGER NOT NULL REFERENCES ledger (seq),
            PRIMARY KEY (record, number)
        ) STRICT;

        CREATE TABLE record (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL,
            FOREIGN KEY (id, number) REFERENCES revision (record, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX record_kind ON record (kind, id);

        CREATE TABLE link (
            source TEXT NOT NULL REFERENCES record (id),
            field TEXT NOT NULL,
            target TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (source, field, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_target ON link (target, field);

        CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'revisions stay'); END;
        CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'revisions stay'); END;
        CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger stays'); END;
        CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger stays'); END;
        CREATE TRIGGER revision_once BEFORE INSERT ON revision
            WHEN EXISTS (SELECT 1 FROM revision WHERE record = new.record AND number = new.number)
            BEGIN SELECT RAISE(ABORT, 'revisions stay'); END;
        CREATE TRIGGER ledger_once BEFORE INSERT ON ledger
            WHEN EXISTS (SELECT 1 FROM ledger WHERE seq = new.seq OR hash = new.hash)
            BEGIN SELECT RAISE(ABORT, 'the ledger stays'); END;
        """

    static func create(in database: Database) throws {
        try database.execute(sql: statements)
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }
}
