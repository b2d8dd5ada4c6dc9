import DossierDocuments
import DossierManuscripts
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@Suite("Composing a report")
struct ReportTests {
    @Test("Paragraphs are numbered through all sections; lists and quotations belong to the one before them")
    func numbers() throws {
        let text = "# A\n\none\n\n- x\n- y\n\n> said\n\ntwo\n\n## B\n\nthree\n"
        let report = try ReportStory(ManuscriptStory(text: text).adding("02.md", "# C\n\nfour\n"))
        #expect(report.paragraphs.map(\.number) == [1, 2, 3, 4])
        #expect(report.paragraphs.first?.blocks.count == 3)
        #expect(report.document.sections.map(\.level) == [1, 2, 1])
    }

    @Test("Nothing that a writer wrote is lost: every word of the text stands in the document")
    func nothingLost() throws {
        let text = """
            before

            # Head

            para *it* **bo** `co` [web](https://example.org) end[^a] again[^a]

            1. one
               - nested

                 deeper
            2. two

            > quote
            > - inlist

            | h1 | h2 |
            |----|----|
            | c1 | c2 |

                codeline

            #### deepheading

            <b>html</b> ![picture](https://example.org/p.png)

            [^a]: notetext

                more
            """
        let report = try ReportStory(ManuscriptStory(text: text).addingAnnex("# Annexhead\n\nannextext\n"))
        let json = String(decoding: try JSONDocumentWriter.bytes(report.document), as: UTF8.self)
        for word in [
            "before", "Head", "para", "it", "bo", "co", "web", "end", "again", "one", "nested", "deeper", "two",
            "quote",
            "inlist", "h1", "h2", "c1", "c2", "codeline", "deepheading", "html", "picture", "notetext", "more",
            "Annexhead", "annextext",
        ] {
            #expect(json.contains(word), "\(word)")
        }
        // A note that is pointed to twice is printed once and referred to after that.
        #expect(report.footnotes == ["notetext more.", "See note 1."])
    }

    @Test("Citations become footnotes, in place within a note, and say who and where as far as may be said")
    func citations() throws {
        let text = """
            # A

            x[](case:case-a) y[](testimony:testimony-a#1-2) z[](exhibit:exhibit-a#2) w[](<un:A/HRC/25/63#64, 66-67>)[^n]

            [^n]: see [](un:A/HRC/25/CRP.1) and [the report](un:A/HRC/25/63#64)
            """
        let notes = try ReportStory(ManuscriptStory(text: text)).footnotes
        #expect(notes.count == 5)
        #expect(notes[0].contains("(c0ffee), on file with the submitters."))
        #expect(notes[1].hasSuffix(", paragraphs 1–2."))
        #expect(notes[3] == "A/HRC/25/63, paras. 64, 66–67.")
        #expect(notes[4] == "see A/HRC/25/CRP.1 and the report (A/HRC/25/63, para. 64).")
    }

    @Test("Notes that point to each other come to an end")
    func circle() throws {
        let chain = (1...30).map { "[^n\($0)]: see[^n\($0 + 1)] and[^n\($0 + 1)]" }.joined(separator: "\n\n")
        for text in ["# A\n\nx[^a]\n\n[^a]: one[^b]\n\n[^b]: two[^a]\n", "# A\n\nx[^n1]\n\n\(chain)\n\n[^n31]: end\n"] {
            let report = try ReportStory(ManuscriptStory(text: text))
            #expect(report.document.footnotes.first?.runs.contains { $0.kind == .gap } == true)
            #expect(WordCounts(of: report.document).notes < 100)
        }
    }

    @Test("A number that only another State's recommendation bears is told so")
    func otherState() throws {
        var sources = try ReportStory(ManuscriptStory(), recommendations: [recommendation("X/20")]).sources
        sources.state = "Norvania"
        #expect(sources.standing(of: try Citation("recommendation:126.10")) == .ofOtherState("Saebit"))
        sources.state = "SAEBIT"
        #expect(sources.standing(of: try Citation("recommendation:126.10")) == .resolved)
        // A source that does not say under which paragraph a recommendation stands does not contradict one who does.
        #expect(sources.standing(of: try Citation("recommendation:X/20#90/126.10")) == .resolved)
    }

    @Test("What cannot be resolved stands marked in the draft, and its standing is told")
    func unresolved() throws {
        let text = "# A\n\nx[](case:case-z) y[](testimony:testimony-a#99) z[](testimony:testimony-n#1)\n"
        let story = ManuscriptStory(text: text)
        let report = try ReportStory(story)
        #expect(report.document.footnotes[0].runs.first?.kind == .gap)
        let standings = ManuscriptWalk(try story.manuscript()).citations.map {
            report.sources.standing(of: $0.citation)
        }
        #expect(standings.prefix(2) == [.notFound, .noPlace("99")])
    }

