import DossierManuscripts
import DossierTestSupport
import Testing

@Suite("What a report cannot take over is told with its line")
struct ManuscriptWalkTests {
    private func faults(_ text: String) throws -> [String] {
        ManuscriptWalk(try ManuscriptStory(text: text).manuscript()).faults.map {
            "\($0.file):\($0.line) \($0.rule.rawValue)"
        }
    }

    @Test(
        "HTML, pictures, links that run something, and notes that would be lost",
        arguments: [
            ("# A\n\nx <script>alert(1)</script>\n", "01.md:3 rawHTML"),
            ("# A\n\n<div onclick=x>\n\ny\n", "01.md:3 rawHTML"),
            ("# A\n\n![map](https://example.org/map.png)\n", "01.md:3 image"),
            ("# A\n\n[x](javascript:alert(1))\n", "01.md:3 unsafeLink"),
            ("# A\n\n[x](mailto:a@example.org)\n", "01.md:3 unsafeLink"),
            ("# A\n\n[x](../other.md)\n", "01.md:3 badAddress"),
            ("# A\n\nx\ny[](un:A/HRC/25/63#64, 66)\n", "01.md:4 badAddress"),
            ("# A\n\n[x](witness:a)\n", "01.md:3 unknownScheme"),
            ("# A[](un:A/HRC/25/63)\n\ny\n", "01.md:1 noteInHeading"),
            ("# A [web](https://example.org)\n\ny\n", "01.md:1 noteInHeading"),
            ("# A\n\n| x[](un:A/HRC/25/63) | y |\n|---|---|\n| 1 | 2 |\n", "01.md:3 noteInHeading"),
            ("# A\n\nx[^a]\n\n[^a]: see[^b]\n\n[^b]: see[^a]\n", "01.md:5 noteInNote"),
            ("# A\n\n- ![chart](count:none)\n", "01.md:3 placementAmidText"),
            ("# A\n\n> [](table:follow-up)\n", "01.md:3 placementAmidText"),
            ("# A\n\nx[](un:hello#banana)\n", "01.md:3 badAddress"),
            ("# A\n\n#### B\n\ny\n", "01.md:3 headingTooDeep"),
            ("# A\n\n    code\n", "01.md:3 codeBlock"),
            ("# A\n\nx[^gone]\n", "01.md:3 footnoteMissing"),
            ("# A\n\nx\n\n[^lost]: words\n", "01.md:5 footnoteUnused"),
            ("# A\n\n![chart](count:none)\n", "01.md:3 unknownPlacement"),
            ("# A\n\nsee ![chart](count:none)\n", "01.md:3 placementAmidText"),
            ("# A\n\n[](table:follow-up)\n", "01.md:3 unknownPlacement"),
        ])
    func faults(_ text: String, _ expected: String) throws { #expect(try faults(text).contains(expected)) }

    @Test("Plain text, links to the web and citations are no faults")
    func plain() throws {
        let text = "# A\n\n**b** *i* [web](https://example.org/가) [](un:A/HRC/25/63#64)[^n]\n\n- x\n\n> y\n\n[^n]: z\n"
        #expect(try faults(text) == [])
    }

    @Test("Citations are found in text, lists, tables, notes and the follow-up table, each with its place")
    func citations() throws {
        let text = """
            # A

            one[](case:case-a)
            two[](case:case-b)

            - three[](case:case-c)

            | a | b |
            |---|---|
            | x | four[](case:case-d) |

            five[^n]

            [^n]: see [](case:case-e)
            """
        let story = ManuscriptStory(text: text).with(
            "followUp", "[{recommendation: X/1#1.2, evidence: [\"testimony:testimony-a#1\"]}]")
        let found = ManuscriptWalk(try story.manuscript()).citations.map { "\($0.line) \($0.address)" }
        #expect(
            found.prefix(5) == [
                "3 case:case-a", "4 case:case-b", "6 case:case-c", "10 case:case-d", "14 case:case-e",
            ])
        #expect(
            found.suffix(2).map { $0.drop { $0 != " " }.dropFirst() } == [
                "recommendation:X/1#1.2", "testimony:testimony-a#1",
            ])
    }
}
