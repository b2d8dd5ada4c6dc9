import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@Suite("Looking through files block by block")
struct LeakSearchTests {
    private func needles() throws -> LeakNeedles {
        let folder = try CaseStory.complete().without("consent-b")
            .with("contact", of: "person-b", "{en: \"7 Hidden Lane, mail garam@example.org\"}").folder()
        let edition = Discloser(audience: .body("wgeid"), on: try #require(Day("2026-11-24"))).edition(of: folder)
        return WithheldTexts(of: folder, in: edition) { _ in [] }.needles
    }

    private func kinds(_ hits: [LeakNeedles.Hit]) -> Set<LeakNeedles.Hit.Kind> { Set(hits.map(\.kind)) }

    private func found(
        _ bytes: [UInt8], by block: Int, _ contents: LeakSearch.Contents, _ needles: LeakNeedles
    ) -> [LeakNeedles.Hit] {
        var search = LeakSearch(for: needles, in: contents)
        var start = 0
        while start < bytes.count {
            search.add(Array(bytes[start..<min(start + block, bytes.count)]))
            start += block
        }
        return search.finish()
    }

    @Test("Wherever a file is cut into blocks, the same is found", arguments: [1, 2, 3, 7, 64, 1_000, 40_000])
    func blocks(_ block: Int) throws {
        let needles = try needles()
        // Long enough for several slices where the blocks are not so small that it would take long.
        for padding in block < 64 ? [0, 1, 30] : [0, 1, 30, 32_760, 32_768] {
            let filling = String(repeating: "가 나é", count: padding / 8) + String(repeating: "x", count: padding % 8)
            for text in ["On Garam\u{301}sol", "온\n\n   가람솔", "\u{110B}\u{1169}\u{11AB}가람솔", "garam@example.org"] {
                let bytes = Array("\(filling) \(text) \(filling)".utf8)
                #expect(!found(bytes, by: block, .text, needles).isEmpty)
                let whole = needles.hits(inText: String(decoding: bytes, as: UTF8.self))
                #expect(found(bytes, by: block, .text, needles) == whole)
            }
            #expect(found(Array(filling.utf8), by: block, .text, needles).isEmpty)
        }
    }

    @Test("In bytes of any kind names are found in UTF-8 and UTF-16 of either order")
    func anyBytes() throws {
        let needles = try needles()
        let noise: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x9A]
        for text in ["온가람솔", "온 가람솔", "On Garamsol"] {
            let units = Array(text.utf16)
            let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            for bytes in [Array(text.utf8), little, big] {
                #expect(kinds(needles.hits(inBytes: noise + bytes + noise)) == [.name], "\(text)")
                for block in [1, 5, 4_096] {
                    #expect(kinds(found(noise + bytes + noise, by: block, .unknown, needles)) == [.name], "\(text)")
                }
            }
        }
    }

    @Test("Bytes that are no text end words, and nothing is found across them")
    func borders() throws {
        let needles = try needles()
        let broken: [UInt8] = [0xFF]
        #expect(kinds(needles.hits(inBytes: broken + Array("garam@example.org".utf8) + broken)) == [.identifier])
        #expect(needles.hits(inBytes: Array("On Gara".utf8) + broken + Array("msol".utf8)) == [])
    }

    @Test("Where bytes can be anything, short texts are left to chance and left out")
    func noise() throws {
        let needles = try needles()
        #expect(needles.hits(inText: "가람솔") != [])
        #expect(needles.hits(inBytes: Array("온가".utf8)) == [])
        var random = SeededRandom(seed: 11)
        let bytes = (0..<400_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(needles.hits(inBytes: bytes) == [])
    }
}
