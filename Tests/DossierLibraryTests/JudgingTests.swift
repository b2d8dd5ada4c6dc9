import DossierLibrary
import DossierModel
import Testing

@Suite("What people decide about two records is remembered")
struct JudgingTests {
    private func judge(
        _ story: ListStory, _ first: String, _ second: String, _ verdict: Judgement.Verdict?, reason: String = "test"
    ) throws {
        let (first, second) = (try id(first), try id(second))
        try story.library.opened { try $0.judge(first, second, verdict, change: TestLibrary.change(reason)) }
    }

    private func standing(_ story: ListStory) throws -> [String] {
        try story.library.opened(readOnly: true) { library throws in
            try library.judgements().map { "\($0.first) \($0.second) \($0.verdict.rawValue)" }
        }
    }

    private func imported() throws -> ListStory {
        let story = try ListStory()
        #expect(try standing(story) == [])
        try story.importing(try ListStory.told(rows: 3))
        return story
    }

    @Test("A decision stands whichever record was named first; the last of a pair counts")
    func last() throws {
        let story = try imported()
        try judge(story, "person-list-2", "person-list-1", .unsure)
        try judge(story, "person-list-1", "person-list-2", .same)
        #expect(try standing(story) == ["person-list-1 person-list-2 same"])
        #expect(try story.breaks() == [])
    }

    @Test("A decision can be taken back and made again, and the history of the pair keeps all of it")
    func history() throws {
        let story = try imported()
        try judge(story, "person-list-1", "person-list-2", .different, reason: "other father")
        try judge(story, "person-list-2", "person-list-1", nil)
        #expect(try standing(story) == [])
        try judge(story, "person-list-1", "person-list-2", .same)
        let (one, other) = (try id("person-list-1"), try id("person-list-2"))
        try story.library.opened(readOnly: true) { library throws in
            let history = try library.judgements(about: other, one)
            #expect(history.map(\.verdict) == [.different, nil, .same])
            #expect(history.first?.reason == "other father")
            #expect(history.first?.actor == "staff")
        }
        #expect(try story.breaks() == [])
    }

    @Test("Records are not changed by it, and decisions outlive a further import and one that is undone and done again")
    func survives() throws {
        let story = try imported()
        let before = try story.record("person-list-1")
        try judge(story, "person-list-1", "person-list-2", .same)
        #expect(try story.record("person-list-1") == before)
        try story.importing(try ListStory.told("1932", rows: 3))
        #expect(try standing(story) == ["person-list-1 person-list-2 same"])
        try story.undo(2)
        try story.undo(1)
        try story.importing(try ListStory.told(rows: 3))
        #expect(try standing(story) == ["person-list-1 person-list-2 same"])
        #expect(try story.breaks() == [])
    }

    @Test(
        "Nothing is decided about a record that is not there, is no person, or is the same one",
        arguments: [
            ("person-list-1", "person-list-9"), ("person-list-1", "case-list-1"), ("person-list-1", "person-list-1"),
        ])
    func refused(_ first: String, _ second: String) throws {
        let story = try imported()
        let head = try story.library.verdict().head
        #expect(try refusal { try judge(story, first, second, .same) } == .danglingReference)
        #expect(try story.library.verdict().head == head)
        #expect(try standing(story) == [])
    }
}
