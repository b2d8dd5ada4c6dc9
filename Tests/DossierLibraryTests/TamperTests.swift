import DossierModel
import GRDB
import Testing

@testable import DossierLibrary

@Suite("Whoever goes round the library is found out")
struct TamperTests {
    /// What somebody with the file in hand does to it, and what must be found.
    struct Tampering: Sendable, CustomTestStringConvertible {
        var what: String
        var sql: String
        var found: Set<Library.LedgerVerdict.Kind>

        var testDescription: String { what }

        init(_ what: String, _ found: Set<Library.LedgerVerdict.Kind>, _ sql: String) {
            self.what = what
            self.sql = sql
            self.found = found
        }
    }

    static let tamperings = [
        Tampering(
            "a word in a body", [.revisionChanged],
            "UPDATE revision SET body = CAST(replace(CAST(body AS TEXT), 'male', 'female') AS BLOB) WHERE record = 'person-a'"
        ),
        Tampering("a revision's hash", [.revisionChanged], "UPDATE revision SET hash = 'x' WHERE record = 'person-a'"),
        Tampering("a revision taken out", [.revisionMissing], "DELETE FROM revision WHERE record = 'consent-a'"),
        Tampering("the actor of an entry", [.entryChanged], "UPDATE ledger SET actor = 'nobody' WHERE seq = 3"),
        Tampering(
            "the time of an entry", [.entryChanged], "UPDATE ledger SET at = '1999-01-01T00:00:00Z' WHERE seq = 3"),
        Tampering("the reason of an entry", [.entryChanged], "UPDATE ledger SET detail = '' WHERE seq = 3"),
        Tampering("the action of an entry", [.entryChanged], "UPDATE ledger SET action = 'disclosed' WHERE seq = 3"),
        Tampering(
            "actor and reason run together otherwise", [.entryChanged],
            "UPDATE ledger SET actor = 'stafft', detail = 'est' WHERE seq = 3"),
        Tampering("an entry taken out", [.entryMissing, .chainBroken], "DELETE FROM ledger WHERE seq = 4"),
        Tampering("the first entry taken out", [.entryMissing, .chainBroken], "DELETE FROM ledger WHERE seq = 1"),
        Tampering(
            "two entries swapped", [.entryChanged, .chainBroken],
            "UPDATE ledger SET seq = -3 WHERE seq = 3; UPDATE ledger SET seq = 3 WHERE seq = 4; UPDATE ledger SET seq = 4 WHERE seq = -3"
        ),
        Tampering(
            "the bodies of two records swapped", [.revisionChanged],
            """
            CREATE TEMP TABLE kept AS SELECT body FROM revision WHERE record = 'person-b';
            UPDATE revision SET body = (SELECT body FROM revision WHERE record = 'consent-b') WHERE record = 'person-b';
            UPDATE revision SET body = (SELECT body FROM kept) WHERE record = 'consent-b'
            """),
        Tampering(
            "a record set back to an earlier revision", [.notLatest],
            "UPDATE record SET number = 1 WHERE id = 'person-a'"),
        Tampering("a record taken out of the present", [.notLatest], "DELETE FROM record WHERE id = 'consent-a'"),
        Tampering(
            "the last revision and its entry left out of the present", [.notLatest, .revisionMissing],
            "UPDATE record SET number = 1 WHERE id = 'person-a'; DELETE FROM revision WHERE record = 'person-a' AND number = 2"
        ),
        Tampering(
            "the numbers of two revisions swapped", [.revisionChanged],
            """
            UPDATE revision SET number = 99 WHERE record = 'person-a' AND number = 1;
            UPDATE revision SET number = 1 WHERE record = 'person-a' AND number = 2;
            UPDATE revision SET number = 2 WHERE record = 'person-a' AND number = 99
            """),
        Tampering(
            "a revision moved to another record", [.revisionChanged],
            """
            UPDATE revision SET record = 'consent-x' WHERE record = 'consent-a';
            UPDATE revision SET record = 'consent-a' WHERE record = 'consent-b';
            UPDATE revision SET record = 'consent-b' WHERE record = 'consent-x'
            """),
        Tampering(
            "a record of which the ledger knows nothing", [.revisionChanged],
            """
            INSERT INTO revision SELECT 'consent-x', 1, kind, CAST(replace(CAST(body AS TEXT), 'consent-a', 'consent-x') AS BLOB),
                origin, hash, 1 FROM revision WHERE record = 'consent-a';
            INSERT INTO record VALUES ('consent-x', 'consent', 1);
            INSERT INTO link VALUES ('consent-x', 'consent.about', 'person-a')
            """),
        Tampering(
            "a revision of which the ledger knows nothing", [.revisionChanged],
            """
            INSERT INTO revision SELECT record, 2, kind, CAST(replace(CAST(body AS TEXT), 'submit', 'publish') AS BLOB),
                origin, hash, 1 FROM revision WHERE record = 'consent-a';
            UPDATE record SET number = 2 WHERE id = 'consent-a'
            """),
        Tampering(
            "a second revision under one entry", [.revisionChanged],
            """
            INSERT INTO revision SELECT record, 2, kind, body, origin, hash, seq FROM revision WHERE record = 'consent-a';
            UPDATE record SET number = 2 WHERE id = 'consent-a'
            """),
        Tampering("the kind of a record", [.notLatest], "UPDATE record SET kind = 'person' WHERE id = 'consent-a'"),
        Tampering(
            "a consent cut off from its person", [.notLatest], "DELETE FROM link WHERE source = 'consent-a'"),
        Tampering(
            "a link turned to another person", [.notLatest],
            "UPDATE link SET target = 'person-b' WHERE source = 'consent-a' AND field = 'consent.about'"),
    ]

