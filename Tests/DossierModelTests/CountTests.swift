import DossierModel
import DossierTestSupport
import Testing

@Suite("Counting the library honestly")
struct CountTests {
    private let today = Day.first(ofMonth: 11, year: 2026)

    /// A case with an incident at a date, the person's sex as given.
    private func folder(_ id: String, _ date: String?, incident: String? = nil, sex: String? = "male") throws
        -> CaseFolder
    {
        let incident = incident ?? "incident-\(id)"
        var yaml = "record: person\nid: person-\(id)\n" + (sex.map { "sex: \($0)\n" } ?? "nationalities: [KOR, PRK]\n")
        yaml += "---\nrecord: incident\nid: \(incident)\ntitle: x\n" + (date.map { "date: \($0)\n" } ?? "")
        yaml += "---\nrecord: case\nid: case-\(id)\nperson: person-\(id)\nincident: \(incident)\n"
        let records = try CaseStory(yaml).records()
        return CaseFolder(
            caseRecord: try #require(records.last), person: records.first, incident: records.dropFirst().first)
    }

    private func count(_ definition: CountDefinition, _ folders: [CaseFolder]) -> Count {
        var tally = CountTally(definition)
        for folder in folders { tally.take(folder) }
        return tally.count(on: today)
    }

    @Test("Decades stand in order; what is not known, or may lie in two, is counted as not known and never guessed")
    func decades() throws {
        let folders = try [
            folder("a", "1972-11"), folder("b", "1950-09"), folder("c", nil), folder("d", "1979/1981"),
            folder("e", "1971"),
        ]
        let count = count(.init(unit: .cases, dimension: .decade), folders)
        #expect(count.rows.map(\.value) == [.decade(1950), .decade(1970), .unknown])
        #expect(count.rows.map(\.number) == [1, 2, 2])
        #expect(count.total == 5)
        #expect(count.caveats.contains(.datesUncertain))
    }

    @Test("An incident of several cases is one incident")
    func incidents() throws {
        let folders = try [folder("a", "1972", incident: "incident-x"), folder("b", "1972", incident: "incident-x")]
        #expect(count(.init(unit: .incidents, dimension: .none), folders).total == 1)
        #expect(count(.init(unit: .cases, dimension: .none), folders).total == 2)
    }

    @Test("Who has two nationalities stands in two rows and is one person in the total, and it is said so")
    func several() throws {
        let count = count(.init(unit: .persons, dimension: .nationality), [try folder("a", "1972", sex: nil)])
        #expect(count.rows.map(\.number) == [1, 1])
        #expect(count.total == 1)
        #expect(count.caveats.contains(.severalValuesCounted))
    }

    @Test("Cases are counted by who is held responsible, and where nobody has said, as not known")
    func agents() throws {
        var told = try folder("a", "1972")
        let kind = Entry(answer: .given(Accounts(.choices(["state"]))))
        var item = Item(entries: Entries())
        item.entries[AgentFields.kind.definition.name] = kind
        told.incident?.entries[IncidentFields.agents.definition.name] = Entry(
            answer: .given(Accounts(.items([item]))))
        let count = count(.init(unit: .cases, dimension: .agents), [told, try folder("b", "1973")])
        #expect(count.rows.map(\.value) == [.code("state"), .unknown])
        #expect(count.total == 2)
    }

    @Test("A count for a report on one State leaves out cases that are addressed to others alone")
    func state() throws {
        var folders = try [folder("a", "1972"), folder("b", "1972"), folder("c", "1972")]
        for (index, state) in [(0, "PRK"), (1, "CHN")] {
            let states = FieldValue.states([try #require(StateCode(state))])
            folders[index].caseRecord.entries[CaseFields.statesAddressed.definition.name] = Entry(
                answer: .given(Accounts(states)))
        }
        let definition = CountDefinition(unit: .cases, dimension: .none, state: StateCode("PRK"))
        #expect(count(definition, folders).total == 2)
    }

    @Test("A disappearance lies in every later period, since it has not ended; one that began after it does not")
    func continuing() throws {
        let folders = try [folder("a", "1969-12"), folder("b", "2025"), folder("c", nil)]
        let period = try #require(PartialDate("2019-05-10/2024-04-08"))
        #expect(count(.init(unit: .cases, dimension: .none, period: period), folders).total == 2)
    }

    @Test("Every count says that it is no population and that doubles were not judged")
    func caveats() throws {
        let count = count(.init(unit: .cases, dimension: .none), [])
        #expect(count.caveats == [.notPopulation, .doublesNotJudged])
        #expect(count.takenOn == today)
    }
}
