public import DossierModel

/// What of one person is compared with another: names by number in a ``TraitBook``, and the rest as small values, so that a million of
/// them fit into memory.
public struct PersonTraits: Sendable {
    public var id: RecordID
    /// The first primary name, as people are shown it.
    public var shown: String
    var names: [Int32] = []
    var fathers: [Int32] = []
    var mothers: [Int32] = []
    var births: [DaySpan] = []
    var sex: UInt8 = 0
    /// Of birth, of residence, where last seen.
    var places: [Int32] = []
    var seen: [DaySpan] = []
    var incident: Int32 = -1
    var numbers: [String] = []
    var occupation: Int32 = -1
}

/// The days between which something was, and how exactly it is known.
struct DaySpan: Sendable, Hashable {
    /// `20_000 × year + 50 × month + day`-like numbers are not needed: year, month and day stand apart, 0 for a part that is unknown.
    var year: Int16
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
