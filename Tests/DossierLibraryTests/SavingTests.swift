import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("Saving keeps every revision, and all of a save or none of it")
struct SavingTests {
    @Test("What is saved comes back as it was, lines included")
    func roundTrip() throws {
        let library = try TestLibrary()
        let records = try Story.records()
        let report = try library.save(records)
        #expect(report.added == records.map(\.id))
        #expect(report.revised.isEmpty && report.unchanged.isEmpty)
        try library.opened(readOnly: true) { library throws in
            for record in records {
                let back = try #require(try library.record(record.id))
                #expect(back == record)
                #expect(back.lines == record.lines)
            }
        }
    }

    @Test("A record that says the same makes no new revision, even from elsewhere in its file")
    func unchanged() throws {
        let library = try TestLibrary.withStory()
        let before = try library.verdict()
        var records = try Story.records()
        for index in records.indices { records[index].origin = Record.Origin(file: "moved.yaml", line: 77) }
        let report = try library.save(records)
        #expect(report.unchanged == records.map(\.id))
        #expect(report.added.isEmpty && report.revised.isEmpty)
        #expect(try library.verdict() == before)
    }

    @Test("A record that says something else becomes a revision, and the earlier one stays")
    func revised() throws {
        let library = try TestLibrary.withStory()
        let changed = try Story.record("person-a", "sex", "female")
        let report = try library.save([changed])
        #expect(report.revised == [changed.id])
        try library.opened(readOnly: true) { library throws in
            #expect(try library.record(changed.id)?[PersonFields.sex].value == "female")
            #expect(try library.record(changed.id, revision: 1)?[PersonFields.sex].value == "male")
            #expect(try library.record(changed.id, revision: 2) == changed)
            #expect(try library.record(changed.id, revision: 3) == nil)
            #expect(try library.standing(of: changed.id)?.revision == 2)
        }
    }

    @Test("History tells who changed what, when and why")
    func history() throws {
        let library = try TestLibrary.withStory()
        let changed = try Story.record("person-a", "sex", "female")
        try library.opened { library throws in
            _ = try library.save([changed], change: TestLibrary.change("corrected by the sister", seconds: 61))
        }
        let history = try library.opened(readOnly: true) { try $0.history(of: changed.id) }
        #expect(history.map(\.number) == [1, 2])
        #expect(history.map(\.action) == ["added", "revised"])
        #expect(history.map(\.reason) == ["test", "corrected by the sister"])
        #expect(history.map(\.actor) == ["staff", "staff"])
        #expect(history.map(\.at) == ["2026-11-24T09:00:00Z", "2026-11-24T09:01:01Z"])
        #expect(Set(history.map(\.hash)).count == 2)
        #expect(try library.opened(readOnly: true) { try $0.history(of: try id("person-z")) }.isEmpty)
    }

    @Test("Going back to what a record said before is a third revision, not the first again")
    func backAgain() throws {
        let library = try TestLibrary.withStory()
        try library.save([try Story.record("person-a", "sex", "female")])
        try library.save([try Story.record("person-a")])
        let history = try library.opened(readOnly: true) { try $0.history(of: try id("person-a")) }
        #expect(history.map(\.number) == [1, 2, 3])
        #expect(history.first?.hash == history.last?.hash)
        #expect(try library.verdict().breaks.isEmpty)
    }

    @Test("An edit of a record that somebody else has changed meanwhile is refused whole")
    func conflict() throws {
        let library = try TestLibrary.withStory()
        let person = try id("person-a")
        try library.save([try Story.record("person-a", "sex", "female")])
        let before = try library.bytes()
        let edits = [
            try Story.record("person-b", "livesIn", "JPN"), try Story.record("person-a", "sex", "other"),
        ]
        #expect(try refusal { try library.save(edits, expecting: [person: 1]) } == .conflict)
        #expect(try library.bytes() == before)
        #expect(try library.save(edits, expecting: [person: 2]).revised.count == 2)
    }

    @Test("A record expected to be new may not be there yet")
    func expectedNew() throws {
        let library = try TestLibrary.withStory()
        let changed = try Story.record("person-a", "sex", "female")
        #expect(try refusal { try library.save([changed], expecting: [changed.id: 0]) } == .conflict)
    }

