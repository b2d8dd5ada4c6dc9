import DossierManuscripts
import DossierModel
import Testing

@Suite("Reading what a link points to")
struct CitationTests {
    private func citation(_ address: String) -> Citation? { try? Citation(address) }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    @Test("Each kind of source has its own form")
    func forms() throws {
        #expect(citation("case:case-a") == .casework(try id("case-a")))
        #expect(citation("testimony:testimony-a") == .testimony(try id("testimony-a"), paragraphs: []))
        #expect(citation("testimony:testimony-a#3-5,9") == .testimony(try id("testimony-a"), paragraphs: [3, 4, 5, 9]))
        #expect(citation("exhibit:exhibit-a#2-3") == .exhibit(try id("exhibit-a"), pages: "2-3"))
        #expect(citation("un:A/HRC/25/63#64, 66") == .document(symbol: "A/HRC/25/63", paragraphs: "64, 66"))
        #expect(citation("un:A/HRC/25/CRP.1") == .document(symbol: "A/HRC/25/CRP.1", paragraphs: nil))
    }

    @Test("The number of a recommendation is text: 126.10 is not 126.1")
    func recommendations() {
        #expect(citation("recommendation:126.10") != citation("recommendation:126.1"))
        #expect(
            citation("recommendation:A/HRC/28/16#166.6")
                == .recommendation(symbol: "A/HRC/28/16", paragraph: nil, number: RecommendationNumber("166.6")))
        #expect(
            citation("recommendation:A/HRC/13/13#90/5")
                == .recommendation(symbol: "A/HRC/13/13", paragraph: "90", number: RecommendationNumber("5")))
    }

    @Test(
        "What cannot be read is refused and not guessed at",
        arguments: [
            "", "case", "case:", "case:Kim", "case:case-a#3", "testimony:t-a#", "testimony:testimony-a#0",
            "testimony:testimony-a#5-3", "testimony:testimony-a#1-500", "exhibit:exhibit-a#x", "un:", "un:가#1",
            "recommendation:abc", "recommendation:A/HRC/1#x", "recommendation:A/HRC/1#1/2/3", "testimony:testimony-a#٣",
        ])
    func refused(_ address: String) {
        #expect(throws: Citation.Fault.self) { _ = try Citation(address) }
    }

    @Test("A scheme that nobody knows is told apart from a bad address")
    func unknown() {
        #expect(throws: Citation.Fault.unknownScheme("javascript")) { _ = try Citation("javascript:alert(1)") }
    }
}
