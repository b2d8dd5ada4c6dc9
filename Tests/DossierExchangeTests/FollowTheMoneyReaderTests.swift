import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@testable import DossierExchange

@Suite("Entities of FollowTheMoney that come in")
struct FollowTheMoneyReaderTests {
    private func read(_ lines: String...) throws -> ExchangeReading {
        let folder = try TemporaryFolder()
        let path = try folder.file("e.ftm.json", lines.joined(separator: "\n"))
        let states = Dictionary(
            [("kr", "KOR"), ("kp", "PRK")].compactMap { short, long in StateCode(long).map { (short, $0) } }
        ) { first, _ in first }
        return FollowTheMoneyReader(source: "ftm", states: states) { text in
            let words = text.split(separator: " ").map(String.init)
            return words.count == 2 ? PersonName(script: .latin, family: words[0], given: words[1]) : nil
        }.read(path)
    }

    private static let person = """
        {"id":"p-1","schema":"Person","properties":{"name":["On Nuribyeol","온누리별"],"lastName":["On","온"],\
        "firstName":["Nuribyeol","누리별"],"birthDate":["1931-04","1930"],"nationality":["kr","xx"],"gender":["male"],\
        "religion":["none told"],"idNumber":["310401-1"],"fatherName":["온가람"],"topics":["x"]}}
        """
    private static let event = """
        {"id":"e-1","schema":"Event","properties":{"name":["Taken from Seoul"],"date":["1950-09-28T00:00:00"],\
        "location":["Mapo, Seoul"],"country":["kr"],"involved":["p-1","company-1"],"summary":["He did not return."]}}
        """

