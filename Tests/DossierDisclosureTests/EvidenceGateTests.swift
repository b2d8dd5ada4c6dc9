import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@Suite("Which accounts and exhibits an edition holds")
struct EvidenceGateTests {
    private func edition(_ story: CaseStory, _ audience: Audience = .body("wgeid")) throws -> Edition {
        Discloser(audience: audience, on: try #require(Day("2026-11-24"))).edition(of: try story.folder())
    }

    private func held(_ edition: Edition) -> [String] {
        (Array(edition.folder.evidence.testimonies.keys) + Array(edition.folder.evidence.exhibits.keys)).map(\.text)
            .sorted()
    }

    @Test("What its giver has allowed is there; what nobody has allowed is not, and staff are told")
    func allowed() throws {
        let story = try CaseStory.withEvidence()
        #expect(try held(edition(story)) == ["exhibit-a", "testimony-a", "testimony-n"])
        let without = try edition(story.without("consent-n"))
        #expect(held(without) == ["exhibit-a", "testimony-a"])
        #expect(without.withheld.contains { $0.record.text == "testimony-n" && $0.reason == .noConsent })
        #expect(without.withheld.contains { $0.record.text == "claim-a" && $0.reason == .noConsent })
    }

    @Test("Where no consent is about the account, one about the person opens it")
    func general() throws {
        let story = try CaseStory.withEvidence().without("consent-t")
        #expect(try held(edition(story)) == ["exhibit-a", "testimony-a", "testimony-n"])
        #expect(try held(edition(story, .body("coi"))) == ["testimony-n"])
    }

    @Test("A consent about the account that was withdrawn closes it, whatever the person allows else")
    func withdrawn() throws {
        let story = try CaseStory.withEvidence().with("withdrawnOn", of: "consent-t", "2026-11-20")
        #expect(try held(edition(story)) == ["testimony-n"])
    }

    @Test("A consent about an account opens nothing else of the person")
    func narrow() throws {
        let story = try CaseStory.withEvidence().with("about", of: "consent-t", "person-b").without("consent-b")
        let edition = try edition(story)
        #expect(held(edition).contains("testimony-a"))
        #expect(edition.folder.others.isEmpty)
    }

    @Test("What anybody can read already needs no consent of a giver")
    func published() throws {
        let story = try CaseStory.withEvidence().without("consent-t").without("consent-b")
            .with("isPublic", of: "exhibit-a", "\"yes\"")
        #expect(try held(edition(story)) == ["exhibit-a", "testimony-n"])
    }

    @Test("A record more confidential than the audience may see keeps its fields in")
    func recordLevel() throws {
        let story = try CaseStory.withEvidence().with("confidentiality", of: "testimony-a", "house")
        let account = try #require(
            try edition(story).folder.evidence.testimonies.values.first {
                $0.id.text == "testimony-a"
            })
        #expect(account.entries.isEmpty)
    }

    @Test("The public edition is told that a source exists, and not what it said")
    func publicEdition() throws {
        let edition = try edition(try CaseStory.withEvidence(), .everyone)
        #expect(held(edition) == ["testimony-n"])
        let account = try #require(edition.folder.evidence.testimonies.values.first)
        #expect(account[TestimonyFields.paragraphs].isNotAsked)
    }

    @Test("A claim that rests on closed sources is put as such, and never as unsupported")
    func undisclosed() throws {
        let story = try CaseStory.withEvidence()
        let claim = try #require(RecordID("claim-b"))
        #expect(try edition(story).standings[claim]?.strength == .hearsay)
        #expect(
            try edition(story.with("withdrawnOn", of: "consent-t", "2026")).standings[claim]?.strength == .undisclosed)
    }

    @Test("Where a source is closed, the reasons for the assessment are too: they could tell what it said")
    func reasonsClose() throws {
        let story = try CaseStory.withEvidence().with("statusReasons", of: "claim-a", "{en: Two neighbours agree.}")
        let reasons = { (edition: Edition) in
            edition.folder.evidence.claims.first { $0.id.text == "claim-a" }?[ClaimFields.statusReasons].value
        }
        #expect(try reasons(edition(story)) != nil)
        #expect(try reasons(edition(story.without("consent-n"))) == nil)
    }

    @Test("How strongly a claim is put is judged on who spoke, also where the edition does not tell who")
    func judgedBefore() throws {
        let story = try CaseStory.withEvidence().without("consent-b")
        let edition = try edition(story, .body("coi"))
        #expect(edition.folder.evidence.testimonies.values.allSatisfy { $0[TestimonyFields.speaker].isNotAsked })
        #expect(edition.standings[try #require(RecordID("claim-a"))]?.strength == .reasonableGrounds)
    }

    @Test("A name that must not be said falls out of accounts, exhibits and claims alike")
    func swept() throws {
        let story = try CaseStory.withEvidence().without("consent-b")
            .with("title", of: "exhibit-a", "{en: Letter to Garamsol}")
            .with("statement", of: "claim-d", "{ko: 가람솔이 보았다., en: Somebody saw it.}")
            .with("paragraphs", of: "testimony-n", "[{number: 1, text: {ko: 온가람솔 말로는 그래.}, knowledge: hearsay}]")
        let edition = try edition(story)
        let all = edition.folder.evidence.records.map { "\($0)" }.joined()
        #expect(!all.contains("Garamsol"))
        #expect(!all.contains("가람솔"))
        #expect(edition.withheld.filter { $0.reason == .namesWithheldPerson }.count == 3)
    }
}