    @Test("A record keeps its kind for ever")
    func otherKind() throws {
        let library = try TestLibrary.withStory()
        let before = try library.bytes()
        let posing = Record(id: try id("person-b"), kind: .incident)
        #expect(try refusal { try library.save([posing]) } == .conflict)
        #expect(try library.bytes() == before)
    }

    @Test("A record that could not be read back is refused, not kept unreadable")
    func unreadable() throws {
        let library = try TestLibrary.withStory()
        let before = try library.bytes()
        var record = try Story.record("person-b")
        record.entries["notes"] = Entry(answer: .given(Accounts(.text(LocalizedText("  ", .english)))))
        #expect(try refusal { try library.save([record]) } != nil)
        #expect(try library.bytes() == before)
        #expect(try library.opened(readOnly: true) { try $0.record(record.id) } != nil)
    }

    @Test(
        "A reference to nothing, or to a record of another kind, refuses the whole save",
        arguments: [
            ("person", "person-nobody"), ("incident", "person-a"), ("person", "incident-a"),
            ("linkedCases", "[{case: case-z}]"),
        ])
    func dangling(_ field: String, _ target: String) throws {
        let library = try TestLibrary()
        let before = try library.bytes()
        let records = try Story.records(field, of: "case-a", target)
        #expect(try refusal { try library.save(records) } == .danglingReference)
        #expect(try library.bytes() == before)
        #expect(try library.contents() == ["library.sqlite"])
    }

    @Test("A reference may point forward within a save, and at what the library holds")
    func references() throws {
        let library = try TestLibrary()
        let records = try Story.records()
        #expect(try library.save(records.reversed()).added.count == records.count)
        let linked = try Story.told(
            """
            record: case
            id: case-b
            person: person-b
            incident: incident-a
            linkedCases: [{case: case-a}, {case: case-b}]
            """)
        #expect(try library.save(linked).added == [try id("case-b")])
    }

    @Test("A trial says what saving would do and leaves every byte as it is")
    func trial() throws {
        let library = try TestLibrary.withStory()
        let before = try library.bytes()
        let records =
            [try Story.record("person-a", "sex", "female"), try Story.record("person-b")]
            + (try Story.told("{record: person, id: person-c, sex: male}"))
        let trial = try library.opened(readOnly: true) { try $0.trial(of: records) }
        #expect(trial.added.map(\.text) == ["person-c"])
        #expect(trial.revised.map(\.text) == ["person-a"])
        #expect(trial.unchanged.map(\.text) == ["person-b"])
        #expect(try library.bytes() == before)
        #expect(try library.contents() == ["library.sqlite"])
        #expect(try library.save(records) == trial)
    }

    @Test("A save of nothing changes nothing")
    func nothing() throws {
        let library = try TestLibrary.withStory()
        let before = try library.verdict()
        let report = try library.save([])
        #expect(report.added.isEmpty && report.revised.isEmpty && report.unchanged.isEmpty)
        #expect(try library.verdict() == before)
    }

    @Test("A library opened to be read refuses to be written")
    func readOnly() throws {
        let library = try TestLibrary.withStory()
        let before = try library.bytes()
        let changed = try Story.record("person-a", "sex", "female")
        let reason = try refusal {
            try library.opened(readOnly: true) { _ = try $0.save([changed], change: TestLibrary.change()) }
        }
        #expect(reason == .cannotWrite)
        #expect(try library.bytes() == before)
    }

    @Test("An error names ids and the path, and nothing that a record says")
    func errorText() throws {
        let library = try TestLibrary()
        let records = try Story.records("person", of: "case-a", "person-nobody")
        do {
            try library.save(records)
            Issue.record("the save was not refused")
        } catch let error as LibraryError {
            #expect(error.description.contains("case-a") && error.description.contains("person-nobody"))
            #expect(error.path == library.path)
            for word in ["온", "On", "Nuribyeol", "누리별", "SELECT", "INSERT"] {
                #expect(!error.description.split(separator: " ").contains(Substring(word)))
            }
        }
    }
}
