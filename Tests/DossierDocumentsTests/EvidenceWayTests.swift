import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

/// One account is followed from the record to every document that may speak of it.
@Suite("The way from an account to footnote and evidence file")
struct EvidenceWayTests {
    private let codes: (RecordID) -> String = { $0.text == "person-b" ? "b0b0b0" : "cafe01" }

    private func petition(_ story: CaseStory, _ audience: Audience) throws -> Document {
        let check = try ProjectFolder.check()
        let folder = try story.folder()
        return PetitionComposer(
            profile: check.profile,
            phrases: Phrasebook(
                wording: try ProjectFolder.wording(), states: check.states, institutions: check.institutions)
        ).document(
            for: Discloser(audience: audience, on: check.receivedOn).edition(of: folder),
            shortfalls: check.shortfalls(of: folder), standing: .standard, number: "0123456789ab",
            codes: SourceCodes(folder.evidence, number: codes), on: check.receivedOn)
    }

    private func evidenceFile(_ story: CaseStory, _ audience: Audience = .body("coi")) throws -> Document {
        let check = try ProjectFolder.check()
        let folder = try story.folder()
        return EvidenceFileComposer(
            catalogue: try ProjectFolder.findings(),
            phrases: Phrasebook(
                wording: try ProjectFolder.evidenceWording(), states: check.states, institutions: check.institutions)
        ).document(
            for: Discloser(audience: audience, on: check.receivedOn).edition(of: folder), number: "0123456789ab",
            codes: SourceCodes(folder.evidence, number: codes), on: check.receivedOn)
    }

    private func text(_ line: Line) -> String { line.runs.map(\.text).joined() }

    private func text(_ document: Document) -> String {
        String(decoding: HTMLWriter(style: "").bytes(document), as: UTF8.self)
    }

