import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("Importing lists")
struct ListImportTests {
    private let list = ImportedList(source: "t", file: "00", mapping: "source: t")

    /// A person of the list, with what it says of the occupation and the residence.
    private func person(_ occupation: String?, residence: String? = nil, id: String = "person-t-1") throws -> Record {
        var yaml = "record: person\nid: \(id)\nlanguage: ko\nnames: [{script: hangul, family: 김, given: 철수}]\n"
        if let occupation { yaml += "occupation: \(occupation)\n" }
        if let residence { yaml += "residence: {ko: \(residence)}\n" }
        return try CaseStory(yaml).records()[0]
    }

    private func caseRecord(of id: String = "person-t-1") throws -> Record {
        try CaseStory("record: case\nid: case-t-1\nlanguage: ko\nperson: \(id)\n").records()[0]
    }

    @discardableResult
    private func take(_ records: [Record], _ library: TestLibrary) throws -> (batch: Int?, plan: ImportPlan) {
        try library.opened { try $0.importList(records, of: list, change: TestLibrary.change("import")) }
    }

    private func occupations(_ library: TestLibrary) throws -> [String] {
        try library.opened(readOnly: true) { library in
            let record = try library.record(id("person-t-1"))
            return record?[PersonFields.occupation].accounts.map(\.value.original.text) ?? []
        }
    }

    @Test("The same list again changes nothing, and writes nothing")
    func idempotent() throws {
        let library = try TestLibrary()
        let first = try take([try person("농업"), try caseRecord()], library)
        #expect(first.plan.count(.new) == 2)
        let bytes = try library.bytes()
        let again = try take([try person("농업"), try caseRecord()], library)
        #expect(again.batch == nil)
        #expect(again.plan.count(.same) == 2)
        #expect(try library.bytes() == bytes)
    }

    @Test("What only the list changes is taken; what only people changed stays")
    func merges() throws {
        let library = try TestLibrary()
        try take([try person("농업", residence: "서울")], library)
        try library.save([try person("농업", residence: "개성")])
        let plan = try take([try person("상업", residence: "서울")], library).plan
        #expect(plan.entries.first?.standing == .changed)
        let record = try #require(try library.opened(readOnly: true) { try $0.record(try id("person-t-1")) })
        #expect(record == (try person("상업", residence: "개성")))
    }

    @Test("Where people and list both changed a field, both stand, and the next time nothing is new")
    func doubtful() throws {
        let library = try TestLibrary()
        try take([try person("농업")], library)
        try library.save([try person("교원")])
        let plan = try take([try person("상업")], library).plan
        #expect(plan.entries.first?.doubtful == [PersonFields.occupation.definition])
        #expect(try occupations(library) == ["교원", "상업"])
        #expect(try take([try person("상업")], library).batch == nil)
    }

    @Test("A list that no longer tells something takes away what it told, and not what people told")
    func takenAway() throws {
        let library = try TestLibrary()
        try take([try person("농업", residence: "서울")], library)
        try library.save([try person("교원", residence: "서울")])
        try take([try person(nil)], library)
        #expect(try library.opened(readOnly: true) { try $0.record(try id("person-t-1")) } == (try person("교원")))
    }

    @Test("An import is undone in one step, the ledger stays sound, and the list can be taken in again")
    func undo() throws {
        let library = try TestLibrary()
        try take([try person("농업"), try caseRecord()], library)
        let second = try #require(try take([try person("상업"), try caseRecord()], library).batch)
        try library.opened { _ = try $0.undoImport(second, change: TestLibrary.change("undo")) }
        #expect(try occupations(library) == ["농업"])
        let report = try library.opened { try $0.undoImport(1, change: TestLibrary.change("undo")) }
        #expect(report.removed.map(\.text) == ["case-t-1", "person-t-1"])
        #expect(try library.opened(readOnly: true) { try $0.record(try id("person-t-1")) } == nil)
        #expect(try library.verdict().breaks == [])
        #expect(try library.opened(readOnly: true) { try $0.importBatches().map(\.isUndone) } == [true, true])
        try take([try person("농업"), try caseRecord()], library)
        #expect(
            try library.opened(readOnly: true) { try $0.history(of: try id("person-t-1")).map(\.number) } == [
                1, 2, 3, 4,
            ])
        #expect(try library.verdict().breaks == [])
    }

    private func refusal(_ batch: Int, _ library: TestLibrary) throws -> Library.UndoRefusal? {
        do {
            _ = try library.opened { try $0.undoImport(batch, change: TestLibrary.change("undo")) }
            return nil
        } catch let refusal as Library.UndoRefusal {
            return refusal
        }
    }

    @Test("Nothing is undone on which something rests by now, and what rests on it is named")
    func refusals() throws {
        let library = try TestLibrary()
        try take([try person("농업")], library)
        #expect(try refusal(7, library)?.rule == .noSuchImport)
        try library.save([try caseRecord()])
        #expect(try refusal(1, library)?.rule == .pointedTo)
        #expect(try refusal(1, library)?.records.map(\.text) == ["person-t-1"])
        try library.save([try person("교원")])
        #expect(try refusal(1, library)?.rule == .revisedSince)
        try library.save([try person("농업")])
        #expect(try refusal(1, library)?.rule == .pointedTo)
        let other = try TestLibrary()
        try take([try person("농업"), try caseRecord()], other)
        try other.opened {
            try $0.noteDisclosure(ofCase: try id("case-t-1"), fingerprint: "00", change: TestLibrary.change("sent"))
        }
        #expect(try refusal(1, other)?.rule == .disclosed)
        let third = try TestLibrary()
        try take([try person("농업")], third)
        #expect(try refusal(1, third) == nil)
        #expect(try refusal(1, third)?.rule == .alreadyUndone)
    }

    @Test("A list of which one record points to nobody changes nothing at all")
    func whole() throws {
        let library = try TestLibrary()
        let before = try library.bytes()
        #expect(throws: LibraryError.self) {
            try take([try person("농업"), try caseRecord(of: "person-nobody")], library)
        }
        #expect(try library.verdict().entries == 1)
        #expect(try library.opened(readOnly: true) { try $0.importBatches() } == [])
        #expect(before.count <= (try library.bytes().count))
    }

    @Test("Decisions about two persons stay when the list is taken in again, undone and done anew")
    func judgements() throws {
        let library = try TestLibrary()
        let both = [try person("농업"), try person("상업", id: "person-t-2")]
        try take(both, library)
        let (one, other) = (try id("person-t-2"), try id("person-t-1"))
        try library.opened { try $0.judge(one, other, .same, change: TestLibrary.change("alike")) }
        try take([try person("교원"), try person("상업", id: "person-t-2")], library)
        try library.opened { library in
            #expect(try library.judgements().map(\.verdict) == [.same])
            #expect(try library.judgements().first?.first == other)
            try library.judge(other, one, nil, change: TestLibrary.change("error"))
            #expect(try library.judgements() == [])
            #expect(try library.judgements(about: one, other).map(\.verdict) == [.same, nil])
            #expect(throws: LibraryError.self) { try library.judge(one, one, .same, change: TestLibrary.change()) }
            #expect(throws: LibraryError.self) {
                try library.judge(one, try id("person-none"), .same, change: TestLibrary.change())
            }
        }
        #expect(try library.verdict().breaks == [])
    }
}
