/// A year as it was told, and the common-era year that it is.
struct SpokenYear {
    let common: Int
    /// The era that counts it, or `gregorian`.
    let calendar: SourceCalendar
    /// The year of that era; nil for the common era.
    let stated: Int?

    /// Years in which something can have happened that is told here. A year of Dangi is none of them, so that "4284년"
    /// without its era is not taken for one of the common era; nor is "천 년".
    static let plausible = 1800...2199

    /// Nil when it is no year that somebody tells, for example 51 of the common era: no century is guessed.
    init?(_ number: Int, in era: SourceCalendar) {
        guard number > 0 else { return nil }
        let common = era.commonYear(for: number)
        self.init(common: common ?? number, calendar: era, stated: common == nil ? nil : number)
    }

    private init?(common: Int, calendar: SourceCalendar, stated: Int?) {
        guard Self.plausible.contains(common) else { return nil }
        self.common = common
        self.calendar = calendar
        self.stated = stated
    }

    /// The one year that is told in two ways, as in "주체40(1951)년"; nil when they are not the same, or of two eras.
    func joined(with other: SpokenYear) -> SpokenYear? {
        guard common == other.common else { return nil }
        if other.calendar == .gregorian { return self }
        return calendar == .gregorian || calendar == other.calendar ? other : nil
    }
}

extension SourceCalendar {
    /// Whether the era counted some day of these. An era of Japan is known to the months in which it began and ended.
    func wasCounted(from earliest: Day, to latest: Day) -> Bool {
        let (first, last): (Day, Day) =
            switch self {
            case .meiji: (.first(ofMonth: 1, year: 1868), .last(ofMonth: 7, year: 1912))
            case .taisho: (.first(ofMonth: 7, year: 1912), .last(ofMonth: 12, year: 1926))
            case .showa: (.first(ofMonth: 12, year: 1926), .last(ofMonth: 1, year: 1989))
            case .gregorian, .lunar, .dangi, .juche: (earliest, latest)
            }
        return earliest <= last && latest >= first
    }
}
