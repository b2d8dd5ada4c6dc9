import DossierLibrary
import DossierModel
import Testing

@Suite("The ledger proves that nothing was rewritten")
struct LedgerTests {
    @Test("A new library's ledger begins with its making")
    func fresh() throws {
        let verdict = try TestLibrary().verdict()
        #expect(verdict.entries == 1)
        #expect(verdict.revisions == 0)
        #expect(verdict.head.hasPrefix("1:"))
        #expect(verdict.breaks.isEmpty)
    }

    @Test("Records, revisions and disclosures are entries each, and the chain holds")
    func sound() throws {
        let library = try TestLibrary.withStory()
        try library.save([try Story.record("person-a", "sex", "female")])
        try library.opened { library throws in
            try library.noteDisclosure(ofCase: try id("case-a"), fingerprint: "abc", change: TestLibrary.change("sent"))
        }
        let verdict = try library.verdict()
        #expect(verdict.entries == 9)
        #expect(verdict.revisions == 7)
        #expect(verdict.breaks.isEmpty)
    }

    @Test("The same saves at the same time make the same head")
    func reproducible() throws {
        let (one, other) = (try TestLibrary.withStory().verdict(), try TestLibrary.withStory().verdict())
        #expect(one == other)
    }

    @Test("A head noted earlier is found again after more was added")
    func notedHead() throws {
        let library = try TestLibrary.withStory()
        let noted = try library.verdict().head
        try library.save([try Story.record("person-a", "sex", "female")])
        #expect(try library.verdict(against: noted).breaks.isEmpty)
        #expect(try library.verdict().head != noted)
    }

    @Test("A head of another library, or none at all, is not found", arguments: ["", "7:", "1:0000", "x"])
    func foreignHead(_ head: String) throws {
        #expect(try TestLibrary.withStory().verdict(against: head).breaks.map(\.kind) == [.headUnknown])
    }

    @Test(
        "SQLite itself refuses to change what was written",
        arguments: [
            "UPDATE revision SET body = x'00'", "UPDATE revision SET origin = ''", "DELETE FROM revision",
            "DELETE FROM revision WHERE number = 1", "UPDATE ledger SET actor = 'nobody'", "DELETE FROM ledger",
            "DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)",
            "REPLACE INTO ledger SELECT seq, at, 'nobody', action, subject, detail, payload, previous, hash FROM ledger",
            "INSERT OR REPLACE INTO revision SELECT record, number, kind, x'00', origin, hash, seq FROM revision",
            "UPDATE record SET number = 9", "INSERT INTO record VALUES ('case-x', 'case', 1)",
            "INSERT INTO link VALUES ('case-a', 'case.person', 'person-x')",
            "INSERT INTO revision VALUES ('person-a', 0, 'person', x'00', '', '', 1)",
            "INSERT INTO revision VALUES ('person-a', 2, 'person', x'00', '', '', 99)",
            "INSERT INTO ledger VALUES ('x', '', '', '', '', '', '', '', '')",
        ])
    func appendOnly(_ sql: String) throws {
        let library = try TestLibrary.withStory()
        let before = try library.verdict()
        #expect(try RawDatabase.refuses(sql, in: library.file))
        #expect(try library.verdict() == before)
    }
}
