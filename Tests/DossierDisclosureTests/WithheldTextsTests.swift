import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

/// Everything and everybody here is invented.
@Suite("What an edition withholds, and looking for it")
struct WithheldTextsTests {
    /// As a caller would make them for names in Hangul; here for one name alone.
    private static let spellings: @Sendable (PersonName) -> [String] = { name in
        name.script == .hangul && name.given == "가람솔" ? ["On Garamsol", "On Karamsol", "Ohn Karam", "온가람설"] : []
    }

    private func needles(_ story: CaseStory, _ audience: Audience = .body("wgeid")) throws -> LeakNeedles {
        let folder = try story.folder()
        let edition = Discloser(audience: audience, on: try #require(Day("2026-11-24"))).edition(of: folder)
        return WithheldTexts(of: folder, in: edition, spellings: Self.spellings).needles
    }

    private func found(_ text: String, _ needles: LeakNeedles) -> [String] {
        needles.hits(inText: text).map { "\($0.record) \($0.field) \($0.kind.rawValue)" }
    }

    private static let name = "person-b person.names name"
    private static let given = "person-b person.names givenName"

    private func hiddenSister() throws -> CaseStory {
        try CaseStory.complete().without("consent-b").with(
            "names", of: "person-b",
            """
            [{script: hangul, family: 온, given: 가람솔}, {script: latin, family: On, given: Garam-sol},
             {script: hanja, family: 溫, given: 佳藍}, {script: kana, family: オン, given: ガラムソル},
             {kind: alias, script: cyrillic, family: Он, given: Гарамсоль}]
            """)
    }

    @Test(
        "A hidden relative's name is found in each script and order, and in spellings that nobody recorded",
        arguments: [
            "온가람솔이", "온 가람솔", "On Garamsol", "GARAM-SOL ON,", "on_garam_sol.png", "溫佳藍", "オン・ガラムソル", "Он Гарамсоль",
            "On Karam-sol", "KARAMSOL, On", "Ohn Karam", "온가람설", "OnGaramsol2",
            "\u{110B}\u{1169}\u{11AB}\u{1100}\u{1161}\u{1105}\u{1161}\u{11B7}\u{1109}\u{1169}\u{11AF}",
            "On Ga\u{301}ramsol", "Ｏｎ　Ｇａｒａｍｓｏｌ",
        ])
    func names(_ text: String) throws {
        #expect(try found("x \(text) y", needles(hiddenSister())) == [Self.name])
    }

    @Test("The given name by itself is found too", arguments: ["가람솔의 편지", "Garam-sol said", "Karamsol said"])
    func given(_ text: String) throws { #expect(try found(text, needles(hiddenSister())) == [Self.given]) }

    @Test("A given name of two syllables is not the end of one word and the beginning of the next")
    func acrossWords() throws {
        let needles = try needles(
            hiddenSister().with("names", of: "person-b", "[{script: hangul, family: 온, given: 용원}]"))
        #expect(found("읽기 전용 원본", needles) == [])
        #expect(found("용원이", needles) == [Self.given])
        #expect(found("온용\n원", needles) == [Self.name])
    }

    @Test("Of somebody who may be named nothing is looked for")
    func named() throws {
        let needles = try needles(.complete())
        #expect(found("온가람솔 On Garamsol 온누리별 On Nuribyeol", needles) == [])
    }

    @Test("Somebody of a connected case is hidden as well, and may be named under a consent")
    func connected() throws {
        let story = try CaseStory.complete().adding(
            "record: person\nid: person-c\nnames: [{script: hangul, family: 온, given: 다솜별}]\nnotes: {ko: 수첩에 적힌 사람}")
        #expect(try found("온다솜별", needles(story)) == ["person-c person.names name"])
        #expect(try found("수첩에 적힌 사람", needles(story)) == ["person-c person.notes text"])
        let allowed = try story.adding(
            """
            record: consent
            id: consent-x
            about: person-c
            purposes: submit
            recipients: wgeid
            givenOn: 2025-03-01
            """)
        #expect(try found("온다솜별", needles(allowed)) == [])
        #expect(try found("수첩에 적힌 사람", needles(allowed)) == ["person-c person.notes text"])
    }

    @Test("A hidden name that is also that of somebody whom a case names, or stands within it, is no leak there")
    func namesakes() throws {
        let named = try needles(.complete())
        let hidden = { (names: String) in
            LeakNeedles(union: [try self.needles(self.hiddenSister().with("names", of: "person-b", names)), named])
        }
        let within = try hidden(
            "[{script: hangul, family: 온, given: 누리}, {script: latin, family: On, given: Nuri}]")
        #expect(found("온누리별은, On Nuribyeol", within) == [])
        #expect(found("온누리는", within) == [Self.name])
        #expect(found("On Nuri", within) == [Self.name])
        let same = try hidden("[{script: hangul, family: 온, given: 누리별}]")
        #expect(found("온누리별", same) == [])
        #expect(same.hits(inBytes: Array("온누리별".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == [])
    }

    @Test("A name shown as initials is looked for, the initials are not")
    func initials() throws {
        let story = try CaseStory.complete().with("nameForm", of: "consent-a", "initials")
        #expect(try found("온누리별", needles(story)) == ["person-a person.names name"])
        #expect(try found("O. N. was taken", needles(story)) == [])
    }

    @Test("A withheld text is found, each of its sentences by itself, and told by its place alone")
    func texts() throws {
        let story = try CaseStory.complete()
            .with("occupation", of: "person-a", "{value: {ko: 인쇄공, en: printer}, confidentiality: house}")
            .with("notes", of: "case-a", "{en: The file was seen in Berlin. The neighbour must not learn of it.}")
        let needles = try needles(story)
        #expect(found("a Printer by trade", needles) == ["person-a person.occupation text"])
        #expect(found("직업: 인쇄공", needles) == ["person-a person.occupation text"])
        #expect(found("blueprinters", needles) == [])
        #expect(found("<p>the neighbour must\n not learn of it</p>", needles) == ["case-a case.notes text"])
        #expect(try found("printer", self.needles(.complete())) == [])
    }

    @Test("Reasons, translators, file names, custody and consents never leave either")
    func house() throws {
        let story = try CaseStory.withEvidence()
            .with("originalName", of: "exhibit-a", "편지 누리별.png")
            .with("notes", of: "consent-t", "{en: Asked at her kitchen table.}")
            .with("livesIn", of: "person-b", "{refused: {en: afraid of the village head}}")
            .with("interviewer", of: "testimony-a", "Dasom the interviewer")
        let needles = try needles(story)
        #expect(found("편지_누리별.png", needles) == ["exhibit-a exhibit.originalName text"])
        #expect(found("at her kitchen table. asked at her kitchen table", needles) == ["consent-t consent.notes text"])
        #expect(found("Afraid of the village head", needles) == ["person-b person.livesIn text"])
        #expect(found("dasom the interviewer", needles) == ["testimony-a testimony.interviewer text"])
    }

    @Test("Numbers and addresses are found however they are written; the covered form is not")
    func identifiers() throws {
        let story = try CaseStory.complete()
            .with("identityDocuments", of: "person-a", "[{number: 310405-1234567}]")
            .with(
                "contact", of: "person-b",
                "{value: {en: \"9 Hidden Lane; +82 2-111-2222, garam@example.org\"}, confidentiality: house}")
        let needles = try needles(story)
        #expect(found("310405-*******", needles) == [])
        #expect(found("no. 3104051234567.", needles) == ["person-a person.identityDocuments.number identifier"])
        for text in ["+82-2-111-2222", "02-111-2222", "mailto:garam@example.org"] {
            #expect(found(text, needles) == ["person-b person.contact identifier"])
        }
        #expect(
            found("9 hidden lane; +82 2 111 2222 garam@example.org", needles).contains("person-b person.contact text"))
    }

    @Test("What the edition tells in another field is not looked for")
    func toldElsewhere() throws {
        let story = try CaseStory.complete().with(
            "notes", of: "person-a", "{en: Soldiers led him away from his house.}")
        #expect(try found("Soldiers led him away from his house.", needles(story)) == [])
        let hidden = try story.with("circumstances", of: "incident-a", nil)
        #expect(try found("soldiers led him away from his house", needles(hidden)) == ["person-a person.notes text"])
    }

    @Test("The full edition has nothing to look for among what it tells")
    func full() throws {
        let folder = try CaseStory.withEvidence().folder()
        let edition = Discloser(audience: .body("wgeid"), on: try #require(Day("2026-11-24"))).edition(of: folder)
        let needles = WithheldTexts(of: folder, in: edition, spellings: Self.spellings).needles
        #expect(needles.hits(inText: "\(edition.folder)") == [])
        #expect(needles.hits(inText: "\(folder)") != [])
    }

    @Test("Of a case that may not be disclosed everything is looked for")
    func nothing() throws {
        let needles = try needles(CaseStory.complete().with("withdrawnOn", of: "consent-a", "2026-11-01"))
        #expect(found("On Nuribyeol", needles) == ["person-a person.names name"])
        #expect(found("군인들이 데려갔다. 집에서 군인들이 데려갔다", needles) == ["incident-a incident.circumstances text"])
    }

    @Test("Digests, years and single short words say nothing")
    func sayNothing() throws {
        let story = try CaseStory.withEvidence()
            .with("notes", of: "case-a", "{en: doctor}").with("notes", of: "person-a", "{en: \"1950-10-03\"}")
        let needles = try needles(story, .everyone)
        #expect(found(String(repeating: "a", count: 64), needles) == [])
        #expect(found("the doctor on 1950-10-03", needles) == [])
    }

    @Test("For shared files a text is looked for that no case tells, a name unless some case names it")
    func union() throws {
        let first = try CaseStory.complete().without("consent-b")
            .with("notes", of: "case-a", "{en: Two boats left the harbour.}")
        let second = try CaseStory.complete().with(
            "circumstances", of: "incident-a", "{en: Two boats left the harbour.}")
        let own = try needles(first)
        #expect(found("Two boats left the harbour", own) == ["case-a case.notes text"])
        let shared = LeakNeedles(union: [own, try needles(second)])
        #expect(found("Two boats left the harbour; On Garamsol", shared) == [])
        let hidden = LeakNeedles(union: [own, try needles(second.without("consent-b"))])
        #expect(found("Two boats left the harbour; On Garamsol", hidden) == [Self.name])
    }

    @Test("Words that every document holds can be left out; a name cannot")
    func words() throws {
        let story = try hiddenSister().with("notes", of: "case-a", "{en: How to verify}")
        let needles = try needles(story).without(told: ["HOW TO VERIFY this package", "On Garamsol"])
        #expect(found("How to verify, On Garamsol", needles) == [Self.name])
    }
}
