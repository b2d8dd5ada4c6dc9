/// One point in time as far as it is known: a year, a month, a season or a day, perhaps approximate or uncertain
/// (ISO 8601-2:2019, EDTF levels 0 and 1).
public struct DatePart: Sendable, Hashable {
    /// The full year, or the first year of the decade or century that unspecified digits leave open.
    public var year: Int
    public var precision: Precision
    /// 1 to 12, from month precision on.
    public var month: Int?
    public var season: Season?
    public var day: Int?
    /// `~` and `%`: about then.
    public var isApproximate: Bool
    /// `?` and `%`: the source may be wrong.
    public var isUncertain: Bool

    public init(
        year: Int, precision: Precision = .year, month: Int? = nil, season: Season? = nil, day: Int? = nil,
        isApproximate: Bool = false, isUncertain: Bool = false
    ) {
        self.year = year
        self.precision = precision
        self.month = month
        self.season = season
        self.day = day
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
    }

    /// How much is known, from least to most.
    public enum Precision: Int, Sendable, Hashable, Comparable {
        case century, decade, year, season, month, day

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Seasons of ISO 8601-2: 21 spring to 24 winter, without a hemisphere; here those of Korea.
    public enum Season: Int, Sendable, Hashable {
        case spring = 21
        case summer, autumn, winter
    }

    /// The first day that the part may mean.
    public var earliest: Day {
        switch precision {
        case .century, .decade, .year: Day.first(ofMonth: 1, year: year)
        case .season: Day.first(ofMonth: seasonMonths.first, year: year)
        case .month: Day.first(ofMonth: month ?? 1, year: year)
        case .day: Day(year: year, month: month ?? 1, day: day ?? 1) ?? Day.first(ofMonth: month ?? 1, year: year)
        }
    }

    /// The last day that the part may mean.
    public var latest: Day {
        switch precision {
        case .century: Day.last(ofMonth: 12, year: year + 99)
        case .decade: Day.last(ofMonth: 12, year: year + 9)
        case .year: Day.last(ofMonth: 12, year: year)
        case .season:
            Day.last(ofMonth: seasonMonths.last, year: season == .winter ? year + 1 : year)
        case .month: Day.last(ofMonth: month ?? 12, year: year)
        case .day: earliest
        }
    }

    // "Winter 1950" may be told of January 1950 as of December 1950 and the weeks after it: the wider reading holds.
    private var seasonMonths: (first: Int, last: Int) {
        switch season {
        case .spring, nil: (3, 5)
        case .summer: (6, 8)
        case .autumn: (9, 11)
        case .winter: (1, 2)
        }
    }
}
