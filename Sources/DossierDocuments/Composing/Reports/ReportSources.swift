public import DossierDisclosure
public import DossierManuscripts
public import DossierModel
import DossierProfiles

/// What a report may draw on: public editions of the cases it cites, recommendations, counts.
public struct ReportSources: Sendable {
    public var cases: [CitedCase]
    /// Records of the library that the manuscript names, with the paragraphs or pages that each has. What a record says
    /// is not among it.
    public var places: [RecordID: Places]
    /// All that bear a symbol or number which the manuscript cites.
    public var recommendations: [Recommendation]
    /// By the code of the count.
    public var figures: [String: Figure]
    /// The name of the State under review, as recommendations write it; nil where the report does not say.
    public var state: String?

    public init(
        cases: [CitedCase] = [], places: [RecordID: Places] = [:], recommendations: [Recommendation] = [],
        figures: [String: Figure] = [:], state: String? = nil
    ) {
        self.cases = cases
        self.places = places
        self.recommendations = recommendations
        self.figures = figures
        self.state = state
    }

    /// One case as the public may see it.
    public struct CitedCase: Sendable {
        public var edition: Edition
        public var codes: SourceCodes
        /// Opaque, and another for each channel.
        public var number: String

        public init(edition: Edition, codes: SourceCodes, number: String) {
            self.edition = edition
            self.codes = codes
            self.number = number
        }
    }

    /// What can be pointed to in a record.
    public enum Places: Sendable, Hashable {
        case whole
        case paragraphs(Set<Int>)
        /// Nil where nobody has counted them.
        case pages(Int?)
    }

    // MARK: Looking up

    public func standing(of citation: Citation) -> CitationStanding {
        switch citation {
        case .casework(let id):
            guard places[id] != nil else { return .notFound }
            return cited(case: id) == nil ? .closed : .resolved
        case .testimony(let id, let numbers):
            guard case .paragraphs(let known)? = places[id] else { return .notFound }
            guard citedCase(holdingTestimony: id) != nil else { return .closed }
            return numbers.first { !known.contains($0) }.map { .noPlace("\($0)") } ?? .resolved
        case .exhibit(let id, let pages):
            guard case .pages(let count)? = places[id] else { return .notFound }
            guard citedCase(holdingExhibit: id) != nil else { return .closed }
            let last = pages?.split { !$0.isNumber }.compactMap { Int($0) }.max()
            if let last, let count, last > count { return .noPlace("\(last)") }
            return .resolved
        case .document: return .resolved
        case .recommendation:
            let keys = Set(recommendations(for: citation).map(\.key))
            if keys.isEmpty {
                return bearing(citation).first.map { .ofOtherState($0.stateUnderReview) } ?? .notFound
            }
            return keys.count == 1 ? .resolved : .ambiguous(keys.map(\.description).sorted())
        }
    }

    func cited(case id: RecordID) -> CitedCase? {
        cases.first { $0.edition.folder.caseRecord.id == id && !$0.edition.isEmpty }
    }

    func citedCase(holdingTestimony id: RecordID) -> CitedCase? {
        cases.first { $0.edition.folder.evidence.testimonies[id] != nil }
    }

    func citedCase(holdingExhibit id: RecordID) -> CitedCase? {
        cases.first { $0.edition.folder.evidence.exhibits[id] != nil }
    }

    /// Those that the State under review received. The same recommendation may come from several sources.
    func recommendations(for citation: Citation) -> [Recommendation] {
        let own = state.map(StateName.key)
        return bearing(citation).filter { own == nil || StateName.key($0.stateUnderReview) == own }
    }

    private func bearing(_ citation: Citation) -> [Recommendation] {
        guard case .recommendation(let symbol, let paragraph, let number) = citation else { return [] }
        return recommendations.filter { one in
            one.key.number == number && (symbol == nil || one.key.symbol == symbol)
                // Where the source does not say under which paragraph it stands, the number is all there is.
                && (paragraph == nil || one.key.paragraph == nil || one.key.paragraph == paragraph)
        }
    }
}