    private func recommendation(_ symbol: String, _ positions: Recommendation.Position...) -> Recommendation {
        Recommendation(
            key: .init(symbol: symbol, number: RecommendationNumber("126.10")), source: .uhri,
            stateUnderReview: "Saebit", text: "Tell families.", recommendingStates: ["Norvania"], positions: positions)
    }

    @Test("The follow-up table has the text, every position in its order, what was done and the evidence")
    func followUp() throws {
        let story = ManuscriptStory(text: "# A\n\nx\n\n[](table:follow-up)\n").with(
            "followUp",
            "[{recommendation: X/33#126.10, assessment: not-implemented, done: Nothing., evidence: [\"un:A/HRC/25/63#64\"]}]"
        )
        let report = try ReportStory(
            story,
            recommendations: [
                recommendation("X/33", .init(.noted), .init(.supported, symbol: "X/33/Add.1", paragraph: "4"))
            ])
        guard case .table(let table)? = report.paragraphs.last?.blocks.first else {
            Issue.record("no table")
            return
        }
        let cells = table.rows.first?.map { $0.map { $0.runs.map(\.text).joined() } }
        #expect(
            cells == [
                ["X/33, para. 126.10", "Tell families.", "(Norvania)"], ["noted", "supported (X/33/Add.1, para. 4)"],
                ["not implemented", "Nothing."], ["A/HRC/25/63, para. 64"],
            ])
        #expect(report.paragraphs.last?.number == nil)
    }

    @Test("A number that two reports bear is no citation until the symbol is written")
    func ambiguous() throws {
        let both = [recommendation("X/20"), recommendation("X/33")]
        let report = try ReportStory(ManuscriptStory(), recommendations: both)
        let short = try Citation("recommendation:126.10")
        #expect(report.sources.standing(of: short) == .ambiguous(["X/20, para. 126.10", "X/33, para. 126.10"]))
        #expect(report.sources.standing(of: try Citation("recommendation:X/20#126.10")) == .resolved)
    }

    @Test(
        "All submitters stand at the start, and nobody's contact stands anywhere",
        arguments: [LanguageTag.english, .korean])
    func cover(_ language: LanguageTag) throws {
        let story = ManuscriptStory().with("form", "joint").with(
            "submitters",
            "[{name: One, contactEmail: secret@example.org, contactPhone: \"+82 1\"}, {name: Two, acronym: TWO}]")
        let report = try ReportStory(story, language: language)
        #expect(report.document.caption.first?.lines.map { $0.runs.map(\.text).joined() } == ["One", "Two (TWO)"])
        let json = String(decoding: try JSONDocumentWriter.bytes(report.document), as: UTF8.self)
        #expect(!json.contains("secret") && !json.contains("+82 1"))
    }

    @Test("Words are counted part by part, as they will be printed")
    func words() throws {
        let text = "# One two\n\nthree four[^n] five\n\n![six](count:by-decade)\n\n[^n]: seven eight\n"
        let counts = WordCounts(of: try ReportStory(ManuscriptStory(text: text).addingAnnex("# A b\n\nc d\n")).document)
        // Of the figure: title, description, two heads, two labels with their numbers, and a note of two words.
        #expect(counts.body == 2 + 3 + (1 + 1 + 2 + (1 + 1) + (3 + 1) + 2))
        #expect(counts.notes == 2)
        #expect(counts.annexes == 4)
    }

    @Test("AKN nests what the tree lists, without a doubled id or a reference to nothing")
    func akn() throws {
        let text = "# A\n\nx[](case:case-a)\n\n## B\n\ny\n\n### C\n\nz\n\n# D\n\n![c](count:by-decade)\n"
        let document = try ReportStory(ManuscriptStory(text: text).addingAnnex("# N\n\nn\n")).document
        let root = try SafeXMLParser.parse(try AKNWriter().bytes(document))
        #expect(AKNConformance.faults(of: root) == [])
        #expect(root.all("subsection").map { $0.attribute("eId") } == ["sec_1__subsec_1", "sec_1__subsec_1__subsec_1"])
        #expect(root.all("section").count == 3)
        #expect(root.first("TLCPerson") == nil)
        #expect(root.first("FRBRsubtype")?.attribute("value") == "paper")
    }
}
