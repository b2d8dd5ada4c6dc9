import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierProfiles
import DossierTestSupport
import DossierXML
import Testing

@Suite("Writing documents")
struct WriterTests {
    /// The document of a story in a language.
    static func document(_ story: CaseStory, _ language: LanguageTag = .english) throws -> Document {
        let folder = try story.folder()
        let check = try ProjectFolder.check(language: language)
        let composer = PetitionComposer(
            profile: check.profile,
            phrases: Phrasebook(
                wording: try ProjectFolder.wording(language), states: check.states, institutions: check.institutions))
        return composer.document(
            for: Discloser(audience: .body("wgeid"), on: check.receivedOn).edition(of: folder),
            shortfalls: check.shortfalls(of: folder),
            standing: ProcedureStanding(folder: folder, check: check).assessment, number: "0123456789ab",
            on: check.receivedOn)
    }

    private func html(_ document: Document) -> String {
        String(decoding: HTMLWriter(style: "").bytes(document), as: UTF8.self)
    }

    private func akn(_ document: Document) throws -> String {
        String(decoding: try AKNWriter().bytes(document), as: UTF8.self)
    }

    @Test("The whole petition of a complete case stays as it was last looked at")
    func snapshots() throws {
        let document = try Self.document(.complete())
        try expectSnapshot(html(document), named: "complete.html")
        try expectSnapshot(try akn(document), named: "complete.xml")
    }

    @Test("The same case gives the same bytes", arguments: ProjectFolder.languages)
    func deterministic(_ language: LanguageTag) throws {
        let (first, second) = (
            try Self.document(.complete(), language), try Self.document(.complete(), language)
        )
        #expect(html(first) == html(second))
        #expect(try akn(first) == akn(second))
    }

    @Test("XML and HTML hold the same words in the same order", arguments: ProjectFolder.languages)
    func sameWords(_ language: LanguageTag) throws {
        let document = try Self.document(.complete(), language)
        let root = try SafeXMLParser.parse(AKNWriter().bytes(document))
        let page = html(document)
        for section in root.all("section") {
            for paragraph in section.all("paragraph") {
                let heading = try #require(paragraph.first("heading")?.text)
                #expect(page.contains(escaped(heading)), "\(heading)")
                for run in paragraph.all("span") { #expect(page.contains(escaped(run.text)), "\(run.text)") }
            }
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    @Test(
        "Markup in a record is text in every document",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]><b>", "&lt;&amp;",
            "\"\u{301} onclick=x",
        ])
    func hostileText(_ text: String) throws {
        let quoted = text.unicodeScalars.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
        let story = try CaseStory.complete().with("circumstances", of: "incident-a", "{en: \"\(quoted)\"}")
        let document = try Self.document(story)
        let page = html(document)
        for sign in ["<script", "<img", "]]><b>"] where text.contains(sign) {
            #expect(!page.utf8Contains(sign), "\(sign)")
        }
        let root = try SafeXMLParser.parse(AKNWriter().bytes(document))
        #expect(root.text.contains(text))
    }

    @Test("A complete case is final; one that falls short is a stamped draft with each gap marked in its place")
    func drafts() throws {
        #expect(try Self.document(.complete()).draft == nil)
        let story = try CaseStory.complete().with("date", of: "incident-a", nil).with("otherSteps", of: "case-a", nil)
        let document = try Self.document(story)
        #expect(document.draft != nil)
        let gaps = document.sections.flatMap(\.paragraphs).filter { paragraph in
            paragraph.blocks.contains {
                if case .line(let line) = $0 { line.runs.contains { $0.kind == .gap } } else { false }
            }
        }
        #expect(gaps.map(\.label) == ["Date of arrest, abduction or disappearance", "Complaints to authorities"])
        #expect(html(document).contains("This is a draft and must not be sent: 2 required items are missing."))
    }

    @Test("A required answer that may not be disclosed makes a draft, and is marked without being told")
    func undisclosed() throws {
        let story = try CaseStory.complete().with(
            "names", of: "person-a",
            "{value: [{script: latin, family: On, given: Nuribyeol}], confidentiality: house}")
        let document = try Self.document(story)
        #expect(document.draft != nil)
        let page = html(document)
        #expect(page.contains("Known, and not disclosed"))
        #expect(!page.contains("Nuribyeol"))
    }

    @Test("What no paragraph can show is listed with the stamp")
    func missingConsent() throws {
        let document = try Self.document(try CaseStory.complete().without("consent-a"))
        #expect(document.draft?.missing == ["The family has consented to this submission."])
        #expect(html(document).contains("The family has consented to this submission."))
    }

    @Test("Hangul, Han characters and Latin spellings carry their language")
    func languages() throws {
        let story = try CaseStory.complete().with(
            "names", of: "person-a",
            "[{script: hangul, family: 온, given: 누리}, {script: hanja, family: 溫, given: 世}, {script: latin, family: On, given: Nuri}]"
        )
        let page = html(try Self.document(story))
        #expect(page.contains("<b lang=\"ko\">온누리</b>"))
        #expect(page.contains("<b lang=\"ko-Hani\">溫世</b>"))
        #expect(page.contains("<b lang=\"ko-Latn\">ON Nuri</b>"))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    }

    @Test("Paragraph numbers run through the document without a break")
    func numbering() throws {
        let numbers = try Self.document(.complete()).sections.flatMap(\.paragraphs).map(\.number)
        #expect(numbers == Array(1...numbers.count))
    }

    @Test("The table of minimum elements points at the paragraphs that answer them")
    func overview() throws {
        let document = try Self.document(.complete())
        let overview = try #require(document.overview)
        #expect(overview.answers.allSatisfy { runs in runs.allSatisfy { $0.kind == .plain } })
        let all = document.sections.flatMap(\.paragraphs)
        let date = try #require(all.first { $0.label?.hasPrefix("Date of arrest") == true })
        #expect(overview.answers[1].map(\.text) == ["para. \(date.number ?? 0)"])
    }

    @Test("An answer that is not a value is said in words")
    func answers() throws {
        let story = try CaseStory.complete()
            .with("occupation", of: "person-a", "{unknown: {en: nobody remembers}}")
            .with("maritalStatus", of: "person-a", "{refused: \"\"}")
            .with("otherSteps", of: "case-a", "{none: {en: for fear of reprisals}}")
        let page = html(try Self.document(story))
        #expect(page.contains("Not known: nobody remembers"))
        #expect(page.contains("Asked; no answer was given."))
        #expect(page.contains("None: for fear of reprisals"))
    }
}

extension String {
    /// Whether the bytes of `other` stand in the text, whatever marks combine with them.
    fileprivate func utf8Contains(_ other: String) -> Bool {
        Array(utf8).firstRange(of: Array(other.utf8)) != nil
    }
}
