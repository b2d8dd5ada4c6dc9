/// A headed part of a document.
public struct Section: Sendable, Hashable, Identifiable {
    public var id: String
    public var heading: String
    /// 1 for a part of the document, 2 for a part of that, 3 at most.
    public var level: Int
    /// Where the part belongs, which decides whether it is numbered and how its words count.
    public var place: Place
    public var paragraphs: [Paragraph]

    public init(
        id: String, heading: String, level: Int = 1, place: Place = .body, paragraphs: [Paragraph]
    ) {
        self.id = id
        self.heading = heading
        self.level = level
        self.place = place
        self.paragraphs = paragraphs
    }

    public enum Place: Sendable, Hashable {
        case body
        /// After the body, each with a heading of its own and no number.
        case annex
    }
}

/// One paragraph: the answer to one question, or a paragraph of a report. Numbers run through the document.
public struct Paragraph: Sendable, Hashable {
    /// Nil for what stands between numbered paragraphs, such as a table.
    public var number: Int?
    /// The question that it answers; nil in running text.
    public var label: String?
    public var isConfidential: Bool
    public var blocks: [Block]

    public init(number: Int?, label: String? = nil, isConfidential: Bool = false, blocks: [Block]) {
        self.number = number
        self.label = label
        self.isConfidential = isConfidential
        self.blocks = blocks
    }
}

extension Document {
    /// The number before each heading, such as `2.` or `II.` and `B.`; nil for annexes.
    var sectionNumbers: [String?] {
        var counts = [0, 0, 0]
        return sections.map { section in
            guard section.place == .body else { return nil }
            let level = min(max(section.level, 1), counts.count) - 1
            counts[level] += 1
            for deeper in counts.indices where deeper > level { counts[deeper] = 0 }
            switch (numbering, level) {
            case (.decimal, _): return "\(counts[...level].map(String.init).joined(separator: "."))."
            case (.outline, 0): return "\(Self.roman(counts[0]))."
            case (.outline, 1): return "\(Self.letters(counts[1]))."
            case (.outline, _): return "\(counts[2])."
            }
        }
    }

    private static func roman(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, sign) in [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// A to Z, then AA, as Word counts.
    private static func letters(_ number: Int) -> String {
        guard number > 0, let letter = Unicode.Scalar(65 + UInt32(number - 1) % 26) else { return "" }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }
}
