import DossierDocuments
import DossierManuscripts
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@Suite("Writing Word files")
struct WordTests {
    private let text = """
        # A

        one[](un:A/HRC/25/63#64) [web](https://example.org/가) 한국어 *it*

        1. x
           1. xx
        2. y

        ## B

        two

        5. z

        ![c](count:by-decade)

        | a | b |
        |---|---|
        | 1 | 2[](un:A/HRC/25/63) |
        """

    private func word() throws -> [String: XMLElement] {
        try ReportStory(ManuscriptStory(text: text).addingAnnex("# N\n\nn\n")).word()
    }

    private let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private func value(_ element: XMLElement?) -> String? { element?.attribute("val", namespaceURI: w) }

    @Test("The same document gives the same bytes, and names no author, time or revision")
    func sameBytes() throws {
        let document = try ReportStory(ManuscriptStory(text: text)).document
        let writer = try ReportStory.writer()
        #expect(try writer.bytes(document) == writer.bytes(document))
        let parts = try word()
        let core = try #require(parts["docProps/core.xml"])
        #expect(core.elements.map(\.name) == ["title", "language"])
        let names = Set(parts.values.flatMap { Array($0.descendants) }.flatMap(\.attributes).map(\.name))
        #expect(names.intersection(["author", "date", "rsidR", "rsidRPr", "initials"]).isEmpty)
    }

    @Test("Every numbering, footnote, style and relation that the text uses is there")
    func references() throws {
        let parts = try word()
        let body = try #require(parts["word/document.xml"])
        let numbering = try #require(parts["word/numbering.xml"])
        let known = Set(numbering.all("num").compactMap { $0.attribute("numId", namespaceURI: w) })
        let used = Set(body.all("numId").compactMap { value($0) })
        #expect(used.isSubset(of: known), "\(used.subtracting(known))")
        let notes = try #require(parts["word/footnotes.xml"]).elements.compactMap {
            $0.attribute("id", namespaceURI: w)
        }
        #expect(notes == ["-1", "0", "1", "2"])
        #expect(body.all("footnoteReference").compactMap { $0.attribute("id", namespaceURI: w) } == ["1", "2"])
        let styles = Set(
            try #require(parts["word/styles.xml"]).all("style").compactMap { $0.attribute("styleId", namespaceURI: w) })
        let asked = body.all("pStyle") + body.all("rStyle")
        #expect(Set(asked.compactMap { value($0) }).isSubset(of: styles))
        let relations = try #require(parts["word/_rels/document.xml.rels"]).elements
        let link = relations.first { $0.attribute("TargetMode") == "External" }
        #expect(link?.attribute("Target") == "https://example.org/가")
        #expect(body.first("hyperlink")?.attributes.first?.value == link?.attribute("Id"))
        for relation in relations where relation.attribute("TargetMode") == nil {
            #expect(parts["word/\(relation.attribute("Target") ?? "")"] != nil)
        }
    }

    @Test("Word numbers the paragraphs that the tree numbers, one after the other, and lists begin where they begin")
    func numbers() throws {
        let parts = try word()
        let body = try #require(parts["word/document.xml"])
        let paragraphs = body.all("p").filter { value($0.first("numId")) == "2" }
        #expect(paragraphs.map { $0.all("t").first?.text } == ["one", "two"])
        let starts = try #require(parts["word/numbering.xml"]).all("num").compactMap { num in
            num.all("lvlOverride").first.flatMap { value($0.first("startOverride")) }
        }
        #expect(starts == ["1", "1", "5"])
        #expect(
            body.all("p").compactMap { value($0.first("pStyle")) }.filter { $0.hasPrefix("Heading") } == [
                "Heading1", "Heading2",
            ])
    }

    @Test("A4, Times New Roman 12 with a Korean font beside it, and a footer with the page")
    func page() throws {
        let parts = try word()
        let size = parts["word/document.xml"]?.first("pgSz")
        #expect(size?.attribute("w", namespaceURI: w) == "11906")
        let fonts = parts["word/styles.xml"]?.first("rFonts")
        #expect(fonts?.attribute("ascii", namespaceURI: w) == "Times New Roman")
        #expect(fonts?.attribute("eastAsia", namespaceURI: w) == "Batang")
        #expect(value(parts["word/styles.xml"]?.first("sz")) == "24")
        #expect(
            parts["word/footer1.xml"]?.all("instrText").map { $0.text.split(separator: " ").joined() } == [
                "PAGE", "NUMPAGES",
            ])
    }

    @Test("Two marks in a row are parted, and a bar of nought has no length")
    func details() throws {
        let two = try ReportStory(ManuscriptStory(text: "# A\n\nx[](un:A/1)[](un:A/2)\n")).word()
        let texts = try #require(two["word/document.xml"]).all("t").map(\.text)
        #expect(texts.contains(","))
        let filled = try word()["word/document.xml"]?.all("shd").compactMap { $0.attribute("fill", namespaceURI: w) }
        #expect(filled == ["1F4E79"])
    }
}
