import Foundation

/// What Latin letters may sound like.
struct LatinSounds: Sendable {
    let table: SoundTable
    private let nasal: (n: UInt8?, velar: UInt8?)
    /// At most so many ways to read one part of a name.
    private static let mostWays = 4
    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "ŏ", "ŭ"]

    init(_ table: SoundTable) {
        self.table = table
        nasal = (table.exact["ㄴ"], table.exact["ㅇ"])
    }

    /// Lower-case letters a to z with ŏ and ŭ, apostrophes after consonants, and a hyphen for everything that stands between
    /// parts; other marks are dropped.
    static func letters(_ text: String) -> [Character] {
        var found: [Character] = []
        let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCanonicalMapping
        for scalar in plain.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A: found.append(Character(scalar))
            case 0x306, 0x30C:
                // A breve, or the caron that is typed for it.
                if found.last == "o" { found[found.count - 1] = "ŏ" }
                if found.last == "u" { found[found.count - 1] = "ŭ" }
            case 0x27, 0x2019, 0x2018, 0x2BC, 0x2BB, 0x60, 0xB4:
                if found.last.map({ $0 != "-" }) ?? false { found.append("'") }
            case 0x2D, 0x20, 0x2E, 0x2010...0x2015, 0xB7, 0x5F:
                if found.last != "-", !found.isEmpty { found.append("-") }
            default:
                if let letters = unmarked[scalar] { found += letters }
            }
        }
        while found.last == "-" { found.removeLast() }
        return found
    }

    /// Letters that no decomposition turns into plain ones.
    private static let unmarked: [Unicode.Scalar: [Character]] = [
        "ø": ["o"], "ł": ["l"], "đ": ["d"], "ß": ["s", "s"], "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"],
        "ð": ["d"],
        "ı": ["i"],
    ]

    /// Whether a spelling keeps apart what plain letters confuse, and so may be read strictly.
    static func isMarked(_ letters: [Character]) -> Bool {
        letters.contains("ŏ") || letters.contains("ŭ")
            || zip(letters, letters.dropFirst()).contains { "kptch".contains($0) && $1 == "'" }
    }

    /// A way to read letters, and where syllables begin in it.
    private struct Read {
        var sounds: [UInt8] = []
        var starts: Set<Int> = []
    }

    /// The ways to read one part, the likeliest first. None for a part without letters.
    func rows(_ letters: [Character], isMarked: Bool, isKana: Bool = false) -> [SoundRow] {
        read(letters, isMarked: isMarked).filter { !$0.sounds.isEmpty }.map {
            SoundRow(table.placed($0.sounds, starts: $0.starts, letters: isKana ? .kana : .latin))
        }
    }

    /// The first sound of each syllable, where hyphens tell syllables apart.
    func starts(_ letters: [Character], isMarked: Bool) -> [UInt8] {
        letters.split(separator: "-").compactMap {
            ways(Array($0), isMarked ? table.marked : table.plain).first?.first
        }
    }

    private func read(_ letters: [Character], isMarked: Bool) -> [Read] {
        let spellings = isMarked ? table.marked : table.plain
        var reads = [Read()]
        for syllables in letters.split(separator: "-") {
            let ways = ways(Array(syllables), spellings)
            reads = reads.flatMap { head in
                ways.map { way in
                    let joined = table.joined(head.sounds, way)
                    return Read(sounds: joined, starts: head.starts.union([joined.count - way.count]))
                }
            }
            if reads.count > Self.mostWays { reads = Array(reads.prefix(Self.mostWays)) }
        }
        return reads
    }

    private func ways(_ letters: [Character], _ spellings: SoundTable.Spellings) -> [[UInt8]] {
        var ways: [[UInt8]] = [[]]
        var index = 0
        while index < letters.count {
            let (sounds, length) = next(letters, index, spellings)
            let start = index
            index += length
            guard !sounds.isEmpty else { continue }
            // Hangyu is Han-gyu or Hang-yu.
            if sounds == [nasal.velar], index < letters.count, letters[start] == "n",
                Self.vowels.contains(letters[index]) || letters[index] == "y" || letters[index] == "w",
                let n = nasal.n, let g = spellings.rows["g"], ways.count < Self.mostWays
            {
                ways = ways.map { $0 + sounds } + ways.map { $0 + [n] + g }
            } else {
                ways = ways.map { table.joined($0, sounds) }
            }
        }
        return ways
    }

    /// The longest spelling that begins at `index`, and its length.
    private func next(
        _ letters: [Character], _ index: Int, _ spellings: SoundTable.Spellings
    ) -> (sounds: [UInt8], length: Int) {
        var length = min(spellings.longest, letters.count - index)
        while length > 0 {
            let text = String(letters[index..<index + length])
            let following = index + length < letters.count ? letters[index + length] : nil
            let isOpen = following.map { Self.vowels.contains($0) || $0 == "y" || $0 == "w" } ?? false
            if !isOpen, let sounds = spellings.silent[text] { return (sounds, length) }
            if let sounds = spellings.rows[text] { return (sounds, length) }
            length -= 1
        }
        // An apostrophe that belongs to no consonant.
        return ([], 1)
    }
}
