import DossierTestSupport
import Testing

@testable import DossierDisclosure

@Suite("Folding texts byte by byte")
struct FoldedTextTests {
    /// Letters of every kind that the byte-wise way treats by itself, and of those that it must leave to the rule.
    private static let kinds: [[ClosedRange<UInt32>]] = [
        [0x20...0x7E], [0x41...0x5A, 0x61...0x7A], [0x00...0x1F, 0x7F...0x7F], [0xAC00...0xD7A3], [0x4E00...0x9FFF],
        // Syllables without a final consonant, and the Jamo that join with them and with each other.
        [0xAC00...0xAC00, 0xB9AC...0xB9AC, 0xCCA0...0xCCA0, 0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2],
        [0x80...0x24F], [0x250...0x2FF], [0x300...0x36F], [0x3C...0x3E, 0x338...0x338, 0x300...0x304],
        [0x370...0x3FF], [0x400...0x45F, 0x306...0x308], [0x483...0x489], [0x590...0x6FF], [0x700...0x7FF],
        [0x900...0x97F], [0x1AB0...0x1ABE], [0x1E00...0x1EFF], [0x1F00...0x1FFE], [0x2000...0x206F],
        [0x20A0...0x20D0], [0x2100...0x218F], [0x2190...0x22FF], [0x2460...0x24FF], [0x3000...0x303F],
        [0x3040...0x30FF, 0x3099...0x309A], [0x3131...0x318E, 0x3200...0x33FF], [0xF900...0xFAFF],
        [0xFB00...0xFB06, 0xFE00...0xFE0F], [0xFF00...0xFFEF], [0xFEFF...0xFEFF, 0x200B...0x200D, 0xAD...0xAD],
        [0x1F300...0x1F64F], [0x1D400...0x1D7FF, 0x20000...0x20100, 0x2F800...0x2FA1D], [0x1...0xFFFF],
    ]

    private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let fast = FoldedText(text)
        let slow = UnicodeFolding.fold(text)
        guard fast.bytes != slow.bytes || fast.borders != slow.borders else { return }
        let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }
        Issue.record("differs: \(scalars.joined(separator: " "))", sourceLocation: sourceLocation)
    }

    private func scalar(of kind: [ClosedRange<UInt32>], _ random: inout SeededRandom) -> Unicode.Scalar {
        let range = kind[Int.random(in: 0..<kind.count, using: &random)]
        return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x"
    }

    @Test("Random mixed texts fold as the rule says", arguments: [1, 2, 3, 4] as [UInt64])
    func random(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<3_000 {
            let kinds = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &random)]
            }
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
                text.unicodeScalars.append(scalar(of: kind, &random))
            }
            expectSame(text)
        }
    }

    @Test("Every scalar of one or two bytes, and general punctuation, folds as the rule says beside any other")
    func everyScalar() {
        let singles = Array(0..<0x800) + Array(0x2000...0x2070) + Array(0x3000...0x3020) as [UInt32]
        for scalar in singles.compactMap(Unicode.Scalar.init) {
            for frame in [("", ""), ("a", "b"), (" ", "가"), ("김", " "), ("=", "1"), ("é", "\u{301}"), ("и", "\u{306}")]
            {
                expectSame(frame.0 + String(Character(scalar)) + frame.1)
            }
        }
    }

    @Test("Every mark over every Latin letter folds as the rule says")
    func everyMark() {
        for base in (0x20..<0x250 as Range<UInt32>).compactMap(Unicode.Scalar.init) {
            var text = String.UnicodeScalarView()
            for mark in (0x300...0x36F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
                text.append(contentsOf: [base, mark, mark, "x"])
            }
            expectSame(String(text))
        }
    }

    @Test("A great many marks in a row take no longer than other text")
    func marks() {
        let text =
            "e" + String(repeating: "\u{301}", count: 200_000) + "и" + String(repeating: "\u{306}", count: 50_000)
        #expect(FoldedText(text).bytes.first == UInt8(ascii: "e"))
    }

    @Test("Bytes that are no UTF-8 stand between words, and nothing is found across them")
    func broken() {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]] {
            var folding = ByteFolding()
            let input = Array("ab".utf8) + bytes + Array("cd".utf8)
            input.withUnsafeBufferPointer { folding.fold($0) }
            folding.trim()
            #expect(folding.bytes == Array("ab".utf8) + bytes.map { _ in ByteFolding.broken } + Array("cd".utf8))
            #expect(folding.borders == [1, 0] + bytes.map { _ in 1 } + [1, 0])
        }
    }
}
