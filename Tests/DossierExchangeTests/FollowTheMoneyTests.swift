import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@testable import DossierExchange

@Suite("Entities of FollowTheMoney")
struct FollowTheMoneyTests {
    private func entities(_ story: CaseStory, partner: Bool = false) throws -> [FollowTheMoneyEntity] {
        FollowTheMoneyEntities(
            try Exported.edition(story, partner ? .partner("partner-a") : .body("wgeid")), words: Exported.words
        ).entities
    }

    private func values(_ name: String, _ entity: FollowTheMoneyEntity?) -> [String] {
        entity?.properties.first { $0.name == name }?.values ?? []
    }

    @Test("The person is told of with every spelling, and the disappearance as an event of its own")
    func personAndEvent() throws {
        let found = try entities(try CaseStory.complete())
        let person = try #require(found.first { $0.schema == .person })
        #expect(values("name", person) == ["온누리별", "On Nuribyeol"])
        #expect(values("birthDate", person) == ["1931-04"])
        #expect(values("nationality", person) == ["kr"])
        let event = try #require(found.first { $0.schema == .event })
        #expect(values("involved", event) == [person.id])
        #expect(values("name", event) == ["서울에서 끌려감", "Taken from Seoul"])
        #expect(values("date", event) == ["1950-09"])
        #expect(values("country", event).first == "kr")
    }

    @Test(
        "A date is told as far as it is certain; the doubt is never left out",
        arguments: [
            ("1950", "1950"), ("1950-09-28", "1950-09-28"), ("1950~", nil), ("1950-09?", nil), ("195X", nil),
            ("1950-23", nil), ("[1950..1953]", nil), ("1950/1953", nil),
        ] as [(String, String?)])
    func dates(_ edtf: String, _ told: String?) throws {
        let story = try CaseStory.complete().with("birthDate", of: "person-a", "\"\(edtf)\"")
        let person = try entities(story).first
        #expect(values("birthDate", person) == [told].compactMap(\.self))
        #expect(values("notes", person) == (told == nil ? ["person.birthDate: \(edtf)"] : []))
    }

    @Test("An event that lasted has a beginning and an end")
    func spans() throws {
        let story = try CaseStory.complete().with("date", of: "incident-a", "1950-09/1950-10")
        let event = try entities(story).first { $0.schema == .event }
        #expect(values("date", event) == [])
        #expect(values("startDate", event) == ["1950-09"])
        #expect(values("endDate", event) == ["1950-10"])
    }

    @Test("The family is told of where its members may be named, and nobody is an entity without a name")
    func family() throws {
        let story = try CaseStory.complete().with(
            "relatives", of: "case-a", "[{person: person-b, relationship: {ko: 누나, en: sister}}]")
        let found = try entities(story)
        let family = try #require(found.first { $0.schema == .family })
        #expect(values("relationship", family) == ["누나", "sister"])
        let persons = found.filter { $0.schema == .person }.map(\.id)
        #expect(Set(values("person", family) + values("relative", family)) == Set(persons))
        let silent = try entities(story.without("consent-b"))
        #expect(silent.count { $0.schema == .person } == 1)
        #expect(!silent.contains { $0.schema == .family })
    }
}
