/// One point in time as words tell it, with the parts that were told and no others.
struct SpokenPoint {
    var year: SpokenYear?
    /// "1950년대"; the year is its first.
    var isDecade = false
    var season: DatePart.Season?
    var month: Int?
    var third: Third?
    var day: Int?
    /// "초사흘": the third day, mostly of a lunar month, so that the calendar must be told with it.
    var isNamedDay = false
    var isLunar = false
    /// Said to be solar; solar months are also meant where nothing is said.
    var isSolar = false
    var marks: SpokenMarks = []
    /// Whether the year was left to the other point of the two.
    private(set) var isCompleted = false

    /// 초순, 중순, 하순: ten days of a month, the last of them to its end.
    enum Third { case first, second, last }

    /// The parts below the year that were told, with "5일" below "3월" whether or not the month was repeated.
    private enum Depth { case year, season, month, third, day }

    private var depth: Depth {
        if day != nil { return .day }
        if third != nil { return .third }
        if month != nil { return .month }
        return season == nil ? .year : .season
    }

    /// The point with what it leaves to the other one of the two, as in "1951년 3월에서 5월 사이"; nil when the two
    /// do not tell the same parts, so that it is not certain what is left out.
    func completed(by other: SpokenPoint) -> SpokenPoint? {
        guard year == nil else { return self }
        guard depth == other.depth, depth != .year else { return nil }
        var whole = self
        whole.year = other.year
        whole.isCompleted = true
        if month == nil { whole.month = other.month }
        return whole
    }

    mutating func add(_ remark: SpokenRemark) {
        switch remark {
        case .mark(let mark): marks.formUnion(mark)
        case .lunar: isLunar = true
        case .solar: isSolar = true
        }
    }

    /// Nil when the parts make no date. Whether there are such a month and day is for whoever reads the EDTF again.
    var span: SpokenSpan? {
        guard let year, !(isLunar && isSolar), isLunar || isSolar || !isNamedDay,
            let span = isLunar ? lunarMonth : solarSpan(year.common),
            year.calendar.wasCounted(from: span.first.earliest, to: span.last.latest)
        else { return nil }
        return span
    }

    private func solarSpan(_ year: Int) -> SpokenSpan? {
        if isDecade {
            guard depth == .year, self.year?.calendar == .gregorian, year % 10 == 0, year % 100 != 0 else { return nil }
            return span(part(year, .decade))
        }
        if let season { return depth == .season ? span(part(year, .season, season: season)) : nil }
        guard let month else { return depth == .year ? span(part(year, .year)) : nil }
        if let day { return span(part(year, .day, month: month, day: day)) }
        guard let third else { return span(part(year, .month, month: month)) }
        let (from, to) =
            switch third {
            case .first: (1, 10)
            case .second: (11, 20)
            case .last: (21, Day.length(ofMonth: month, year: year))
            }
        return SpokenSpan(
            first: part(year, .day, month: month, day: from), last: part(year, .day, month: month, day: to))
    }

    /// About the solar month after the number of the lunar one.
    ///
    /// The lunar month of a number is the one in which the sun passes the principal term (중기) of that number: the
    /// third has 곡우 in it, 20 April. So it always shares days with the solar month after its number, and mostly none
    /// with that of its number. The twelfth reaches into the next year. A lunar day could be any of some thirty days
    /// there, so that it is left to the words; a season or a year alone is not told by the lunar calendar.
    private var lunarMonth: SpokenSpan? {
        guard let year, let month, (1...12).contains(month), season == nil, !isDecade,
            day.map((1...30).contains) ?? true
        else { return nil }
        var part = part(month == 12 ? year.common + 1 : year.common, .month, month: month % 12 + 1)
        part.isApproximate = true
        return span(part)
    }

    private func span(_ part: DatePart) -> SpokenSpan { SpokenSpan(first: part, last: part) }

    private func part(
        _ year: Int, _ precision: DatePart.Precision, month: Int? = nil, season: DatePart.Season? = nil, day: Int? = nil
    ) -> DatePart {
        DatePart(
            year: year, precision: precision, month: month, season: season, day: day,
            isApproximate: marks.contains(.approximate), isUncertain: marks.contains(.uncertain))
    }
}

/// What words add to a date: `~` and `?` of EDTF.
struct SpokenMarks: OptionSet {
    let rawValue: Int
    static let approximate = SpokenMarks(rawValue: 1)
    static let uncertain = SpokenMarks(rawValue: 2)
}

/// A word about a point that is no part of it.
enum SpokenRemark {
    case mark(SpokenMarks)
    case lunar, solar
}
