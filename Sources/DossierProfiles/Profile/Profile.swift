public import DossierModel

/// What one channel of one body asks: sections, rows, rules and limits, as its folder under Templates/ states them.
public struct Profile: Sendable, Hashable {
    /// The channel's code, for example `wgeid`.
    public var channel: String
    /// Stamped on every document that is made with the profile.
    public var version: String
    /// The day on which the sources were last looked at.
    public var checkedOn: Day
    /// Languages in which the body takes submissions.
    public var languages: [LanguageTag]
    /// Languages for the house's own copies.
    public var workingLanguages: [LanguageTag]
    public var document: DocumentKind
    public var procedure: Procedure
    public var sections: [Section]
    public var rules: [RuleDefinition]
    /// Where the rules come from: id and address or title.
    public var sources: [Source]

    /// What the document is in Akoma Ntoso for the UN.
    public struct DocumentKind: Sendable, Hashable {
        public var subtype: String
        public var name: String
    }

    /// The clocks of the urgent procedure, in calendar months to receipt.
    public struct Procedure: Sendable, Hashable {
        public var urgentMonths: Int
        public var linkedMonths: Int

        public init(urgentMonths: Int, linkedMonths: Int) {
            self.urgentMonths = urgentMonths
            self.linkedMonths = linkedMonths
        }
    }

    /// A numbered part of the document.
    public struct Section: Sendable, Hashable, Identifiable {
        public var id: String
        public var rows: [Row]
    }

    /// One question of the form.
    public struct Row: Sendable, Hashable, Identifiable {
        public var id: String
        public var field: FieldDefinition
        public var show: Show
        /// Asked of every submission: an answer that is missing is said so in the document.
        public var isStarred: Bool
    }

    /// Which part of a field's value a row prints.
    public enum Show: String, Sendable, Hashable, CaseIterable {
        case all, family, given, otherNames
    }

    public struct Source: Sendable, Hashable, Identifiable {
        public var id: String
        public var title: String
    }
}

/// One rule of a profile: what it is called, where it comes from, and which judge applies it.
public struct RuleDefinition: Sendable, Hashable, Identifiable {
    /// Stable, for example `wgeid.date-month`.
    public var id: String
    /// The judge's word, for example `monthKnown`.
    public var judge: String
    public var severity: Severity
    public var clause: String
    public var trust: Trust
    /// Ids of ``Profile/sources``.
    public var sources: [String]
    public var checkedOn: Day
    /// The rows of the document that answer the rule, any of them; none when the rule is about no row.
    public var rows: [String]
    /// The row where a gap is shown: the first that answers.
    public var row: String? { rows.first }
    public var fields: [FieldDefinition]
}
