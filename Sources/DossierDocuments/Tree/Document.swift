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
    public var numbering = Numbering.decimal
    public var signature: Signature?
    /// What the text rests on, numbered from 1 in the order in which ``Run/Kind/note(_:)`` points to them.
    public var footnotes: [Line] = []
    /// The exhibits that the text calls annexes, in the order of their numbers, for whoever encloses the files. No writer
    /// prints it.
    public var annexes: [RecordID] = []
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
        /// Nil when the document is about no single person.
        public var personLabel: String?
    }

    /// How headed parts are numbered.
    public enum Numbering: Sendable, Hashable {
        /// 1., 2., 3.
        case decimal
        /// I., then A., then 1., as UN reports do.
        case outline
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
