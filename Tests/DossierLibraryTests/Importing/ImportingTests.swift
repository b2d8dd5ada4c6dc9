import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("Importing lists")
struct ImportingTests {
    @Test("What an import would do is told and not done, and then done as it was told")
    func plan() throws {
        let story = try ListStory()
        let before = try story.library.bytes()
        let plan = try story.plan(try ListStory.told())
        #expect(plan.count(.new) == 4)
        #expect(try story.library.bytes() == before)
        let done = try story.importing(try ListStory.told())
        #expect(done.batch == 1)
        #expect(done.plan == plan)
        #expect(try story.record("person-list-1") == ListStory.told()[0])
        #expect(try story.breaks() == [])
    }

    @Test("The same list again changes nothing and is no import")
    func again() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        let head = try story.library.verdict().head
        let second = try story.importing(try ListStory.told())
        #expect(second.batch == nil)
        #expect(second.plan.count(.same) == 4)
        #expect(try story.library.verdict().head == head)
    }

    @Test("What the list changes is changed; what people changed stays, however often the list comes")
    func merging() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.change("person-list-1", "occupation", "인쇄공")
        let second = try story.importing(try ListStory.told("1932"))
        #expect(second.plan.count(.changed) == 1)
        #expect(second.plan.count(.same) == 3)
        #expect(try story.years() == ["1932"])
        #expect(try story.record("person-list-1")?[PersonFields.occupation].value?.original.text == "인쇄공")
        #expect(try story.importing(try ListStory.told("1932")).batch == nil)
        #expect(try story.years() == ["1932"])
    }

    @Test("Where both changed, both stand, once, and are told as doubtful, once")
    func doubtful() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.change("person-list-1", "birthDate", "1935")
        let second = try story.importing(try ListStory.told("1932"))
        #expect(second.plan.count(.doubtful) == 1)
        #expect(second.plan.entries.first { $0.standing == .doubtful }?.doubtful == [PersonFields.birthDate.definition])
        #expect(try story.years() == ["1935", "1932"])
        let third = try story.importing(try ListStory.told("1932"))
        #expect(third.plan.count(.same) == 4)
        #expect(try story.years() == ["1935", "1932"])
        // Somebody decides for the list; the list says the same; the decision stays.
        try story.change("person-list-1", "birthDate", "1932")
        #expect(try story.importing(try ListStory.told("1932")).batch == nil)
        #expect(try story.years() == ["1932"])
        #expect(try story.breaks() == [])
    }

    @Test("A record that people had made before the list told of it is added to, not replaced")
    func knownBefore() throws {
        let story = try ListStory()
        try story.library.save(try ListStory.told("1935"))
        let done = try story.importing(try ListStory.told("1931"))
        #expect(done.plan.count(.doubtful) == 1)
        #expect(try story.years() == ["1935", "1931"])
    }

    @Test("All imports are listed, the last first, with what they did, and the mapping of the last is kept")
    func batches() throws {
        let story = try ListStory()
        try story.library.opened(readOnly: true) { library throws in
            #expect(try library.importBatches() == [])
            #expect(try library.importMapping(ofSource: "list") == nil)
            #expect(try library.importMappings().isEmpty)
        }
        try story.importing(try ListStory.told(), mapping: "one")
        try story.importing(try ListStory.told("1932", rows: 3), mapping: "two", seconds: 60)
        try story.library.opened(readOnly: true) { library throws in
            let batches = try library.importBatches()
            #expect(batches.map(\.number) == [2, 1])
            #expect(batches.map(\.added) == [2, 4])
            #expect(batches.map(\.revised) == [1, 0])
            #expect(batches.allSatisfy { $0.actor == "staff" && $0.source == "list" && !$0.isUndone })
            #expect(try library.importMapping(ofSource: "list") == "two")
            #expect(try library.importMapping(ofSource: "lis") == nil)
            #expect(try library.importMappings().map(\.mapping) == ["two"])
        }
    }

    @Test("An import of which one record points to nothing changes nothing at all")
    func failed() throws {
        let story = try ListStory()
        let dangling = try Story.told("record: case\nid: case-list-9\nperson: person-nobody\n")
        let head = try story.library.verdict().head
        let reason = try refusal { try story.importing(try ListStory.told() + dangling) }
        #expect(reason == .danglingReference)
        #expect(try story.record("person-list-1") == nil)
        #expect(try story.library.verdict().head == head)
        try story.library.opened(readOnly: true) { library throws in #expect(try library.importBatches() == []) }
    }

    @Test("A list of more records than are looked up at once is merged as a whole")
    func many() throws {
        let story = try ListStory()
        let records = try ListStory.told(rows: 700)
        #expect(try story.importing(records).plan.count(.new) == 1_400)
        #expect(try story.importing(try ListStory.told("1932", rows: 700)).plan.count(.changed) == 1)
    }
}