    /// Entries 1 to 7 make the library and its six records; entry 8 revises person-a.
    private func library() throws -> TestLibrary {
        let library = try TestLibrary.withStory()
        try library.save([try Story.record("person-a", "sex", "other")])
        return library
    }

    @Test("It is found, and named for what it is", arguments: tamperings)
    func tampered(_ tampering: Tampering) throws {
        let library = try library()
        #expect(try library.verdict().breaks.isEmpty)
        try RawDatabase.execute(tampering.sql, in: library.file)
        let breaks = try library.verdict().breaks
        #expect(tampering.found.isSubset(of: Set(breaks.map(\.kind))), "\(breaks)")
    }

    @Test("All breaks are told, not the first alone")
    func several() throws {
        let library = try library()
        try RawDatabase.execute("UPDATE ledger SET actor = 'nobody' WHERE seq IN (2, 5, 7)", in: library.file)
        let changed = try library.verdict().breaks.filter { $0.kind == .entryChanged }
        #expect(changed.map(\.entry) == [2, 5, 7])
    }

    @Test("A chain computed anew from the middle holds in itself, and fails against a head noted before")
    func rewritten() throws {
        let library = try library()
        let noted = try library.verdict().head
        try RawDatabase.write(in: library.file) { database in
            try database.execute(sql: "UPDATE ledger SET actor = 'nobody' WHERE seq = 3")
            var previous = Ledger.origin
            for var entry in try Ledger.Entry.fetchAll(database, sql: "SELECT * FROM ledger ORDER BY seq") {
                entry.previous = previous
                previous = entry.expectedHash
                try database.execute(
                    sql: "UPDATE ledger SET previous = ?, hash = ? WHERE seq = ?",
                    arguments: [entry.previous, previous, entry.seq])
            }
        }
        #expect(try library.verdict().breaks.isEmpty)
        #expect(try library.verdict(against: noted).breaks.map(\.kind) == [.headUnknown])
    }

    @Test("A tail cut off with everything that tells of it fails against a head noted before")
    func cutOff() throws {
        let library = try library()
        let noted = try library.verdict().head
        try RawDatabase.execute(
            """
            UPDATE record SET number = 1 WHERE id = 'person-a';
            DELETE FROM revision WHERE record = 'person-a' AND number = 2; DELETE FROM ledger WHERE seq = 8
            """, in: library.file)
        #expect(try library.verdict().breaks.isEmpty)
        #expect(try library.verdict(against: noted).breaks.map(\.kind) == [.headUnknown])
    }

    @Test("A body changed on the disk is not read as if it were the record")
    func readingChecks() throws {
        let library = try library()
        try RawDatabase.execute(
            "UPDATE revision SET body = CAST(replace(CAST(body AS TEXT), '온', '홍') AS BLOB) WHERE record = 'person-b'",
            in: library.file)
        #expect(
            try refusal { try library.opened(readOnly: true) { _ = try $0.record(try id("person-b")) } } == .damaged)
        let folder = try refusal { try library.opened(readOnly: true) { _ = try $0.folder(ofCase: try id("case-a")) } }
        #expect(folder == .damaged)
        let revision = try refusal {
            try library.opened(readOnly: true) { _ = try $0.record(try id("person-b"), revision: 1) }
        }
        #expect(revision == .damaged)
    }
}
