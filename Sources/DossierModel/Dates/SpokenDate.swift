/// A date read from the words in which people tell one, in Korean or English: "1951년 3월 5일", "단기 4284년 봄",
/// "1950년 9월 중순쯤", "before March 1951"; EDTF text reads, too.
///
/// Nothing is invented. Whatever stands in the words is understood, or there is no date: a word that is left over, a day
/// that does not exist, a year of two digits, a year of an era that had ended. What the words leave vague is marked
/// approximate, and a part that they do not tell is not there.
///
/// A lunar month becomes the solar month after its number, always approximate and never with a day, because nobody has
/// converted it; `SpokenPoint` says why. The words beside the date keep the rest.
public struct SpokenDate: Sendable, Hashable {
    public let date: PartialDate
    public let calendar: SourceCalendar
    /// The year as the words count it, for example 4284; nil for the common era, and where two such years are told.
    public let statedYear: Int?

    /// Nil when the words are no date that can be read for certain, or longer than 100 characters.
    public init?(_ words: String) {
        guard let text = SpokenText(words) else { return nil }
        if let date = PartialDate(text.written) {
            self.init(date, .gregorian, statedYear: nil)
            return
        }
        var (korean, english) = (text, text)
        guard let statement = korean.koreanDate() ?? english.englishDate(), let date = statement.date,
            let calendar = statement.calendar
        else { return nil }
        self.init(date, calendar, statedYear: statement.statedYear)
    }

    private init?(_ date: PartialDate, _ calendar: SourceCalendar, statedYear: Int?) {
        // Reading it again finds what is no date: 30 February, a month 13, an end before its beginning.
        guard PartialDate(date.edtf) == date, date.parts.allSatisfy({ SpokenYear.plausible.contains($0.year) })
        else { return nil }
        self.date = date
        self.calendar = calendar
        self.statedYear = statedYear
    }

    /// The date with the words of the source beside it.
    public func statement(words: LocalizedText?) -> DateStatement {
        DateStatement(date: date, words: words, calendar: calendar, statedYear: statedYear)
    }
}