@Suite("Undoing imports")
struct UndoingImportsTests {
    @Test("What an import added is gone from the present and stays in the history")
    func added() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        let report = try story.undo(1)
        #expect(report.removed.count == 4)
        #expect(report.restored == [])
        #expect(try story.record("person-list-1") == nil)
        try story.library.opened(readOnly: true) { library throws in
            #expect(try library.history(of: id("person-list-1")).count == 1)
            #expect(try library.importBatches().map(\.isUndone) == [true])
        }
        #expect(try story.breaks() == [])
    }

    @Test("What an import revised says again what it said; the imports before can then be undone, too")
    func revised() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.importing(try ListStory.told("1932"))
        #expect(try story.undo(2).restored.map(\.text) == ["person-list-1"])
        #expect(try story.years() == ["1931"])
        #expect(try story.refusal(1) == nil)
        #expect(try story.record("case-list-1") == nil)
        #expect(try story.breaks() == [])
    }

    @Test("A list that was undone is imported again, and each record goes on counting its revisions")
    func againAfterUndo() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.undo(1)
        let second = try story.importing(try ListStory.told("1932"))
        #expect(second.plan.count(.new) == 4)
        #expect(second.batch == 2)
        #expect(try story.years() == ["1932"])
        #expect(try story.revision("person-list-1") == 2)
        #expect(try story.undo(2).removed.count == 4)
        try story.importing(try ListStory.told("1932"))
        #expect(try story.revision("person-list-1") == 3)
        #expect(try story.breaks() == [])
    }

    @Test("What was undone says nothing for the next import")
    func undoneBase() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.importing(try ListStory.told("1932"))
        try story.undo(2)
        #expect(try story.importing(try ListStory.told()).batch == nil)
        #expect(try story.importing(try ListStory.told("1932")).plan.count(.changed) == 1)
        #expect(try story.years() == ["1932"])
    }

    @Test("Nothing is undone once somebody has revised a record, and the record is named")
    func revisedSince() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.change("person-list-2", "occupation", "인쇄공")
        let head = try story.library.verdict().head
        let refusal = try story.refusal(1)
        #expect(refusal?.rule == .revisedSince)
        #expect(refusal?.records.map(\.text) == ["person-list-2"])
        #expect(try story.library.verdict().head == head)
        #expect(try story.years() == ["1931"])
    }

    @Test("A later import keeps the one before from being undone")
    func laterImport() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.importing(try ListStory.told("1932"))
        #expect(try story.refusal(1)?.rule == .revisedSince)
    }

    @Test("Nothing is undone to which other records point")
    func pointedTo() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        try story.library.save(try Story.told("record: case\nid: case-own\nperson: person-list-2\n"))
        let refusal = try story.refusal(1)
        #expect(refusal?.rule == .pointedTo)
        #expect(refusal?.records.map(\.text) == ["person-list-2"])
    }

    @Test("Nothing is undone of which documents were made")
    func disclosed() throws {
        let story = try ListStory()
        try story.importing(try ListStory.told())
        let own = try id("case-list-1")
        try story.library.opened {
            try $0.noteDisclosure(ofCase: own, fingerprint: "0f", change: TestLibrary.change())
        }
        let refusal = try story.refusal(1)
        #expect(refusal?.rule == .disclosed)
        #expect(refusal?.records == [own])
    }

    @Test("An import is undone once, and one that is not there is not undone")
    func once() throws {
        let story = try ListStory()
        #expect(try story.refusal(1)?.rule == .noSuchImport)
        try story.importing(try ListStory.told())
        #expect(try story.refusal(2)?.rule == .noSuchImport)
        #expect(try story.refusal(-1)?.rule == .noSuchImport)
        try story.undo(1)
        #expect(try story.refusal(1)?.rule == .alreadyUndone)
    }
}
