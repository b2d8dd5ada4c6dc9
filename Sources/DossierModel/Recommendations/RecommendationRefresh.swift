/// What a newer reading of the same source changes of a recommendation. The newer one stands; positions are added to and
/// never taken away, since a State's change of mind is a fact.
public struct RecommendationRefresh: Sendable, Hashable {
    public var recommendation: Recommendation
    /// What differs; none when nothing does.
    public var changes: [Change]

    public enum Change: String, Sendable, Hashable, CaseIterable {
        case text, states, position, themes, affectedPersons, goals, session
    }

    public init(of earlier: Recommendation, by later: Recommendation) {
        var result = later
        var changes: [Change] = []
        let note = { (change: Change, differs: Bool) in if differs { changes.append(change) } }
        note(.text, earlier.text != later.text || earlier.language != later.language)
        note(.states, earlier.recommendingStates != later.recommendingStates)
        let news = Self.news(in: later.positions, after: earlier.positions)
        result.positions = earlier.positions + news
        note(.position, !news.isEmpty)
        note(.themes, Set(earlier.themes) != Set(later.themes))
        note(.affectedPersons, Set(earlier.affectedPersons) != Set(later.affectedPersons))
        note(.goals, Set(earlier.goals) != Set(later.goals))
        note(.session, earlier.session != later.session || earlier.cycle != later.cycle)
        self.changes = changes
        recommendation = changes.isEmpty ? earlier : result
    }

    /// What a newer reading adds to the history: positions that were never told before, and the one that holds now where
    /// another held last, even if it held once before.
    private static func news(
        in later: [Recommendation.Position], after earlier: [Recommendation.Position]
    ) -> [Recommendation.Position] {
        let unheard = later.filter { position in !earlier.contains { $0.isSame(as: position) } }
        guard unheard.isEmpty, let now = later.last, let last = earlier.last, !now.isSame(as: last) else {
            return unheard
        }
        return [now]
    }
}

/// Which recommendations are asked for; every part that is there must fit.
public struct RecommendationFilter: Sendable, Hashable {
    /// By its name, compared without case and kind of apostrophe.
    public var state: String?
    public var cycle: Int?
    /// A code, or part of a label.
    public var theme: String?
    /// Themes of other schemes do not count.
    public var scheme: Recommendation.Theme.Scheme?
    public var position: Recommendation.Position.Value?
    /// All of them must stand in the text, or in the labels of themes and persons.
    public var words: [String]

    public init(
        state: String? = nil, cycle: Int? = nil, theme: String? = nil,
        scheme: Recommendation.Theme.Scheme? = nil, position: Recommendation.Position.Value? = nil, words: [String] = []
    ) {
        self.state = state
        self.cycle = cycle
        self.theme = theme
        self.scheme = scheme
        self.position = position
        self.words = words
    }

    public func matches(_ one: Recommendation) -> Bool {
        if let state, StateName.key(one.stateUnderReview) != StateName.key(state) { return false }
        if let cycle, one.cycle != cycle { return false }
        if let position, one.position?.value != position { return false }
        let themes = one.themes.filter { scheme == nil || $0.scheme == scheme }
        if scheme != nil, themes.isEmpty { return false }
        if let theme = theme?.lowercased() {
            let fits = themes.contains { $0.code?.lowercased() == theme || $0.label.lowercased().contains(theme) }
            if !fits { return false }
        }
        guard !words.isEmpty else { return true }
        let text = ([one.text ?? ""] + one.themes.map(\.label) + one.affectedPersons).joined(separator: "\n")
            .lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}

/// The name of a State, which sources write with different apostrophes and cases.
public enum StateName {
    /// What two spellings of one name have in common.
    public static func key(_ name: String) -> String {
        // Most names are plain ASCII, and a hundred thousand recommendations bear them.
        let isTidy = name.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 } && !name.contains("  ")
        if isTidy, name.first != " ", name.last != " " { return name.lowercased() }
        return name.lowercased().replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