    @Test("A person comes in with every spelling, contradicting dates side by side, and nothing is lost")
    func person() throws {
        let reading = try read(Self.person)
        #expect(reading.findings == [])
        let person = try #require(reading.records.first)
        #expect(person.id.text == "person-ftm-p-1")
        let names = try #require(person[PersonFields.names].value)
        #expect(names.map(\.family) == ["On", "온"])
        #expect(names.map(\.script) == [.latin, .hangul])
        #expect(person[PersonFields.birthDate].accounts.map(\.value.date.edtf) == ["1931-04", "1930"])
        #expect(person[PersonFields.nationalities].value?.map(\.text) == ["KOR"])
        #expect(person[PersonFields.father].value?.first?.given == "온가람")
        #expect(
            person[PersonFields.identityDocuments].value?.first?[IdentityDocumentFields.number].value == "310401-1")
        let notes = try #require(person[PersonFields.notes].value?.original.text)
        #expect(notes.contains("religion: none told"))
        #expect(notes.contains("nationality: xx"))
        #expect(reading.notices[.noted(property: "religion")] == 1)
        // Nobody was taken where no event tells so.
        #expect(reading.records.count == 1)
    }

    @Test("Everybody whom an event involves gets a case with its incident")
    func events() throws {
        let reading = try read(Self.event, Self.person)
        #expect(reading.findings == [])
        let record = try #require(reading.records.first { $0.kind == .case })
        #expect(record[CaseFields.person].value?.text == "person-ftm-p-1")
        #expect(record[CaseFields.summary].value?.original.text == "He did not return.")
        let incident = try #require(reading.records.first { $0.kind == .incident })
        #expect(record[CaseFields.incident].value == incident.id)
        #expect(incident[IncidentFields.date].value?.date.edtf == "1950-09-28")
        #expect(incident[IncidentFields.stateOfEvent].value?.text == "KOR")
    }

    @Test("Families are told of where somebody has a case; other schemas are counted")
    func others() throws {
        let sister = "{\"id\":\"p-2\",\"schema\":\"Person\",\"properties\":{\"name\":[\"On Garamsol\"]}}"
        let family =
            "{\"id\":\"f\",\"schema\":\"Family\",\"properties\":{\"person\":[\"p-1\"],\"relative\":[\"p-2\",\"p-9\"],"
            + "\"relationship\":[\"sister\"]}}"
        let company = "{\"id\":\"company-1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"X\"]}}"
        let reading = try read(Self.person, sister, Self.event, family, company)
        #expect(reading.findings == [])
        let record = try #require(reading.records.first { $0.kind == .case })
        let relatives = try #require(record[CaseFields.relatives].value)
        #expect(relatives.map { $0[RelativeFields.person].value?.text } == ["person-ftm-p-2"])
        #expect(relatives.first?[RelativeFields.relationship].value?.original.text == "sister")
        #expect(reading.notices[.otherSchema("Company")] == 1)
    }

    @Test("Ids that differ in capitals alone, or in signs that ids here cannot hold, stay two records")
    func ids() throws {
        let lines = ["P-1", "p-1", "p_1", "p.1", "Ｐ-1", "https://example.org/p-1"].map {
            "{\"id\":\"\($0)\",\"schema\":\"Person\",\"properties\":{\"name\":[\"On Nuribyeol\"]}}"
        }
        let reading = try read(lines.joined(separator: "\n"))
        #expect(reading.findings == [])
        #expect(Set(reading.records.map(\.id)).count == lines.count)
        #expect(try read(lines.joined(separator: "\n")).records == reading.records)
    }

    @Test("Several lines of one entity are one, and values may be one text, a number or an entity")
    func shapes() throws {
        let second = "{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"name\":\"On Nuri\",\"idNumber\":77}}"
        let event =
            "{\"id\":\"e-1\",\"schema\":\"Event\",\"properties\":{\"name\":[\"T\"],\"involved\":[{\"id\":\"p-1\",\"x\":[]}]}}"
        let reading = try read(Self.person, second, event, "")
        #expect(reading.findings == [])
        #expect(reading.records.map(\.kind) == [.person, .incident, .case])
        #expect(reading.records[0][PersonFields.names].value?.count == 3)
        #expect(reading.records[0][PersonFields.identityDocuments].value?.count == 2)
    }

    @Test(
        "A line that is no entity is refused with its number",
        arguments: [
            "{", "[]", "null", "{\"id\":\"\",\"schema\":\"Person\",\"properties\":{}}",
            "{\"id\":\"a\",\"schema\":\"Person\"}",
            "{\"id\":1,\"schema\":\"Person\",\"properties\":{}}", String(repeating: "[", count: 100_000), "\u{0}\u{1}",
        ])
    func hostile(_ line: String) throws {
        let reading = try read(Self.person, line)
        #expect(reading.findings.map(\.rule) == [.notAnEntity])
        #expect(reading.findings.map(\.line) == [2])
    }

    @Test("A value that no record takes is told with its line; nothing to take in is told too")
    func badValues() throws {
        let bad = Self.person.replacing("\"1930\"", with: "\"spring\"")
        let reading = try read("", bad)
        #expect(reading.findings.map(\.rule) == [.notEDTF])
        #expect(reading.findings.map(\.line) == [2])
        #expect(
            try read("{\"id\":\"c\",\"schema\":\"Company\",\"properties\":{}}").findings.map(\.rule) == [.noRecords])
        #expect(try read("").findings.map(\.rule) == [.noRecords])
    }

    @Test("What we write of a case comes in as the same persons, dates and places")
    func ownEntities() throws {
        for folder in try SampleCases.folders() {
            let edition = try Exported.edition(folder)
            let entities = FollowTheMoneyEntities(edition, words: Exported.words).entities
            guard entities.contains(where: { $0.schema == .person }) else { continue }
            let reading = try read(
                entities.map { String(decoding: $0.line.dropLast(), as: UTF8.self) }.joined(separator: "\n"))
            #expect(reading.findings == [])
            let subject = try #require(edition.folder.person)
            let found = try #require(reading.records.first { $0.kind == .person })
            let names = { (record: Record) in
                Set(record[PersonFields.names].accounts.flatMap(\.value).map { $0.joined })
            }
            #expect(names(found) == names(subject), "\(folder.caseRecord.id)")
            #expect(reading.records.contains { $0.kind == .case })
        }
    }
}
