import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@Suite("Looking for names that nobody has agreed to")
struct NameCheckTests {
    private let names = """
        record: person
        id: person-a
        names:
          - {script: latin, family: Kim, given: Chol-su}
          - {script: hangul, family: 김, given: 철수}
          - {script: hanja, family: 金, given: 哲洙}
        identityDocuments: [{type: x, number: 500101-1234567}]
        contact: "house 3, mail chol@example.org, +82-2-111-2222"
        """

    private func hits(_ text: String, consent: String? = nil, close: Bool = true, more: String = "") throws -> [String]
    {
        let records = try CaseStory(names + "\n" + more + (consent.map { "\n---\n\($0)" } ?? "")).records()
        let check = NameCheck(
            persons: records.filter { $0.kind == .person }, consents: records.filter { $0.kind == .consent },
            close: close ? Set(records.map(\.id)) : [], audience: .readers(of: "upr"),
            on: try #require(Day("2026-11-24")))
        return check.hits(in: text).map { "\($0.kind.rawValue) \($0.person)" }
    }

    @Test(
        "A full name is found in any spelling, order and script",
        arguments: [
            "Kim Chol-su was taken.", "KIM CHOLSU", "Cholsu Kim,", "김철수는", "김 철수가", "“金哲洙”", "Kim\nChol-su",
            "Kim, Chol-su", "KIM (Chol-su)", "Kim\u{3000}Chol–su", "Kim Chol\u{200B}su", "Kim_Chol_su", "Ｋｉｍ Ｃｈｏｌ－ｓｕ",
            "Kim Ch\u{14F}l-su", "Kim Cho\u{306}l\u{AD}su", "\u{1100}\u{1175}\u{11B7}철수",
        ])
    func spellings(_ text: String) throws { #expect(try hits(text) == ["fullName person-a"]) }

    @Test("A very short name is found where both its parts are words of their own")
    func short() throws {
        let person = "---\nrecord: person\nid: person-b\nnames: [{script: latin, family: Li, given: Na}]"
        #expect(try hits("with Li Na, then", more: person) == ["fullName person-b"])
        #expect(try hits("with Na Li", more: person) == ["fullName person-b"])
        #expect(try hits("with Lina", more: person) == [])
        #expect(try hits("with linaments", more: person) == [])
    }

    @Test("Letters within other words are no name", arguments: ["akim cholsung", "Kimcholsuk", "the skim chol sun"])
    func within(_ text: String) throws { #expect(try hits(text).contains("fullName person-a") == false) }

    @Test("A given name alone is found only of persons whom the text is about")
    func given() throws {
        #expect(try hits("Chol-su said") == ["givenName person-a"])
        #expect(try hits("Chol-su said", close: false) == [])
        #expect(try hits("Kim Chol-su said", close: false) == ["fullName person-a"])
    }

    @Test(
        "Numbers and addresses are found however they are written",
        arguments: ["500101-1234567", "5001011234567", "chol@example.org", "+82 2 111 2222"])
    func identifiers(_ text: String) throws { #expect(try hits("see \(text) there") == ["identifier person-a"]) }

    private func consent(_ recipient: String, _ form: String, more: String = "") -> String {
        """
        record: consent
        id: consent-a
        about: person-a
        purposes: [publish]
        recipients: [\(recipient)]
        nameForm: \(form)
        givenOn: 2026-01-02
        \(more)
        """
    }

    @Test("Whoever agreed to be named in public, or in this report, may be")
    func allowed() throws {
        #expect(try hits("Kim Chol-su", consent: consent("public", "full")) == [])
        #expect(try hits("Kim Chol-su", consent: consent("upr", "full")) == [])
        #expect(try hits("500101-1234567", consent: consent("upr", "full")) == ["identifier person-a"])
    }

    @Test("Initials, another recipient, a withdrawal and danger keep the name out")
    func notAllowed() throws {
        let found = ["fullName person-a"]
        #expect(try hits("Kim Chol-su", consent: consent("upr", "initials")) == found)
        #expect(try hits("Kim Chol-su", consent: consent("wgeid", "full")) == found)
        #expect(try hits("Kim Chol-su", consent: consent("upr", "full", more: "withdrawnOn: 2026-02-03")) == found)
        #expect(try hits("Kim Chol-su", consent: consent("upr", "full"), more: "livesIn: PRK") == found)
    }

    @Test("A consent to publish in this report opens the public edition of a case for it, and for nothing else")
    func readers() throws {
        let story = try CaseStory.complete().with("purposes", of: "consent-a", "[publish]")
            .with("recipients", of: "consent-a", "[upr]")
        let day = try #require(Day("2026-11-24"))
        #expect(try !Discloser(audience: .readers(of: "upr"), on: day).edition(of: story.folder()).isEmpty)
        #expect(try Discloser(audience: .everyone, on: day).edition(of: story.folder()).isEmpty)
        #expect(Audience.readers(of: "upr").ceiling == .public)
    }
}
