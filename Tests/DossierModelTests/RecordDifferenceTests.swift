import DossierModel
import DossierTestSupport
import Testing

@Suite("What has become of a record between two times")
struct RecordDifferenceTests {
    private func differences(_ earlier: CaseStory, _ later: CaseStory) throws -> [RecordDifference] {
        RecordDifference.between(try earlier.records(), try later.records())
    }

    @Test("Records that say the same make no difference")
    func same() throws {
        #expect(try differences(CaseStory.withEvidence(), CaseStory.withEvidence()) == [])
    }

    @Test(
        "A field is answered anew, changed or taken away",
        arguments: [
            ("maritalStatus", "single", FieldDifference.Change.answered), ("sex", "female", .changed),
            ("occupation", nil, .taken), ("sex", "{unknown: nobody asked}", .changed),
        ] as [(String, String?, FieldDifference.Change)])
    func fields(_ field: String, _ yaml: String?, _ change: FieldDifference.Change) throws {
        let story = try CaseStory.complete()
        let found = try differences(story, story.with(field, of: "person-a", yaml))
        #expect(found.map(\.id.text) == ["person-a"])
        #expect(found.first?.fields.map(\.field.name) == [field])
        #expect(found.first?.fields.map(\.change) == [change])
    }

    @Test("Records that have come and gone are told, the gone ones last")
    func comeAndGone() throws {
        let story = try CaseStory.complete()
        let found = try differences(story.without("consent-b"), story.without("consent-a"))
        #expect(found.map(\.id.text) == ["consent-b", "consent-a"])
        #expect(found.map { $0.earlier == nil } == [true, false])
        #expect(found.map { $0.later == nil } == [false, true])
        #expect(found.allSatisfy { !$0.fields.isEmpty && !$0.isLevelChanged })
    }

    @Test("Of a list only the members that have come and gone are told, and twins are counted")
    func members() throws {
        let story = try CaseStory.complete()
        let old = try story.with("otherSteps", of: "case-a", "[{date: 1957}, {date: 1960}, {date: 1960}]")
        let new = try story.with("otherSteps", of: "case-a", "[{date: 1960}, {date: 1957}, {date: 1971}]")
        let parts = try #require(try differences(old, new).first?.fields.first).parts
        #expect(dates(parts.earlier) == ["1960"])
        #expect(dates(parts.later) == ["1971"])
        let turned = try story.with("otherSteps", of: "case-a", "[{date: 1960}, {date: 1960}, {date: 1957}]")
        let order = try #require(try differences(old, turned).first?.fields.first).parts
        #expect(dates(order.earlier) == ["1957", "1960", "1960"])
        #expect(dates(order.later) == ["1960", "1960", "1957"])
    }

    private func dates(_ entry: Entry?) -> [String] {
        guard case .items(let items)? = entry?.answer.value else { return [] }
        return items.compactMap {
            guard case .date(let statement)? = $0.entries["date"]?.answer.value else { return nil }
            return statement.date.edtf
        }
    }

    @Test("A field or record that is opened or closed has changed")
    func levels() throws {
        let story = try CaseStory.complete()
        let field = try differences(story, story.with("sex", of: "person-a", "{value: male, confidentiality: house}"))
        #expect(field.first?.fields.map(\.change) == [.changed])
        let record = try differences(story, story.with("confidentiality", of: "person-a", "house"))
        #expect(record.first?.isLevelChanged == true)
        #expect(record.first?.fields == [])
    }

    @Test("In which language a record is written down says nothing")
    func language() throws {
        let text = { (language: String) in
            try CaseStory("{record: incident, id: incident-x, language: \(language), title: {ko: 끌려감, en: Taken}}")
        }
        #expect(try differences(text("ko"), text("en")) == [])
    }

    @Test("A folder lists each of its records once")
    func folderRecords() throws {
        let folder = try CaseStory.withEvidence().folder()
        let ids = folder.records.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(try Set(ids) == Set(CaseStory.withEvidence().records().map(\.id)))
        #expect(ids.prefix(3).map(\.text) == ["case-a", "person-a", "incident-a"])
    }
}
