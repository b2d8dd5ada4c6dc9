/// What a claim rests on, told apart by kind. It is no score: how far the sources can be relied upon, and how far the
/// allegation holds, are graded by people on axes of their own.
public struct ClaimBasis: Sendable, Hashable {
    /// The widest footing that the claim has.
    public enum Footing: String, Sendable, Hashable, CaseIterable {
        /// Nothing that can be shown speaks for it.
        case unsupported
        /// Only what somebody heard from others, or concluded.
        case hearsay
        /// One source that knows for itself, or one exhibit.
        case oneSource
        /// Two or more sources that know for themselves and do not depend on one another. What somebody has heard adds
        /// nothing here: it may come from the very source that it would confirm.
        case corroborated
    }

    public let footing: Footing
    /// Whether a supporting paragraph is of direct knowledge.
    public let isFirstHand: Bool
    public let isContradicted: Bool
    /// References that lead nowhere any more.
    public let losses: [Support.Loss]
    /// How many supporting things an edition has taken out.
    public let undisclosed: Int
    /// Whether some supporting source that knows for itself is graded reliable or likely so on both axes.
    public let hasReliableSource: Bool

    public init(_ supports: [Support]) {
        losses = supports.compactMap { if case .lost(let loss) = $0.source { loss } else { nil } }
        isContradicted = supports.contains { $0.stance == .contradicts && !$0.isLost }
        let speaking = supports.filter { $0.stance == .supports && !$0.isLost }
        undisclosed = speaking.count { $0.source == .undisclosed }
        let firm = speaking.filter(\.knowsForItself)
        isFirstHand = speaking.contains(where: \.isFirstHand)
        hasReliableSource = firm.contains { $0.grades?.areReliable == true }
        footing =
            if speaking.count == undisclosed {
                .unsupported
            } else if firm.isEmpty {
                .hearsay
            } else if Set(firm.compactMap(\.origin)).count > 1 {
                .corroborated
            } else {
                .oneSource
            }
    }
}

extension Support {
    var isLost: Bool { if case .lost = source { true } else { false } }

    /// Direct knowledge of a speaker.
    public var isFirstHand: Bool {
        guard case .paragraph(_, let item, _) = source else { return false }
        return item[ParagraphFields.knowledge].value == ParagraphFields.Knowledge.direct.rawValue
    }

    var knowsForItself: Bool { if case .exhibit = source { true } else { isFirstHand } }
}
