/// An age as a source gives it: a number of years, how they were counted, and when.
public struct AgeStatement: Sendable, Hashable {
    public var years: Int
    public var counting: Counting
    /// The date at which the person was of that age.
    public var at: PartialDate

    public init(years: Int, counting: Counting, at: PartialDate) {
        self.years = years
        self.counting = counting
        self.at = at
    }

    public enum Counting: String, Sendable, Hashable, CaseIterable {
        /// Years completed since birth.
        case international
        /// One at birth, and one more each New Year.
        case korean
        /// The source does not say.
        case unknown
    }

    /// The days on which the person may have been born; nil when `at` is open on a side.
    public var birth: ClosedRange<Day>? {
        guard let earliest = at.earliest, let latest = at.latest else { return nil }
        switch counting {
        case .international: return international(earliest, latest)
        case .korean: return korean(earliest, latest)
        case .unknown:
            let (one, other) = (international(earliest, latest), korean(earliest, latest))
            return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
        }
    }

    private func international(_ earliest: Day, _ latest: Day) -> ClosedRange<Day> {
        earliest.adding(years: -(years + 1)).adding(days: 1)...latest.adding(years: -years)
    }

    private func korean(_ earliest: Day, _ latest: Day) -> ClosedRange<Day> {
        Day.first(ofMonth: 1, year: earliest.year - years + 1)...Day.last(ofMonth: 12, year: latest.year - years + 1)
    }
}
