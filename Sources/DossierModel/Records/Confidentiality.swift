/// The widest audience that may see a field, an item or a record; from open to closed.
public enum Confidentiality: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Anyone, once the person concerned has consented to publication.
    case `public`
    /// A named partner organisation.
    case partner
    /// The UN body that the submission goes to; printed there as confidential.
    case body
    /// The organisation's own staff. Never leaves the house.
    case house

    /// The word used in case files.
    public var word: String {
        switch self {
        case .public: "public"
        case .partner: "partner"
        case .body: "body"
        case .house: "house"
        }
    }

    public init?(word: String) {
        guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = found
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
