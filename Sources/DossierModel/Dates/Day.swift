/// One day of the proleptic Gregorian calendar, counted from 0000-03-01 so that comparing and adding are whole-number
/// arithmetic.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil when there is no such day, for example 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Parses `YYYY-MM-DD`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func first(ofMonth month: Int, year: Int) -> Day { Day(unchecked: year, month, 1) }

    public static func last(ofMonth month: Int, year: Int) -> Day {
        Day(unchecked: year, month, length(ofMonth: month, year: year))
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The same day of the month `months` later or earlier; the month's last day where that day does not exist.
    public func adding(months: Int) -> Day {
        let count = year * 12 + (month - 1) + months
        let target = (year: count.quotient(by: 12), month: count.remainder(by: 12) + 1)
        return Day(
            unchecked: target.year, target.month, min(day, Self.length(ofMonth: target.month, year: target.year)))
    }

    public func adding(years: Int) -> Day { adding(months: years * 12) }

    /// The next day, or the one before for -1.
    public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

    /// Whole days since 0000-03-01.
    public var ordinal: Int {
        // The year is counted from March so that the leap day comes last (H. Hinnant, "chrono-compatible low-level
        // date algorithms").
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    public init(ordinal: Int) {
        let era = ordinal.quotient(by: 146_097)
        let dayOfEra = ordinal - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    public var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Int {
    /// Division that rounds down, so that dates before year 0 stay in order.
    fileprivate func quotient(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }

    fileprivate func remainder(by divisor: Int) -> Int { self - quotient(by: divisor) * divisor }

    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
