import DossierModel

/// The days between which something was, and how exactly it is known.
struct DaySpan: Sendable, Hashable {
    var year: Int16
    /// 0 when it is unknown, as is the day.
    var month: UInt8 = 0
    var day: UInt8 = 0
    /// The last year that may be meant, where that is another.
    var lastYear: Int16

    /// Nil when nothing bounds the date on a side.
    init?(_ date: PartialDate) {
        guard let earliest = date.earliest, let latest = date.latest else { return nil }
        year = Int16(clamping: earliest.year)
        lastYear = Int16(clamping: latest.year)
        guard case .point(let part) = date else { return }
        if part.precision >= .month { month = UInt8(clamping: earliest.month) }
        if part.precision >= .day { day = UInt8(clamping: earliest.day) }
    }

    init(_ days: ClosedRange<Day>) {
        year = Int16(clamping: days.lowerBound.year)
        lastYear = Int16(clamping: days.upperBound.year)
    }

    var isOneYear: Bool { year == lastYear }
}