    @Test("The petition says at the agents whose account it rests on, and lists the letter as an annex")
    func footnotes() throws {
        let document = try petition(try CaseStory.withEvidence(), .body("wgeid"))
        let notes = document.footnotes.map(text)
        #expect(notes.contains("Account of ON Garamsol (온가람솔), 1 March 2025, paragraph 1 (direct knowledge)."))
        #expect(notes.contains("Account of a bystander W-CAFE01, May 2008, paragraph 1 (direct knowledge)."))
        #expect(notes.contains("Annex 1, Letter of the mother, page 2."))
        #expect(notes.contains("But see: Account of a bystander W-CAFE01, May 2008, paragraph 2 (inferred)."))
        let agents = try #require(
            document.sections.flatMap(\.paragraphs).first { $0.label?.contains("Forces") == true })
        let marks = String(describing: agents.blocks).matches(of: /note\(\d+\)/)
        #expect(marks.count == 3)
        let annexes = try #require(document.sections.last)
        #expect(annexes.heading == "Annexes")
        #expect(annexes.paragraphs.map(\.label) == ["Annex 1"])
        let numbers = document.sections.flatMap(\.paragraphs).map(\.number)
        #expect(numbers == Array(1...numbers.count))
    }

    @Test("Every mark in every format has its footnote, and every footnote its mark")
    func marks() throws {
        let document = try petition(try CaseStory.withEvidence(), .body("wgeid"))
        let html = text(document)
        for number in 1...document.footnotes.count {
            #expect(html.contains("href=\"#n\(number)\""))
            #expect(html.contains("id=\"n\(number)\""))
        }
        let xml = String(decoding: try AKNWriter().bytes(document), as: UTF8.self)
        #expect(xml.ranges(of: "<authorialNote").count == document.footnotes.count)
    }

    @Test(
        "The evidence file puts the claim as the evidence bears, with the words of the account and a code for the speaker"
    )
    func evidence() throws {
        let story = try CaseStory.withEvidence()
        let page = text(try evidenceFile(story))
        #expect(page.contains("There are reasonable grounds to believe the following."))
        #expect(page.contains("Soldiers took him away."))
        #expect(page.contains("a relative W-B0B0B0, paragraph 1, direct knowledge: “Two soldiers came."))
        #expect(!page.contains("Garamsol"))
        #expect(page.contains("A/HRC/16/48/Add.3"))
        let named = text(
            try evidenceFile(
                story.adding(
                    """
                    {record: consent, id: consent-d, by: person-b, about: person-b, purposes: submit, recipients: coi,
                    nameForm: full, givenOn: 2025-03-01}
                    """)))
        #expect(named.contains("Garamsol"))
    }

    @Test("Two channels know one speaker by two codes")
    func codesPerChannel() throws {
        let evidence = try CaseStory.withEvidence().folder().evidence
        let account = try #require(evidence.testimonies.values.first { $0.id.text == "testimony-a" })
        let other = try #require(evidence.testimonies.values.first { $0.id.text == "testimony-n" })
        let texts = ["aaaaaa", "bbbbbb"].map { prefix in
            "\(SourceCodes(evidence) { "\(prefix)\($0.text == "person-b" ? 1 : 2)" })"
        }
        #expect(texts[0] != texts[1])
        #expect(account.id != other.id)
    }

    @Test("The gaps are named: what is short of the standard, and elements of which nothing is stated")
    func gaps() throws {
        let document = try evidenceFile(
            try CaseStory.withEvidence().with("findings", of: "claim-b", "[element-state]"))
        let gaps = try #require(document.sections.first { $0.id == "gaps" })
        let text = "\(gaps)"
        #expect(text.contains("hearsay"))
        #expect(text.contains("Refusal to acknowledge, or concealment"))
        #expect(!text.contains("Deprivation of liberty"))
    }

    @Test("A partner is told of an account by kind and paragraph, and neither its words nor its speaker")
    func partnerEdition() throws {
        let story = try CaseStory.withEvidence().adding(
            """
            {record: consent, id: consent-p, by: person-b, about: person-a, purposes: share, recipients: partner-a,
            givenOn: 2025-03-01}
            ---
            {record: consent, id: consent-q, by: person-b, testimonies: testimony-a, purposes: share,
            recipients: partner-a, givenOn: 2025-03-01}
            """)
        let document = try petition(story, .partner("partner-a"))
        #expect(document.footnotes.map(text).contains("Account of a relative W-B0B0B0, 1 March 2025, paragraph 1."))
        let file = text(try evidenceFile(story, .partner("partner-a")))
        #expect(file.contains("Soldiers took him away."))
        for page in [text(document), file] {
            for word in ["Two soldiers came", "Garamsol", "가람솔", "Letter of the mother"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test("Outside the body, what was said and who said it stay in; that a claim has sources does not")
    func otherEditions() throws {
        let story = try CaseStory.withEvidence()
        let open = try story.with(
            "statement", of: "claim-a", "{value: {en: Soldiers took him.}, confidentiality: public}")
        for document in [try petition(story, .everyone), try evidenceFile(open, .everyone)] {
            let page = text(document)
            #expect(!page.contains("Two soldiers came"))
            #expect(!page.contains("soldiers with guns"))
            #expect(!page.contains("Letter of the mother"))
            #expect(page.contains("A source that may not be disclosed here"))
        }
    }

    @Test(
        "A withdrawn consent stops every output",
        arguments: [
            Audience.body("wgeid"), .body("coi"), .everyone,
        ])
    func withdrawn(_ audience: Audience) throws {
        var story = try CaseStory.withEvidence()
        for consent in ["consent-a", "consent-c", "consent-t", "consent-n"] {
            story = try story.with("withdrawnOn", of: consent, "2026-11-01")
        }
        for document in [try petition(story, audience), try evidenceFile(story, audience)] {
            let page = text(document)
            for word in ["soldiers", "Soldiers", "Nuribyeol", "Garamsol", "Letter", "September 1950"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test("Where only the consent to an account is withdrawn, the rest goes out without it")
    func accountWithdrawn() throws {
        let story = try CaseStory.withEvidence().with("withdrawnOn", of: "consent-t", "2026-11-01")
        let page = text(try petition(story, .body("wgeid")))
        #expect(page.contains("Nuribyeol"))
        #expect(!page.contains("1 March 2025"))
        #expect(!page.contains("Annex"))
        #expect(page.contains("A source that may not be disclosed here"))
    }
}
