import DossierMarkdown
import DossierTestSupport
import Testing

@Suite("Markdown as people write it")
struct MarkdownTests {
    @Test("Headings, paragraphs, lists and quotes keep their lines")
    func blocks() throws {
        let text = "# First\n\nOne\ntwo.\n\n- a\n- b\n\n> quoted\n\n3. c\n"
        let blocks = try MarkdownParser.document(text).blocks
        #expect(blocks.map(\.line) == [1, 3, 6, 9, 11])
        guard case .heading(1, let heading) = blocks[0].content, case .paragraph(let words) = blocks[1].content,
            case .list(nil, let items) = blocks[2].content, case .quote = blocks[3].content,
            case .list(3?, _) = blocks[4].content
        else {
            Issue.record("other blocks: \(blocks)")
            return
        }
        #expect(heading.plainText == "First")
        #expect(words.plainText == "One two.")
        #expect(items.count == 2)
    }

    @Test("An inline stretch knows its line across soft line ends")
    func lines() throws {
        let blocks = try MarkdownParser.document("one\ntwo *three\nfour* [x](case:a)\n").blocks
        guard case .paragraph(let inlines) = blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        let link = inlines.last
        #expect(link?.content == .link(address: "case:a", [MarkdownInline(.text("x"), line: 3)]))
        #expect(link?.line == 3)
    }

    @Test("Links keep their address as it was written, Hangul and all")
    func addresses() throws {
        let blocks = try MarkdownParser.document("[](<un:A/HRC/25/63#64, 66>) [말](https://예.example/가)").blocks
        guard case .paragraph(let inlines) = blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        let addresses = inlines.compactMap { inline in
            if case .link(let address, _) = inline.content { address } else { nil }
        }
        #expect(addresses == ["un:A/HRC/25/63#64, 66", "https://예.example/가"])
    }

    @Test("Footnotes are numbered in the order of their marks, however they are defined")
    func footnotes() throws {
        let document = try MarkdownParser.document("a[^z] b[^y] c[^z]\n\n[^y]: two\n[^z]: one\n")
        #expect(document.footnotes.map(\.line) == [4, 3])
        guard case .paragraph(let inlines) = document.blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        let marks = inlines.compactMap { inline in
            if case .footnote(let number) = inline.content { number } else { nil }
        }
        #expect(marks == [1, 2, 1])
        #expect(document.faults.isEmpty)
    }

    @Test("A note without a mark, a mark without a note and a note defined twice are all told")
    func brokenFootnotes() throws {
        let document = try MarkdownParser.document(
            "text[^gone] and[^a]\n\n[^a]: kept\n\n[^lost]: a word that would vanish\n\n[^a]: another\n")
        #expect(
            document.faults == [
                MarkdownFault(.footnoteMissing, value: "gone", line: 1),
                MarkdownFault(.footnoteUnused, value: "lost", line: 5),
                MarkdownFault(.footnoteTwice, value: "a", line: 7),
            ])
    }

    @Test("What looks like a note in a block of code is none")
    func fenced() throws {
        #expect(try MarkdownParser.document("```\n[^a]: x\n```\n").faults.isEmpty)
    }

    @Test("A table has rows and cells; raw HTML is told apart")
    func tablesAndHTML() throws {
        let blocks = try MarkdownParser.document(
            "| a | b |\n|---|---|\n| 1 | *2* |\n\n<script>alert(1)</script>\n\nx <b>y</b>\n"
        ).blocks
        guard case .table(let rows) = blocks[0].content, case .html(let html) = blocks[1].content else {
            Issue.record("other blocks: \(blocks)")
            return
        }
        #expect(rows.map { $0.map(\.plainText) } == [["a", "b"], ["1", "2"]])
        #expect(html.contains("alert"))
    }

    @Test("Hostile text is read in time, or refused", .timeLimit(.minutes(1)))
    func hostile() throws {
        let size = MarkdownLimits.fileSize - 16
        let shapes = [
            "[", "![", "> ", "- ", "* a ", "[a](", "_a__", "`", "<", "[^a]", "\\", "|", "| a ", "&", "[^a]: ", "*_",
        ]
        for shape in shapes {
            _ = try MarkdownParser.document(String(repeating: shape, count: size / shape.utf8.count))
            let lines = String(repeating: "\(shape)\n", count: size / (shape.utf8.count + 1))
            _ = try MarkdownParser.document(lines)
        }
        #expect(throws: MarkdownParser.TooLarge.self) {
            _ = try MarkdownParser.document(String(repeating: "가", count: MarkdownLimits.fileSize))
        }
    }

    @Test("Nesting has a floor, and what lies below is told")
    func deep() throws {
        let document = try MarkdownParser.document(String(repeating: "> ", count: 500) + "x")
        #expect(document.faults.map(\.rule) == [.tooDeep])
    }
}
