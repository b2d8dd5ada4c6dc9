public import DossierMarkdown
public import DossierModel

/// A report to the Universal Periodic Review as its authors write it: a cover and a text in sections.
public struct Manuscript: Sendable, Hashable {
    /// A record of the kind `report`.
    public var report: Record
    /// In the order of their names.
    public var sections: [File]
    public var annexes: [File]

    public init(report: Record, sections: [File] = [], annexes: [File] = []) {
        self.report = report
        self.sections = sections
        self.annexes = annexes
    }

    /// One file of text.
    public struct File: Sendable, Hashable {
        /// Its path, for messages.
        public var path: String
        public var text: MarkdownDocument

        public init(path: String, text: MarkdownDocument) {
            self.path = path
            self.text = text
        }
    }

    public var files: [File] { sections + annexes }

    /// The language of the text; English where the report does not say.
    public var language: LanguageTag {
        (report[ReportFields.languageOfText].value?.first).flatMap(LanguageTag.init) ?? .english
    }

    public var isJoint: Bool { report[ReportFields.form].value == "joint" }

    public var submitters: [Item] { report[ReportFields.submitters].value ?? [] }
}
