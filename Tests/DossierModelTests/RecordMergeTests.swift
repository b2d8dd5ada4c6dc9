import DossierModel
import DossierTestSupport
import Testing

@Suite("What becomes of a record when its list tells it anew")
struct RecordMergeTests {
    /// Three records of one person with any fields: what the list said, what people made of it, what the list says now.
    private struct Three {
        var base: Record
        var current: Record
        var told: Record
    }

    /// Each field is left, or changed by people, by the list or by both.
    private func threes(_ count: Int, changedBy people: Bool = true, _ list: Bool = true) throws -> [Three] {
        var random = SeededRandom(seed: 31)
        var records = RandomRecords(seed: 32)
        var persons: [Record] = []
        while persons.count < count * 3 {
            if let record = records.record(), record.kind == .person { persons.append(record) }
        }
        guard let id = RecordID("person-list-1") else { throw TestDataError("no id") }
        return (0..<count).map { index in
            var base = persons[index * 3]
            base.id = id
            var (current, told) = (base, base)
            for field in FieldCatalogue.fields(of: .person) {
                if people, Bool.random(using: &random) {
                    current.entries[field.name] = persons[index * 3 + 1].entries[field.name]
                }
                if list, Bool.random(using: &random) {
                    told.entries[field.name] = persons[index * 3 + 2].entries[field.name]
                }
            }
            return Three(base: base, current: current, told: told)
        }
    }

    @Test("A list that says the same as before changes nothing that people made of it")
    func listUnchanged() throws {
        for three in try threes(100, changedBy: true, false) {
            let merge = RecordMerge(current: three.current, told: three.told, base: three.base)
            #expect(merge.record == three.current)
            #expect(merge.doubtful == [])
        }
    }

    @Test("What nobody has touched says what the list says now")
    func peopleUnchanged() throws {
        for three in try threes(100, changedBy: false) {
            let merge = RecordMerge(current: three.current, told: three.told, base: three.base)
            #expect(merge.doubtful == [])
            for field in FieldCatalogue.fields(of: .person) {
                #expect(merge.record.entries[field.name]?.answer == three.told.entries[field.name]?.answer)
            }
        }
    }

    @Test(
        "Nothing that somebody wrote is lost: every value of people stays, and every new one of the list stands or is told as doubtful"
    )
    func nothingLost() throws {
        for three in try threes(300) {
            for base in [three.base, nil] {
                let merge = RecordMerge(current: three.current, told: three.told, base: base)
                for field in FieldCatalogue.fields(of: .person) {
                    let values = { (record: Record?) in
                        (record?.entries[field.name]?.answer.accounts ?? []).map(\.value)
                    }
                    let after = values(merge.record)
                    let isOfPeople = base == nil || values(three.current) != values(base)
                    if isOfPeople {
                        for value in values(three.current) { #expect(after.contains(value), "\(field.id)") }
                    }
                    let isNew = three.told.entries[field.name]?.answer != base?.entries[field.name]?.answer
                    if isNew, !merge.doubtful.contains(field) {
                        for value in values(three.told) { #expect(after.contains(value), "\(field.id)") }
                    }
                }
            }
        }
    }

    @Test("Telling it once more changes nothing further")
    func idempotent() throws {
        for three in try threes(100) {
            let once = RecordMerge(current: three.current, told: three.told, base: three.base).record
            #expect(RecordMerge(current: once, told: three.told, base: three.told).record == once)
        }
    }

    @Test("Where both have changed a field, both values stand side by side, and people's leads")
    func sideBySide() throws {
        let record = { (year: String) in
            try CaseStory("record: person\nid: person-a\nbirthDate: \(year)\n").records()[0]
        }
        let merge = RecordMerge(current: try record("1932"), told: try record("1933"), base: try record("1931"))
        #expect(merge.doubtful == [PersonFields.birthDate.definition])
        #expect(merge.record[PersonFields.birthDate].accounts.map(\.value.date.edtf) == ["1932", "1933"])
        #expect(merge.record[PersonFields.birthDate].value?.date.edtf == "1932")
    }

    @Test("A row of a table stands on one line with all that is in it, and says the same")
    func onLine() throws {
        var records = RandomRecords(seed: 5)
        for _ in 0..<100 {
            guard let record = records.record() else { continue }
            #expect(record.onLine(7) == record)
            for field in FieldCatalogue.fields(of: record.kind) {
                guard let entry = record.onLine(7).entries[field.name] else { continue }
                #expect(entry.line == 7)
                for account in entry.answer.accounts {
                    if case .items(let items) = account.value { #expect(items.allSatisfy { $0.line == 7 }) }
                }
            }
        }
    }
}
