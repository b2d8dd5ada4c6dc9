public import DossierModel

/// A petition or report before it has a format. Every writer is total over this tree, so that the XML and the HTML of
/// one document cannot disagree.
public struct Document: Sendable, Hashable {
    public var identity: Identity
    public var language: LanguageTag
    public var title: String
    /// For the title bar and metadata: names nobody.
    public var metaTitle: String
    /// What edition this is, in words.
    public var editionNote: String
    /// Set when the document must not be sent.
    public var draft: Draft?
    /// The head of the document: to whom, from whom, about whom.
    public var caption: [Fact]
    /// Tables that sum up what follows.
    public var overview: Overview?
    public var sections: [Section]
    public var signature: Signature?
    /// What the text rests on, numbered from 1 in the order in which ``Run/Kind/note(_:)`` points to them.
    public var footnotes: [Line] = []
    /// Small print at the end.
    public var notes: [String]
    /// Fixed words that writers need, such as "Contents".
    public var furniture: Furniture

    /// What the document is called in references: no part of it tells who it is about.
    public struct Identity: Sendable, Hashable {
        /// The channel of the receiving body, for example `wgeid`.
        public var actor: String
        public var subtype: String
        public var name: String
        public var number: String
        public var date: Day
        /// How the author is shown in metadata: a role, not a name.
        public var authorLabel: String
        public var bodyLabel: String
        public var personLabel: String
    }

    public struct Draft: Sendable, Hashable {
        public var stamp: String
        public var note: String
        /// What is missing that no paragraph can show, such as a consent.
        public var missing: [String]
    }

    public struct Overview: Sendable, Hashable {
        public var heading: String
        public var note: String
        public var columns: [String]
        public var rows: [[Run]]
        /// The second column.
        public var answers: [[Run]]
    }

    public struct Signature: Sendable, Hashable {
        public var heading: String
        public var line: String
        public var date: String?
    }

    public struct Furniture: Sendable, Hashable {
        public var contents: String
        public var skip: String
        public var confidential: String
        public var footer: String
        /// Over the footnotes.
        public var footnotes: String
    }
}

/// A headed part of a document.
public struct Section: Sendable, Hashable, Identifiable {
    public var id: String
    public var heading: String
    public var paragraphs: [Paragraph]
}

/// One numbered paragraph: the answer to one question. Numbers run through the document.
public struct Paragraph: Sendable, Hashable {
    public var number: Int
    public var label: String
    public var isConfidential: Bool
    public var blocks: [Block]
}

/// What a paragraph is made of.
public enum Block: Sendable, Hashable {
    case line(Line)
    /// Entries of equal rank, such as contradicting accounts.
    case list([Line])
    /// Groups of labelled facts, such as sightings.
    case records([[Fact]])
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

    public init(_ text: String, _ language: LanguageTag? = nil, kind: Kind = .plain) {
        self.text = text
        self.language = language
        self.kind = kind
    }

    public enum Kind: Sendable, Hashable {
        case plain
        /// The name of the person whom the document is about.
        case subject
        /// What a draft still lacks.
        case gap
        /// The mark of a footnote, by its number.
        case note(Int)
    }
}
