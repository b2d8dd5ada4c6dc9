/// What two dates of birth say of each other.
enum BirthComparison {
    static func key(_ one: DaySpan, _ other: DaySpan) -> MatchWeights.Key {
        guard one.isOneYear, other.isOneYear else { return covering(one, other) }
        if one.day > 0, other.day > 0 {
            if one == other { return .birthSameDay }
            if areSwapped(one, other) || areOneSlipApart(digits(one), digits(other)) { return .birthMistyped }
            if one.year == other.year { return .birthOtherDay }
        } else if one.year == other.year {
            guard one.month > 0, other.month > 0 else { return .birthSameYear }
            return one.month == other.month ? .birthSameMonth : .birthOtherDay
        }
        return apart(abs(Int(one.year) - Int(other.year)))
    }

    private static func covering(_ one: DaySpan, _ other: DaySpan) -> MatchWeights.Key {
        if one.year <= other.lastYear, other.year <= one.lastYear { return .birthCovers }
        return apart(max(Int(one.year) - Int(other.lastYear), Int(other.year) - Int(one.lastYear)))
    }

    private static func apart(_ years: Int) -> MatchWeights.Key {
        switch years {
        case 0: .birthSameYear
        case 1: .birthYearOff
        case 2: .birthTwoYearsOff
        case 3...5: .birthFewYearsOff
        default: .birthDifferent
        }
    }

    private static func areSwapped(_ one: DaySpan, _ other: DaySpan) -> Bool {
        one.year == other.year && one.month == other.day && one.day == other.month
    }

    private static func digits(_ span: DaySpan) -> [UInt8] {
        let number = Int(span.year) * 10_000 + Int(span.month) * 100 + Int(span.day)
        return Array(String(number).utf8)
    }

    /// Whether one character is another, or two neighbours have changed places.
    static func areOneSlipApart(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count, first.count > 4 else { return false }
        let places = first.indices.filter { first[$0] != second[$0] }
        switch places.count {
        case 1: return true
        case 2:
            let (one, other) = (places[0], places[1])
            return other == one + 1 && first[one] == second[other] && first[other] == second[one]
        default: return false
        }
    }
}
