/// A date, with the words of the source and the calendar in which it was told.
public struct DateStatement: Sendable, Hashable {
    public var date: PartialDate
    /// What the source said, for example "단기 4283년 9월".
    public var words: LocalizedText?
    public var calendar: SourceCalendar
    /// The year as the source counts it, for example 4283; nil when the source uses the common era.
    public var statedYear: Int?

    public init(
        date: PartialDate, words: LocalizedText? = nil, calendar: SourceCalendar = .gregorian, statedYear: Int? = nil
    ) {
        self.date = date
        self.words = words
        self.calendar = calendar
        self.statedYear = statedYear
    }
}

/// How the source counted.
public enum SourceCalendar: String, Sendable, Hashable, CaseIterable {
    case gregorian
    /// The Korean lunisolar calendar: its months begin three to seven weeks after those of the same number.
    case lunar
    /// Years from 2333 BCE; official in the South from 1948 to 1961, with solar months.
    case dangi
    /// Years from 1912, with solar months.
    case juche
    case showa
    case taisho
    case meiji

    /// The common-era year for a year of this calendar; nil where no era counts the years.
    public func commonYear(for stated: Int) -> Int? {
        switch self {
        case .gregorian, .lunar: nil
        case .dangi: stated - 2333
        case .juche: stated + 1911
        case .showa: stated + 1925
        case .taisho: stated + 1911
        case .meiji: stated + 1867
        }
    }
}
