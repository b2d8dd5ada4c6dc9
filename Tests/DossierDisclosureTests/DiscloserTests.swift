import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@Suite("Making an edition")
struct DiscloserTests {
    private func edition(_ story: CaseStory, _ audience: Audience = .body("wgeid")) throws -> Edition {
        Discloser(audience: audience, on: try #require(Day("2026-11-24"))).edition(of: try story.folder())
    }

    private func reasons(_ edition: Edition, _ field: String) -> [Withheld.Reason] {
        edition.withheld.filter { $0.field == field }.map(\.reason)
    }

    @Test("A field that the house has closed does not reach the body, and staff are told")
    func houseFields() throws {
        let story = try CaseStory.complete().with(
            "occupation", of: "person-a", "{value: {en: printer}, confidentiality: house}")
        let edition = try edition(story)
        #expect(edition.folder.person?[PersonFields.occupation].isNotAsked == true)
        #expect(reasons(edition, "person.occupation") == [.confidential])
    }

    @Test("A field marked for the body alone goes there, and is printed as confidential")
    func markedForTheBody() throws {
        let story = try CaseStory.complete().with(
            "occupation", of: "person-a", "{value: {en: printer}, confidentiality: body}")
        let full = try edition(story)
        let person = try #require(full.folder.person)
        #expect(full.isMarkedConfidential(PersonFields.occupation.definition, of: person))
        #expect(!full.isMarkedConfidential(PersonFields.sex.definition, of: person))
    }

    @Test("An item's own level closes all its fields")
    func itemLevel() throws {
        let story = try CaseStory.complete().with(
            "otherSteps", of: "case-a",
            "[{organ: {en: One}}, {organ: {en: Two}, confidentiality: house}]")
        let steps = try edition(story).folder.caseRecord[CaseFields.otherSteps].value ?? []
        #expect(steps.map { $0[StepFields.organ].value?.original.text } == ["One"])
    }

    @Test("A consent that leaves a field out leaves it out")
    func exceptFields() throws {
        let story = try CaseStory.complete().with("exceptFields", of: "consent-a", "[person.occupation]")
        let edition = try edition(story)
        #expect(reasons(edition, "person.occupation") == [.leftOutOfConsent])
        #expect(edition.folder.person?[PersonFields.sex].value == "male")
    }

    @Test("A withdrawn consent opens nothing", arguments: ["2026-11-24", "2026-11", "2026", "{unknown: {en: lost}}"])
    func withdrawn(_ date: String) throws {
        let story = try CaseStory.complete().with("withdrawnOn", of: "consent-a", date)
        let edition = try edition(story)
        #expect(edition.folder.person?.entries.isEmpty == true)
        #expect(edition.folder.caseRecord.entries.isEmpty)
        #expect(!edition.withheld.isEmpty)
        #expect(edition.withheld.allSatisfy { $0.reason == .noConsent })
    }

    @Test("Where relatives disagree about the name, the more careful is heard")
    func narrowestNameForm() throws {
        let story = try CaseStory.complete().adding(
            """
            record: consent
            id: consent-c
            by: person-b
            about: person-a
            purposes: submit
            recipients: wgeid
            nameForm: initials
            givenOn: 2025-04-01
            """)
        let names = try edition(story).folder.person?[PersonFields.names].value ?? []
        #expect(names.map(\.printed) == ["O. N."])
        #expect(try edition(story).folder.person?[PersonFields.birthDate].isNotAsked == true)
    }

    @Test("A relative in danger is not named without a consent that says so")
    func danger() throws {
        let story = try CaseStory.complete().with("livesIn", of: "person-b", "PRK")
        #expect(try edition(story).folder.others.isEmpty)
        #expect(try edition(story).withheld.contains { $0.reason == .danger })
        let brave = try story.with("despiteRisk", of: "consent-b", "\"yes\"")
        #expect(try edition(brave).folder.others.count == 1)
        let safe = try story.with("riskIfNamed", of: "person-b", "\"no\"")
        #expect(try edition(safe).folder.others.count == 1)
    }

    @Test(
        "A text that names somebody who may not be named is withheld, however the name is written",
        arguments: [
            "On Garamsol saw it.", "ON GARAM-SOL saw it.", "Garamsol On saw it.", "온가람솔이 보았다.", "온 가람솔",
            "His sister Garamsol", "가람솔",
        ])
    func namesInTexts(_ text: String) throws {
        let story = try CaseStory.complete().without("consent-b")
            .with("circumstances", of: "incident-a", "{en: \"\(text)\"}")
        let edition = try edition(story)
        #expect(edition.folder.incident?[IncidentFields.circumstances].isNotAsked == true)
        #expect(reasons(edition, "incident.circumstances") == [.namesWithheldPerson])
    }

    @Test("A text that names nobody who is hidden stays")
    func harmlessTexts() throws {
        let edition = try edition(try CaseStory.complete().without("consent-b"))
        #expect(edition.folder.incident?[IncidentFields.circumstances].value != nil)
    }

    @Test("The private half of an identity number is covered, in every form that is written")
    func numbers() throws {
        for (written, shown) in [
            ("310405-1234567", "310405-*******"), ("3104051234567", "310405*******"), ("A-12", "A-12"),
        ] {
            let story = try CaseStory.complete().with(
                "identityDocuments", of: "person-a", "[{number: \"\(written)\"}]")
            let items = try edition(story).folder.person?[PersonFields.identityDocuments].value ?? []
            #expect(items.map { $0[IdentityDocumentFields.number].value } == [shown])
        }
    }

    @Test("Consents themselves never enter an edition")
    func consentsStay() throws {
        #expect(try edition(.complete()).folder.consents.isEmpty)
    }
}
