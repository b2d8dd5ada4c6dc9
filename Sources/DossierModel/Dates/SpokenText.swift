/// The words of a date as they are read from left to right, written one way: syllables of Hangul composed, full-width
/// signs and the Han characters for year, month and day as plain ones, every white space a space.
struct SpokenText {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// Characters that words of a date may have; the time for reading them stays small.
    static let limit = 100

    /// Nil when there is nothing to read, or more than a date.
    init?(_ text: String) {
        // A syllable of Hangul may be three scalars.
        guard text.unicodeScalars.prefix(Self.limit * 3 + 1).count <= Self.limit * 3 else { return nil }
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            let plain = Self.plain(scalar)
            if let last = scalars.last, let composed = Self.composed(last, plain) {
                scalars[scalars.count - 1] = composed
            } else if plain != " " || (scalars.last ?? " ") != " " {
                scalars.append(plain)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        guard (1...Self.limit).contains(scalars.count) else { return nil }
        self.scalars = scalars
    }

    /// All of it, as EDTF may be written in it.
    var written: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    var isAtEnd: Bool { next == scalars.endIndex }

    /// What `read` makes of the text from here on; nothing is taken when it is nil.
    mutating func attempt<Found>(_ read: (inout Self) -> Found?) -> Found? {
        let start = position
        if let found = read(&self) { return found }
        position = start
        return nil
    }

    /// Takes the word when it stands here, in small or capital Latin letters. People space Korean as they like, so that
    /// a space in it may be missing from the text.
    @discardableResult
    mutating func take(_ word: String) -> Bool { take(anyOf: CollectionOfOne(word)) }

    /// Takes the longest word of these that stands here, if any does.
    @discardableResult
    mutating func take(anyOf words: some Collection<String>) -> Bool {
        take(oneOf: words.lazy.map { (key: $0, value: ()) }) != nil
    }

    /// Takes the longest word of these that stands here, and gives what it means.
    mutating func take<Meaning>(oneOf words: some Collection<(key: String, value: Meaning)>) -> Meaning? {
        let start = next
        guard start < scalars.endIndex else { return nil }
        var longest: (end: Int, meaning: Meaning)?
        for (word, meaning) in words {
            if let end = end(of: word, from: start), end > longest?.end ?? 0 { longest = (end, meaning) }
        }
        guard let longest else { return nil }
        position = longest.end
        return longest.meaning
    }

    /// Takes a number of so many digits, with no other digit beside them.
    mutating func takeDigits(_ count: ClosedRange<Int>) -> Int? {
        let digits = scalars[next...].prefix { ("0"..."9").contains($0) }
        guard count.contains(digits.count) else { return nil }
        position = digits.endIndex
        return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }

    /// Where the next sign stands that is no space. There are never two spaces together.
    private var next: Int {
        position < scalars.endIndex && scalars[position] == " " ? position + 1 : position
    }

    private func end(of word: String, from start: Int) -> Int? {
        var place = start
        for scalar in word.unicodeScalars {
            if scalar == " " {
                if place < scalars.endIndex, scalars[place] == " " { place += 1 }
            } else {
                guard place < scalars.endIndex, Self.small(scalars[place]) == scalar else { return nil }
                place += 1
            }
        }
        return place
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        case "\u{301C}", "\u{223C}": "~"
        case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
        case "\u{2019}": "'"
        case "\u{014C}", "\u{014D}": "o"
        case "年": "년"
        case "月": "월"
        case "日": "일"
        default: scalar.properties.isWhitespace ? " " : scalar
        }
    }

    // The Unicode Standard, section 3.12: a leading consonant and a vowel make a syllable, and an open syllable and a
    // trailing consonant a closed one. Of Latin letters, only the long o of Shōwa and Taishō is needed.
    private static func composed(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Unicode.Scalar? {
        switch (last.value, next.value) {
        case (0x1100...0x1112, 0x1161...0x1175):
            Unicode.Scalar(0xAC00 + ((last.value - 0x1100) * 21 + next.value - 0x1161) * 28)
        case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (last.value - 0xAC00) % 28 == 0:
            Unicode.Scalar(last.value + next.value - 0x11A7)
        case (0x6F, 0x304), (0x4F, 0x304): last
        default: nil
        }
    }
}
