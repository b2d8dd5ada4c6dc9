public import DossierModel

/// What the Commission of Inquiry was to look into, what it found, and the elements of enforced disappearance: the list,
/// as data, to which claims are linked. Its words stand apart, per language.
public struct FindingCatalogue: Sendable, Hashable {
    public var channel: String
    public var version: String
    public var checkedOn: Day
    public var languages: [LanguageTag]
    public var workingLanguages: [LanguageTag]
    public var document: Profile.DocumentKind
    public var findings: [Finding]

    /// One thing that a claim can bear out.
    public struct Finding: Sendable, Hashable, Identifiable {
        /// Of `a-z`, `0-9` and `-`.
        public var id: String
        /// `mandate`, `abduction`, `crime` or `element`.
        public var group: String
        public var citations: [Citation]
    }

    /// Where a document says it. The two documents of the Commission number their paragraphs differently, so a paragraph
    /// never stands without the symbol.
    public struct Citation: Sendable, Hashable {
        public var symbol: String
        public var paragraph: String?
        public var trust: Trust

        public var text: String { paragraph.map { "\(symbol), § \($0)" } ?? symbol }
    }

    public subscript(id: String) -> Finding? { findings.first { $0.id == id } }

    /// The groups in the order in which they first stand in the file.
    public var groups: [String] {
        var seen: Set<String> = []
        return findings.map(\.group).filter { seen.insert($0).inserted }
    }
}
