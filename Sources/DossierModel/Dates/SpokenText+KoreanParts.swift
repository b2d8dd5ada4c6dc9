extension SpokenText {
    /// A year, and whether it stands for its decade: "1951년", "1951", "천구백오십일년", "주체40(1951)년", "1950년대".
    mutating func takeKoreanYear(in era: SourceCalendar) -> (year: SpokenYear, isDecade: Bool)? {
        attempt { text in
            if era != .gregorian, text.take("원년") { return SpokenYear(1, in: era).map { ($0, false) } }
            guard var year = text.takeYearDigits(in: era) else {
                return text.takeKoreanNumeral(before: "년").flatMap { SpokenYear($0, in: era) }.map { ($0, false) }
            }
            var other = text.takeBracketedKoreanYear()
            let isDecade = text.take(oneOf: ["년": false, "년도": false, "년대": true])
            other = other ?? text.takeBracketedKoreanYear()
            if let other {
                guard isDecade != true, let joined = year.joined(with: other) else { return nil }
                year = joined
            }
            return (year, isDecade ?? false)
        }
    }

    private mutating func takeBracketedKoreanYear() -> SpokenYear? {
        attempt { text in
            guard text.take("(") else { return nil }
            let era = text.take(oneOf: Self.koreanEras) ?? .gregorian
            guard let year = text.takeYearDigits(in: era) else { return nil }
            text.take("년")
            return text.take(")") ? year : nil
        }
    }

    /// Whatever is told below the year.
    mutating func takeKoreanParts(into point: inout SpokenPoint) {
        if let (season, marks) = take(oneOf: Self.koreanSeasons) {
            point.season = season
            point.marks.formUnion(marks)
            return
        }
        if let month = takeKoreanNumber(before: "월") {
            point.month = month
            take("달")
        } else if let (month, isLunar) = take(oneOf: Self.koreanMonths) {
            point.month = month
            point.isLunar = point.isLunar || isLunar
        }
        takeKoreanDay(into: &point)
    }

    private mutating func takeKoreanDay(into point: inout SpokenPoint) {
        if let day = takeKoreanNumber(before: "일") {
            point.day = day
            take(anyOf: Self.koreanTimesOfDay)
        } else if let day = take(oneOf: Self.koreanNamedDays) {
            (point.day, point.isNamedDay) = (day, true)
        } else if let day = take(oneOf: Self.koreanMoonDays) {
            (point.day, point.isLunar) = (day, true)
        } else if let third = take(oneOf: Self.koreanThirds) {
            point.third = third
        } else if let mark = take(oneOf: Self.koreanVagueParts) {
            point.marks.formUnion(mark)
        }
    }

    private mutating func takeKoreanNumber(before unit: String) -> Int? {
        attempt { text in text.takeDigits(1...2).flatMap { text.take(unit) ? $0 : nil } }
            ?? takeKoreanNumeral(before: unit)
    }

    /// A number in words and its unit: "천구백오십일년" is 1951 years, "삼월" 3 months. In "이십일" the last syllable is
    /// the unit of days, so that it is the twentieth, and "이십일일" the day after.
    private mutating func takeKoreanNumeral(before unit: String) -> Int? {
        attempt { text in
            var number = 0
            for (word, worth) in [("천", 1000), ("백", 100), ("십", 10)] {
                let count = text.attempt { text in
                    let digit = text.take(oneOf: Self.koreanDigits) ?? 1
                    return text.take(word) ? digit : nil
                }
                number += (count ?? 0) * worth
            }
            let digit = text.attempt { text in
                text.take(oneOf: Self.koreanDigits).flatMap { text.take(unit) ? $0 : nil }
            }
            if let digit { return number + digit }
            return number > 0 && text.take(unit) ? number : nil
        }
    }
}
