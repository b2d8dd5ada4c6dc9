import DossierLibrary
import DossierModel
import Testing

@Suite("Drafts: what somebody is writing down")
struct DraftTests {
    private let test: TestLibrary
    private let library: Library
    private let id: RecordID

    init() throws {
        test = try TestLibrary()
        library = try Library.open(at: test.path)
        id = try #require(RecordID("person-aaaaaaaaaa"))
    }

    private func begin(_ values: [String: String], base: Int = 0) throws {
        _ = try library.beginDraft(
            Draft(record: id, kind: .person, base: base, values: values), change: TestLibrary.change())
    }

    /// What became of one window's typing.
    private func type(_ values: [String: String], in window: String, seen: Int) throws -> DraftOutcome {
        try #require(
            try library.changeDraft(
                of: id, DraftChange(window: window, seen: seen, values: values), change: TestLibrary.change()))
    }

    @Test("What was typed is there when the library is opened anew, and nothing of it is a record")
    func kept() throws {
        try begin(["names.family": "김"])
        _ = try type(["occupation.text": "어부"], in: "a", seen: 1)
        let again = try Library.open(at: test.path)
        #expect(try again.draft(of: id)?.values == ["names.family": "김", "occupation.text": "어부"])
        #expect(try again.drafts().map(\.record) == [id])
        #expect(try again.record(id) == nil)
        #expect(try again.verifyLedger().breaks.isEmpty)
    }

    @Test("Two windows that write in different boxes both keep what they wrote, and are told of each other")
    func apart() throws {
        try begin([:])
        let first = try type(["a": "하나"], in: "left", seen: 1)
        let second = try type(["b": "둘"], in: "right", seen: 1)
        #expect(second.conflicts.isEmpty)
        #expect(second.others == ["a": "하나"])
        #expect(first.others.isEmpty)
        #expect(try library.draft(of: id)?.values == ["a": "하나", "b": "둘"])
        #expect(
            try library.draftChanges(of: id, since: first.version, window: "left")?.others == ["b": "둘"])
    }

    @Test("What another window has written meanwhile is not overwritten before somebody has seen it")
    func together() throws {
        try begin(["a": "처음"])
        _ = try type(["a": "왼쪽"], in: "left", seen: 1)
        let refused = try type(["a": "오른쪽", "b": "둘"], in: "right", seen: 1)
        #expect(refused.conflicts == ["a": "왼쪽"])
        #expect(try library.draft(of: id)?.values == ["a": "왼쪽", "b": "둘"])
        let decided = try type(["a": "오른쪽"], in: "right", seen: refused.version)
        #expect(decided.conflicts.isEmpty)
        #expect(try library.draft(of: id)?.values["a"] == "오른쪽")
    }

    @Test("Two windows that write the same do not quarrel")
    func alike() throws {
        try begin(["a": "처음"])
        _ = try type(["a": "같은 말"], in: "left", seen: 1)
        #expect(try type(["a": "같은 말"], in: "right", seen: 1).conflicts.isEmpty)
    }

    @Test("An emptied box is empty, also for the other window")
    func emptied() throws {
        try begin(["a": "처음"])
        _ = try type(["a": ""], in: "left", seen: 1)
        #expect(try library.draft(of: id)?.values == [:])
        #expect(try library.draftChanges(of: id, since: 1, window: "right")?.others == ["a": ""])
    }

    @Test("A window that types on and on keeps one text of it, and an overwritten text of another window stays")
    func economical() throws {
        try begin([:])
        var seen = 1
        for number in 1...50 { seen = try type(["a": "글자 \(number)"], in: "left", seen: seen).version }
        _ = try type(["a": "딴 글"], in: "right", seen: seen)
        try library.close()
        let texts = try RawDatabase.text(
            "SELECT group_concat(value, '|') FROM (SELECT value FROM draft_value ORDER BY version)",
            in: test.file)
        #expect(texts == "글자 50|딴 글")
    }

    @Test("A draft that was begun twice is begun once")
    func once() throws {
        try begin(["a": "처음"])
        let second = try library.beginDraft(
            Draft(record: id, kind: .person, base: 0, values: ["a": "나중"]), change: TestLibrary.change())
        #expect(second.values == ["a": "처음"])
    }

    @Test("Saving the record closes its draft, and a save that fails leaves the draft as it was")
    func closing() throws {
        try begin(["a": "글"])
        let record = Record(id: id, kind: .person)
        #expect(throws: LibraryError.self) {
            try library.save([record], change: TestLibrary.change(), expecting: [id: 7], closing: [id])
        }
        #expect(try library.draft(of: id)?.values == ["a": "글"])
        _ = try library.save([record], change: TestLibrary.change(), expecting: [id: 0], closing: [id])
        #expect(try library.draft(of: id) == nil)
        #expect(try typeIfThere(["a": "늦은 글"]) == nil)
    }

    private func typeIfThere(_ values: [String: String]) throws -> DraftOutcome? {
        try library.changeDraft(
            of: id, DraftChange(window: "left", seen: 1, values: values), change: TestLibrary.change())
    }

    @Test("Whoever had the library open before the first draft sees it too")
    func otherConnection() throws {
        let reader = try Library.open(at: test.path, readOnly: true)
        #expect(try reader.draft(of: id) == nil)
        try begin(["a": "글"])
        #expect(try reader.draft(of: id)?.values == ["a": "글"])
        try reader.close()
    }

    @Test("What a window saw can be told later, also after another window has written")
    func earlier() throws {
        try begin(["a": "처음", "b": "그대로"])
        let first = try type(["a": "왼쪽"], in: "left", seen: 1)
        _ = try type(["a": "오른쪽", "c": "새 글"], in: "right", seen: first.version)
        #expect(try library.draftValues(of: id, asOf: 1) == ["a": "처음", "b": "그대로"])
        #expect(try library.draftValues(of: id, asOf: first.version) == ["a": "왼쪽", "b": "그대로"])
    }

    @Test("A library in which nobody has drafted anything has no drafts")
    func none() throws {
        #expect(try library.drafts().isEmpty)
        #expect(try library.draft(of: id) == nil)
        try library.dropDraft(of: id)
    }
}
