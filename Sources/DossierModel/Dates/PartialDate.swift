/// A date as far as a source knows it, in the Extended Date/Time Format (ISO 8601-2:2019): level 1, and of level 2
/// the sets `[a..b]`, `[..b]` and `[a..]`, which say "at some time between", "by" and "from".
///
/// A part that is not known is not there: "1951" never becomes a first of January.
public enum PartialDate: Sendable, Hashable {
    /// A single point, known to the day or less well.
    case point(DatePart)
    /// `a/b`: from a to b. Nil is an open end (`..`).
    case interval(from: DatePart?, to: DatePart?)
    /// `[a..b]`: once, at some time between a and b. Nil is no bound on that side.
    case within(after: DatePart?, before: DatePart?)

    /// The first day that may be meant; nil when nothing bounds it.
    public var earliest: Day? {
        switch self {
        case .point(let part): part.earliest
        case .interval(let from, _): from?.earliest
        case .within(let after, _): after?.earliest
        }
    }

    /// The last day that may be meant; nil when nothing bounds it.
    public var latest: Day? {
        switch self {
        case .point(let part): part.latest
        case .interval(_, let to): to?.latest
        case .within(_, let before): before?.latest
        }
    }

    /// The parts that were written.
    public var parts: [DatePart] {
        switch self {
        case .point(let part): [part]
        case .interval(let from, let to): [from, to].compactMap(\.self)
        case .within(let after, let before): [after, before].compactMap(\.self)
        }
    }

    /// Whether every end is written and known to the month or better.
    public var namesMonths: Bool {
        switch self {
        case .point(let part): part.precision >= .month
        case .interval(let from?, let to?), .within(let from?, let to?):
            from.precision >= .month && to.precision >= .month
        case .interval, .within: false
        }
    }

    public var isApproximate: Bool { parts.contains(where: \.isApproximate) }
    public var isUncertain: Bool { parts.contains(where: \.isUncertain) }
}
