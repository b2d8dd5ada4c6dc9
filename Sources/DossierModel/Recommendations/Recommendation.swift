/// One recommendation that a State received in the Universal Periodic Review, as one source tells it.
///
/// What two sources tell of the same recommendation stays apart: their texts, themes and positions are laid side by
/// side, never mixed.
public struct Recommendation: Sendable, Hashable {
    public var key: Key
    /// Which system or paper tells it.
    public var source: Source
    /// The State under review as the source writes it, in form NFC with straight apostrophes.
    public var stateUnderReview: String
    /// 1 for 2008 to 2011, and so on; nil when the source does not say.
    public var cycle: Int?
    /// The session of the Working Group; nil when the source does not say.
    public var session: Int?
    /// Plain text without its number, in the language of the export; nil when the source has none.
    public var text: String?
    public var language: LanguageTag
    /// The States that made it, at least one where the source says.
    public var recommendingStates: [String]
    /// Positions of the State under review, oldest first. The last is the one that holds.
    public var positions: [Position]
    public var themes: [Theme]
    public var affectedPersons: [String]
    /// Goals and targets, as `16` and `16.9`.
    public var goals: [String]
    /// The id by which the Universal Human Rights Index knows it: the only stable key there.
    public var annotationID: String?
    /// The day of the report with this symbol, where the source tells it.
    public var publishedOn: Day?

    public init(
        key: Key, source: Source, stateUnderReview: String, cycle: Int? = nil, session: Int? = nil,
        text: String? = nil, language: LanguageTag = .english, recommendingStates: [String] = [],
        positions: [Position] = [], themes: [Theme] = [], affectedPersons: [String] = [], goals: [String] = [],
        annotationID: String? = nil, publishedOn: Day? = nil
    ) {
        self.key = key
        self.source = source
        self.stateUnderReview = stateUnderReview
        self.cycle = cycle
        self.session = session
        self.text = text
        self.language = language
        self.recommendingStates = recommendingStates
        self.positions = positions
        self.themes = themes
        self.affectedPersons = affectedPersons
        self.goals = goals
        self.annotationID = annotationID
        self.publishedOn = publishedOn
    }

    /// Where a recommendation came from.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        /// The export of the Universal Human Rights Index.
        case uhri
        /// OHCHR's matrix of recommendations.
        case matrix
    }

    /// By what a document cites a recommendation. Symbol and number are text: "126.10" is not "126.1".
    public struct Key: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// Of the report of the Working Group, for example `A/HRC/28/16`.
        public var symbol: String
        public var number: RecommendationNumber
        /// The paragraph under which it is listed, where the number alone does not tell: in the reports of the first cycle
        /// numbers begin anew under each.
        public var paragraph: String?

        public init(symbol: String, number: RecommendationNumber, paragraph: String? = nil) {
            self.symbol = symbol
            self.number = number
            self.paragraph = paragraph
        }

        public static func < (left: Key, right: Key) -> Bool {
            if left.symbol != right.symbol { return left.symbol < right.symbol }
            let paragraphs = (RecommendationNumber(left.paragraph ?? ""), RecommendationNumber(right.paragraph ?? ""))
            if paragraphs.0 != paragraphs.1 { return paragraphs.0 < paragraphs.1 }
            return left.number < right.number
        }

        public var description: String {
            paragraph.map { "\(symbol), para. \($0), no. \(number)" } ?? "\(symbol), para. \(number)"
        }
    }

    /// What the State said, when, and where that stands.
    public struct Position: Sendable, Hashable {
        public var value: Value
        /// The source's own word where it is not the value's, for example "does not enjoy support".
        public var words: String?
        /// The document and paragraph, for example `A/HRC/28/16/Add.1`, para. 4.
        public var symbol: String?
        public var paragraph: String?
        /// The day of that document; nil where the source does not tell it.
        public var date: Day?
        /// The day on which the source was read that told it first.
        public var readOn: Day?

        public init(
            _ value: Value, words: String? = nil, symbol: String? = nil, paragraph: String? = nil, date: Day? = nil,
            readOn: Day? = nil
        ) {
            self.value = value
            self.words = words
            self.symbol = symbol
            self.paragraph = paragraph
            self.date = date
            self.readOn = readOn
        }

        /// Whether the other says the same in the same place, whenever it was read.
        public func isSame(as other: Position) -> Bool {
            value == other.value && words == other.words && symbol == other.symbol && paragraph == other.paragraph
        }

        /// By which positions of several sources are put in order.
        var day: Day? { date ?? readOn }

        /// The UN's words for positions. "Noted" is not "rejected".
        public enum Value: String, Sendable, Hashable, CaseIterable {
            case supported, noted
            /// "Supported/Noted": in part.
            case partly
            /// In words that the UN does not use of itself, such as "does not enjoy support".
            case notSupported
            case pending
        }
    }

    /// A theme by the scheme that it belongs to. Three generations of codes share names: a label alone says nothing.
    public struct Theme: Sendable, Hashable {
        public var scheme: Scheme
        /// For example `D32`; nil where the scheme has labels alone.
        public var code: String?
        public var label: String

        public init(scheme: Scheme, code: String? = nil, label: String) {
            self.scheme = scheme
            self.code = code
            self.label = label
        }

        public enum Scheme: String, Sendable, Hashable, CaseIterable {
            /// Labels of the Universal Human Rights Index, without codes.
            case uhri
            /// Coded list of matrices since the second cycle: `D32 Enforced disappearances`.
            case coded
            /// "Right or area" of older matrices: `13.1`.
            case area
        }
    }

    /// The position that holds; nil when none is known.
    public var position: Position? { positions.last }
}

extension Sequence<Recommendation> {
    /// The position that holds by all sources together: the latest, and of those of one day one that says where it
    /// stands.
    public var position: Recommendation.Position? {
        compactMap(\.position).enumerated().max { left, right in
            let days = (left.element.day, right.element.day)
            if days.0 != days.1 { return days.1.map { later in days.0.map { $0 < later } ?? true } ?? false }
            if (left.element.symbol == nil) != (right.element.symbol == nil) { return left.element.symbol == nil }
            return left.offset > right.offset
        }?.element
    }
}

/// The number of a recommendation, as text whose parts are compared as numbers: 126.2 before 126.10.
public struct RecommendationNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: RecommendationNumber, right: RecommendationNumber) -> Bool {
        let parts = (left.text.split(separator: "."), right.text.split(separator: "."))
        for (one, other) in zip(parts.0, parts.1) where one != other {
            // A longer run of digits is the greater number; leading zeros do not count.
            switch (Int(one), Int(other)) {
            case (let one?, let other?) where one != other: return one < other
            case (.some, nil): return true
            case (nil, .some): return false
            default: return one < other
            }
        }
        if parts.0.count != parts.1.count { return parts.0.count < parts.1.count }
        return left.text < right.text
    }
}
