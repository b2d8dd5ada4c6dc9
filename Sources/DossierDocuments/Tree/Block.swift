public import DossierModel

/// What a paragraph is made of.
public indirect enum Block: Sendable, Hashable {
    case line(Line)
    /// Entries of equal rank, such as contradicting accounts.
    case list([Line])
    /// Groups of labelled facts, such as sightings.
    case records([[Fact]])
    /// A list within running text, counted from `start` or with bullets; its members may hold lists again.
    case outline(start: Int?, [[Block]])
    /// Words of somebody else, set apart.
    case quote([Block])
    case table(Table)
    case figure(Figure)
}

/// A table with a head.
public struct Table: Sendable, Hashable {
    public var caption: String?
    public var head: [String]
    /// Every row has as many cells as the head.
    public var rows: [[[Line]]]
    /// The first cell of each row says what the row is about.
    public var hasRowHeads: Bool

    public init(caption: String? = nil, head: [String], rows: [[[Line]]], hasRowHeads: Bool = true) {
        self.caption = caption
        self.head = head
        self.rows = rows
        self.hasRowHeads = hasRowHeads
    }
}

/// Numbers as bars, with the same numbers as a table.
public struct Figure: Sendable, Hashable {
    /// Unique in the document.
    public var id: String
    public var title: String
    /// What the bars show, in words, for whoever cannot see them.
    public var description: String
    /// Over the labels and over the numbers.
    public var head: [String]
    public var rows: [Row]
    /// What was counted, when, and what the numbers do not prove.
    public var notes: [String]

    public init(
        id: String, title: String, description: String, head: [String], rows: [Row], notes: [String]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.head = head
        self.rows = rows
        self.notes = notes
    }

    public struct Row: Sendable, Hashable {
        public var label: String
        public var number: Int

        public init(_ label: String, _ number: Int) {
            self.label = label
            self.number = number
        }
    }
}

/// One line of running text.
public struct Line: Sendable, Hashable {
    public var runs: [Run]
    public var role: Role

    public init(_ runs: [Run], role: Role = .plain) {
        self.runs = runs
        self.role = role
    }

    public enum Role: Sendable, Hashable {
        case plain
        /// Names what the lines after it are about.
        case lead
        /// A source text beside its translation.
        case original
    }
}

/// A label with its value.
public struct Fact: Sendable, Hashable {
    public var label: String
    public var lines: [Line]

    public init(_ label: String, _ lines: [Line]) {
        self.label = label
        self.lines = lines
    }
}

/// A stretch of text in one language and of one kind.
public struct Run: Sendable, Hashable {
    public var text: String
    /// Nil: the language of the document.
    public var language: LanguageTag?
    public var kind: Kind
    public var emphasis: Emphasis
    /// An address on the web, http or https.
    public var link: String?

    public init(
        _ text: String, _ language: LanguageTag? = nil, kind: Kind = .plain, emphasis: Emphasis = [],
        link: String? = nil
    ) {
        self.text = text
        self.language = language
        self.kind = kind
        self.emphasis = emphasis
        self.link = link
    }

    public enum Kind: Sendable, Hashable {
        case plain
        /// The name of the person whom the document is about.
        case subject
        /// What a draft still lacks.
        case gap
        /// The mark of a footnote, by its number. No two marks bear one number.
        case note(Int)
        /// A line end within a paragraph.
        case lineBreak
    }

    public struct Emphasis: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let italic = Emphasis(rawValue: 1)
        public static let bold = Emphasis(rawValue: 2)
    }
}
