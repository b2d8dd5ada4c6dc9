import Testing

@testable import DossierMedia

@Suite("Telling text from other bytes, block by block")
struct PlainTextTests {
    private func isText(_ bytes: [UInt8], blocksOf size: Int) -> Bool {
        var inspection = PlainText.Inspection()
        var place = 0
        while place < bytes.count {
            let end = min(place + size, bytes.count)
            bytes[place..<end].withUnsafeBytes { inspection.take($0) }
            place = end
        }
        return inspection.isText
    }

    @Test("However a text is cut into blocks, it stays one, and its characters may lie across two", arguments: 1...17)
    func cut(size: Int) {
        #expect(isText(Array("1969년 12월 11일, 강릉 → Kangnŭng: “돌아오지 않았다” 🕊\n".utf8), blocksOf: size))
    }

    @Test(
        "One byte that no text holds is found at each place",
        arguments: [0x00, 0x08, 0x0E, 0x1F, 0x7F, 0xC0, 0xFF] as [UInt8])
    func foreign(byte: UInt8) {
        let text = Array("A plain line of letters, long enough.".utf8)
        for place in text.indices {
            var bytes = text
            bytes[place] = byte
            #expect(!isText(bytes, blocksOf: 64), "\(byte) at \(place)")
            #expect(!isText(bytes, blocksOf: 5), "\(byte) at \(place), in small blocks")
        }
    }

    @Test(
        "What lays out a text belongs to it at each place", arguments: [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B] as [UInt8])
    func layout(byte: UInt8) {
        let text = Array("A plain line of letters, long enough.".utf8)
        for place in text.indices {
            var bytes = text
            bytes[place] = byte
            #expect(isText(bytes, blocksOf: 64))
        }
    }

    @Test("The borrow of one byte in eight does not hide its neighbour, nor accuse it")
    func neighbours() {
        #expect(isText(Array("\n\u{20}\u{20}\n\u{20}~é\u{80}\u{9F}가".utf8), blocksOf: 64))
        #expect(!isText([0x20, 0x09, 0x1F, 0x20, 0x20, 0x20, 0x20, 0x20], blocksOf: 8))
        #expect(!isText([0x0A, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x00], blocksOf: 8))
    }

    @Test("A sequence that is no character is found, also where a block ends in its midst", arguments: 1...6)
    func malformed(size: Int) {
        #expect(!isText([0x61, 0xE0, 0x80, 0x80, 0x61], blocksOf: size))
        #expect(!isText([0x61, 0xED, 0xA0, 0x80, 0x61], blocksOf: size))
        #expect(!isText([0x61, 0xEA, 0xB0, 0x61, 0x61, 0x61], blocksOf: size))
        #expect(!isText([0x80, 0x61, 0x61], blocksOf: size))
    }
}
