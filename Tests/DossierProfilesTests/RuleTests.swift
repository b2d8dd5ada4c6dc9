import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

/// What each rule finds in a case that was complete before one thing was changed.
@Suite("The rules of the WGEID profile")
struct RuleTests {
    private func found(_ story: CaseStory, on day: String = "2026-11-24", language: LanguageTag = .english) throws
        -> [String]
    {
        try ProjectFolder.check(on: day, language: language).shortfalls(of: story.folder()).map { shortfall in
            [shortfall.rule.id, shortfall.variant].compactMap(\.self).joined(separator: "/")
        }
    }

    @Test("A complete case lacks nothing")
    func complete() throws {
        #expect(try found(.complete()) == [])
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var field: String
        var record: String
        var yaml: String?
        var expected: [String]
        var testDescription: String { "\(record).\(field) = \(yaml ?? "nothing") → \(expected)" }

        init(_ record: String, _ field: String, _ yaml: String?, _ expected: String...) {
            self.record = record
            self.field = field
            self.yaml = yaml
            self.expected = expected
        }
    }

    static let changes: [Change] = [
        Change("person-a", "names", nil, "wgeid.name/missing"),
        Change("person-a", "names", "[{script: latin, given: Nuribyeol}]", "wgeid.name/partial"),
        Change(
            "person-a", "names",
            "[{script: latin, family: On, given: Nuri}, {script: latin, system: dprk, family: Ohn, given: Nuri}]",
            "wgeid.spelling/none"),
        Change("person-a", "names", "[{script: hangul, family: 온, given: 누리}]", "wgeid.spelling/latin"),
        Change("incident-a", "date", nil, "wgeid.date/missing"),
        Change("incident-a", "date", "1950", "wgeid.date/vague"),
        Change("incident-a", "date", "1950-23", "wgeid.date/vague"),
        Change("incident-a", "date", "1950-08/1950-10"),
        Change("incident-a", "date", "\"[..1950-09]\"", "wgeid.date/vague"),
        Change(
            "incident-a", "date", "{edtf: 1950-08, words: 음력 팔월, calendar: lunar}", "wgeid.lunar"),
        Change("incident-a", "date", "{accounts: [{value: 1950-08}, {value: 1950-09}]}", "wgeid.accounts"),
        Change(
            "incident-a", "date",
            "{accounts: [{value: 1950-08}, {value: 1950, preferred: \"yes\"}]}"),
        Change("incident-a", "place", nil, "wgeid.place"),
        Change("incident-a", "agents", nil, "wgeid.agents/missing"),
        Change("incident-a", "agents", "[{kind: unknown}]", "wgeid.agents/reason"),
        Change("incident-a", "agents", "[{kind: unknown, reason: {en: Others were taken that day by soldiers.}}]"),
        Change("incident-a", "agents", "[{kind: non-state, description: {en: Smugglers}}]", "wgeid.non-state"),
        Change(
            "incident-a", "agents", "[{kind: state, state: PRK, institution: xyz}]", "wgeid.institutions/code"),
        Change(
            "incident-a", "circumstances", "{en: Men of the MSS took him.}", "wgeid.institutions/abbreviation"),
        Change("incident-a", "circumstances", "군인들이 데려갔다.", "wgeid.language"),
        Change("incident-a", "circumstances", "{fr: Des soldats l’ont emmené.}", "wgeid.translated"),
        Change("case-a", "otherSteps", nil, "wgeid.steps/missing"),
        Change("case-a", "otherSteps", "{none: \"\"}", "wgeid.steps/reason"),
        Change("case-a", "otherSteps", "{none: {en: For fear of what would happen to his brothers.}}"),
        Change("case-a", "author", nil, "wgeid.author/missing"),
        Change(
            "case-a", "author", "[{capacity: relative, person: person-b}]"),
        Change(
            "case-a", "author", "[{capacity: organisation, organisation: {en: Alliance}, followUp: \"yes\"}]",
            "wgeid.author/address", "wgeid.on-behalf"),
        Change(
            "case-a", "author",
            "[{capacity: organisation, organisation: {en: Alliance}, address: {en: Seoul}, onBehalfOf: person-b}]",
            "wgeid.follow-up"),
        Change("case-a", "underAge", "\"yes\"", "wgeid.age/contradicts"),
        Change("case-a", "pregnant", "\"yes\"", "wgeid.pregnancy"),
        Change("case-a", "statesAddressed", nil, "wgeid.states/addressed"),
        Change("case-a", "statesAddressed", "XXQ", "wgeid.states/unknown"),
        Change("case-a", "author", "{unknown: \"\"}", "wgeid.author/missing", "wgeid.reasons"),
        Change("consent-a", "givenOn", nil, "wgeid.consent/lapsed"),
        Change("consent-a", "givenOn", "2027", "wgeid.consent/lapsed"),
        Change("consent-a", "expiresOn", "2026-11-24", "wgeid.consent/lapsed"),
        Change("consent-a", "withdrawnOn", "2026-11", "wgeid.consent/withdrawn"),
        Change("consent-a", "purposes", "publish", "wgeid.consent/missing"),
        Change("consent-a", "purposes", "submit", "wgeid.government"),
        Change("consent-a", "recipients", "ced", "wgeid.consent/missing"),
        Change("consent-a", "recipients", "any"),
    ]

    @Test("One change is found, and nothing else", arguments: changes)
    func oneChange(_ change: Change) throws {
        let story = try CaseStory.complete().with(change.field, of: change.record, change.yaml)
        #expect(try found(story) == change.expected)
    }

    @Test("Where complaints were made, no reason for having made none is asked")
    func noExcuseForAction() throws {
        let story = try CaseStory.complete().with("complaints", of: "case-a", nil)
        #expect(try !found(story).contains { $0.hasPrefix("wgeid.steps") })
    }

    @Test("A person last seen somewhere needs no place of arrest")
    func eitherPlace() throws {
        let story = try CaseStory.complete().with("place", of: "incident-a", nil)
            .with("lastSeenPlace", of: "case-a", "{en: Pyongyang, state: PRK}")
        #expect(try !found(story).contains("wgeid.place"))
    }

    @Test("A shortfall names file and line of the field, or of the record where the field is not there")
    func place() throws {
        let story = try CaseStory.complete().with("date", of: "incident-a", "1950").with("place", of: "incident-a", nil)
        let shortfalls = try ProjectFolder.check().shortfalls(of: story.folder())
        let date = try #require(shortfalls.first { $0.rule.id == "wgeid.date" })
        #expect(date.place.file == "story.yaml")
        #expect(date.place.line == 1)
        let place = try #require(shortfalls.first { $0.rule.id == "wgeid.place" })
        #expect(place.place.line == 22)
    }

    @Test("Blocking shortfalls come first")
    func order() throws {
        let story = try CaseStory.complete().with("statesAddressed", of: "case-a", nil)
            .with("otherSteps", of: "case-a", nil)
        #expect(try found(story) == ["wgeid.steps/missing", "wgeid.states/addressed"])
    }
}
