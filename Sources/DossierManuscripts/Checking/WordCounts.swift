/// How many words a report has, part by part, as a word processor counts them. What the limit leaves out is not certain:
/// both sums are shown.
public struct WordCounts: Sendable, Hashable {
    /// Headings, paragraphs, lists, tables and charts.
    public var body: Int
    public var notes: Int
    public var annexes: Int
    /// Title, head and what stands before the text.
    public var cover: Int

    public init(body: Int, notes: Int = 0, annexes: Int = 0, cover: Int = 0) {
        self.body = body
        self.notes = notes
        self.annexes = annexes
        self.cover = cover
    }

    public var all: Int { body + notes + annexes + cover }

    /// The words of a text: stretches without white space, and in writing without spaces every sign, as Word counts.
    public static func words(in text: String) -> Int {
        var count = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            // Asking Unicode takes its time; most signs are ASCII.
            let isSpace = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
            if isSpace {
                isInside = false
            } else if isWordByItself(scalar.value) {
                count += 1
                isInside = false
            } else if !isInside {
                count += 1
                isInside = true
            }
        }
        return count
    }

    // Han and kana. Hangul is written with spaces.
    private static func isWordByItself(_ value: UInt32) -> Bool {
        switch value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: true
        default: false
        }
    }
}
