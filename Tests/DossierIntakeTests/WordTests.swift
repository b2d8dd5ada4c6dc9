import DossierIntake
import DossierTestSupport
import Testing

@Suite("Word documents")
struct WordTests {
    private func word(_ body: String, _ others: [(String, String)] = []) -> [UInt8] {
        let document = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)</w:body></w:document>
            """
        return ZipBuilder.word([("word/document.xml", document)] + others)
    }

    private func paragraphs(_ body: String) throws -> [String] { try TranscriptReader.read(word(body)).paragraphs }

    @Test("Paragraphs come in order, also out of tables, put together from their runs")
    func order() throws {
        let body = """
            <w:p><w:r><w:t>군인 둘이 </w:t></w:r><w:r><w:t>왔어요.</w:t></w:r></w:p><w:p/>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>하나</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>둘</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>끝</w:t><w:tab/><w:t>입니다</w:t></w:r></w:p>
            """
        #expect(try paragraphs(body) == ["군인 둘이 왔어요.", "하나", "둘", "끝 입니다"])
    }

    @Test("What was struck out or hidden is not part of the account; what was put in is")
    func changes() throws {
        let body = """
            <w:p><w:r><w:t>A</w:t></w:r><w:del w:author="X"><w:r><w:delText>B</w:delText></w:r></w:del>\
            <w:ins w:author="Y"><w:r><w:t>C</w:t></w:r></w:ins>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>D</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>E</w:t></w:r></w:p>
            """
        #expect(try paragraphs(body) == ["ACE"])
    }

    @Test("Author, company and the hands that changed it are read for the custody record")
    func metadata() {
        let core = """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>zqauthor</dc:creator></cp:coreProperties>
            """
        let bytes = word(
            "<w:p><w:ins w:author=\"zqhand\"><w:r><w:t>A</w:t></w:r></w:ins></w:p>", [("docProps/core.xml", core)])
        let items = WordMetadata.items(of: bytes)
        #expect(items.contains { $0.name == "creator" && $0.value == "zqauthor" })
        #expect(items.contains { $0.name == "hand" && $0.value == "zqhand" })
        #expect(WordMetadata.items(of: Array(bytes.prefix(50))) == [])
    }

    @Test(
        "An archive without a document, a document that is no XML, and one with entities are refused",
        arguments: [
            ZipBuilder.word([]), ZipBuilder.word([("word/document.xml", "<w:p>")]),
            ZipBuilder.word([("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x><body><p>&a;</p></body></x>")]),
            ZipBuilder.word([("word/document.xml", "<x/>")]), [0x50, 0x4B, 3, 4],
        ])
    func refused(_ bytes: [UInt8]) {
        let error = #expect(throws: TranscriptError.self) { try TranscriptReader.read(bytes) }
        #expect(error?.reason == .unknownForm)
    }
}
