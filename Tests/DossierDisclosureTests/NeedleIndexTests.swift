import DossierTestSupport
import Testing

@testable import DossierDisclosure

@Suite("Looking for many texts at once")
struct NeedleIndexTests {
    /// What is found where, by trying every needle at every place.
    private func plainly(_ needles: [NeedleIndex.Needle], in text: FoldedText) -> Set<NeedleIndex.Match> {
        var found: Set<NeedleIndex.Match> = []
        for needle in needles where needle.bytes.count >= 3 {
            for start in text.bytes.indices where text.bytes[start...].starts(with: needle.bytes) {
                let end = start + needle.bytes.count
                guard !needle.isWhole || (text.beginsWord(at: start) && text.endsWord(before: end)),
                    needle.joint.map({ text.beginsWord(at: start + $0) }) ?? true,
                    !needle.isUnbroken || !(start + 1..<end).contains(where: text.beginsWord(at:))
                else { continue }
                found.insert(.init(tag: needle.tag, range: start..<end))
            }
        }
        return found
    }

    @Test("It finds what trying every needle at every place finds", arguments: [5, 6, 7] as [UInt64])
    func same(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            // Few letters, so that needles begin with each other and overlap.
            let alphabet = Array(["a", "b", "김", "철", " "].prefix(Int.random(in: 2...5, using: &random)))
            let word = { (length: Int, random: inout SeededRandom) in
                (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }.joined()
            }
            let needles = (0..<Int.random(in: 0...30, using: &random)).map { tag in
                let bytes = FoldedText.bytes(of: word(Int.random(in: 1...7, using: &random), &random))
                return NeedleIndex.Needle(
                    bytes: bytes, isWhole: Bool.random(using: &random),
                    joint: bytes.count > 3 && Int.random(in: 0...3, using: &random) == 0 ? 3 : nil,
                    isUnbroken: Bool.random(using: &random), tag: tag)
            }
            let text = FoldedText(word(Int.random(in: 0...60, using: &random), &random))
            let found = NeedleIndex(needles).matches(in: text)
            #expect(Set(found) == plainly(needles, in: text))
            #expect(Set(found).count == found.count)
        }
    }

    @Test("The longer comes first, and of equal ones that which was given first")
    func order() {
        let bytes = { (text: String) in FoldedText.bytes(of: text) }
        let index = NeedleIndex([
            .init(bytes: bytes("garam"), tag: 0), .init(bytes: bytes("garamsol"), tag: 1),
            .init(bytes: bytes("garam"), tag: 2),
        ])
        #expect(index.matches(in: FoldedText("Garam-sol")).map(\.tag) == [1, 0, 2])
    }
}
