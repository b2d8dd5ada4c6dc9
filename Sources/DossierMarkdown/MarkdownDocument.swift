/// One file of Markdown as a tree, before anything is known of what its links mean.
public struct MarkdownDocument: Sendable, Hashable {
    public var blocks: [MarkdownBlock]
    /// In the order of their first mark, from 1.
    public var footnotes: [MarkdownFootnote]
    /// What the parser would have dropped without a word, or cannot take in.
    public var faults: [MarkdownFault]

    public init(blocks: [MarkdownBlock] = [], footnotes: [MarkdownFootnote] = [], faults: [MarkdownFault] = []) {
        self.blocks = blocks
        self.footnotes = footnotes
        self.faults = faults
    }
}

/// A block with the line on which it begins, the first being 1.
public struct MarkdownBlock: Sendable, Hashable {
    public var content: Content
    public var line: Int

    public init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    public indirect enum Content: Sendable, Hashable {
        /// Levels 1 to 6.
        case heading(Int, [MarkdownInline])
        case paragraph([MarkdownInline])
        case quote([MarkdownBlock])
        /// `start` is nil for bullets.
        case list(start: Int?, items: [[MarkdownBlock]])
        /// The first row is the head; every row has the same number of cells.
        case table([[[MarkdownInline]]])
        case code(info: String, text: String)
        case html(String)
        case rule
    }
}

/// A stretch of text with the line on which it begins.
public struct MarkdownInline: Sendable, Hashable {
    public var content: Content
    public var line: Int

    public init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    public indirect enum Content: Sendable, Hashable {
        case text(String)
        case code(String)
        case emphasis([MarkdownInline])
        case strong([MarkdownInline])
        case link(address: String, [MarkdownInline])
        case image(address: String, [MarkdownInline])
        /// By its number in ``MarkdownDocument/footnotes``, from 1.
        case footnote(Int)
        case html(String)
        /// A line end that means nothing but a space.
        case softBreak
        case lineBreak
    }
}

/// The text of a footnote.
public struct MarkdownFootnote: Sendable, Hashable {
    public var blocks: [MarkdownBlock]
    public var line: Int

    public init(blocks: [MarkdownBlock], line: Int) {
        self.blocks = blocks
        self.line = line
    }
}

/// One thing that a file of Markdown gets wrong without the parser minding.
public struct MarkdownFault: Sendable, Hashable {
    public var rule: Rule
    /// What stands there: a footnote's label, say.
    public var value: String
    public var line: Int

    public init(_ rule: Rule, value: String, line: Int) {
        self.rule = rule
        self.value = value
        self.line = line
    }

    public enum Rule: String, Sendable, CaseIterable {
        /// A mark whose note is not in the file.
        case footnoteMissing
        /// A note that no mark points to: its text would vanish.
        case footnoteUnused
        /// Two notes under one label, of which one would vanish.
        case footnoteTwice
        /// Nested deeper than ``MarkdownLimits/depth``: what lies below was left out.
        case tooDeep
    }
}

extension [MarkdownInline] {
    /// The words alone, as a reader hears them.
    public var plainText: String {
        map { inline in
            switch inline.content {
            case .text(let text), .code(let text): text
            case .emphasis(let inner), .strong(let inner): inner.plainText
            case .link(_, let inner), .image(_, let inner): inner.plainText
            case .softBreak, .lineBreak: " "
            case .footnote, .html: ""
            }
        }.joined()
    }
}
