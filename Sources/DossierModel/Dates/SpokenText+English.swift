extension SpokenText {
    /// All of the text as a date in English.
    mutating func englishDate() -> SpokenStatement? {
        let opening = takeEnglishMarks()
        let lead = take(oneOf: Self.englishLeads)
        guard let first = takeEnglishPoint() else { return nil }
        var statement = SpokenStatement(relation: .at, first: first)
        switch lead {
        case .between:
            guard take("and"), let pair = takeEnglishPair(.between, from: first) else { return nil }
            statement = pair
        case .from:
            if take(anyOf: ["to", "until", "till"]) {
                guard let pair = takeEnglishPair(.fromTo, from: first) else { return nil }
                statement = pair
            } else {
                take(anyOf: ["on", "onward", "onwards"])
                statement.relation = .since
            }
        case .bound(let relation): statement.relation = relation
        case nil:
            if let bound = take(oneOf: Self.englishBounds) {
                statement.relation = bound
            } else if let pair = attempt({ $0.take("or") ? $0.takeEnglishPair(.either, from: first) : nil }) {
                statement = pair
            }
        }
        statement.mark(opening)
        while let mark = take(oneOf: Self.englishEndings) { statement.mark(mark) }
        take(".")
        return isAtEnd ? statement : nil
    }

    /// "between March and May 1951" leaves to the second point what the first one lacks.
    private mutating func takeEnglishPair(
        _ relation: SpokenStatement.Relation, from first: SpokenPoint
    ) -> SpokenStatement? {
        guard let second = takeEnglishPoint(), let first = first.completed(by: second) else { return nil }
        return SpokenStatement(relation: relation, first: first, second: second)
    }

    private mutating func takeEnglishPoint() -> SpokenPoint? {
        var point = SpokenPoint(marks: takeEnglishMarks())
        if let (year, month, day) = takeNumericDate(in: .gregorian) {
            (point.year, point.month, point.day) = (year, month, day)
        } else {
            takeEnglishParts(into: &point)
            take(",")
            take(anyOf: ["of", "in"])
            if let (year, isDecade) = takeEnglishYear() { (point.year, point.isDecade) = (year, isDecade) }
            guard point.year != nil || point.month != nil || point.season != nil || point.day != nil else { return nil }
        }
        if take(anyOf: ["(lunar)", "(lunar calendar)"]) { point.isLunar = true }
        while let mark = take(oneOf: Self.englishEndings) { point.marks.formUnion(mark) }
        return point
    }

    /// What is told before the year: a season, "March", "March 5", "5 March", "the third lunar month".
    private mutating func takeEnglishParts(into point: inout SpokenPoint) {
        if let season = take(oneOf: Self.englishSeasons) {
            point.season = season
            return
        }
        if takeEnglishLunarMonth(into: &point) { return }
        if let day = takeEnglishDay() {
            point.day = day
            take(anyOf: ["of", "day of", "day of the"])
            if takeEnglishLunarMonth(into: &point) { return }
        }
        if take("lunar") { point.isLunar = true }
        guard let month = take(oneOf: Self.englishMonths) else { return }
        point.month = month
        if point.day == nil { point.day = takeEnglishDay() }
    }

    private mutating func takeEnglishLunarMonth(into point: inout SpokenPoint) -> Bool {
        let month = attempt { text in
            (text.take(oneOf: Self.englishOrdinals) ?? text.takeEnglishDay()).flatMap {
                text.take("lunar month") ? $0 : nil
            }
        }
        guard let month else { return false }
        (point.month, point.isLunar) = (month, true)
        return true
    }

    /// "5" or "5th".
    private mutating func takeEnglishDay() -> Int? {
        guard let day = takeDigits(1...2) else { return nil }
        take(anyOf: ["st", "nd", "rd", "th"])
        return day
    }

    /// A year, and whether it stands for its decade: "1951", "the 1950s", "Juche 40 (1951)".
    private mutating func takeEnglishYear() -> (year: SpokenYear, isDecade: Bool)? {
        attempt { text in
            text.take("the")
            let era = text.take(oneOf: Self.englishEras) ?? .gregorian
            guard let year = text.takeYearDigits(in: era) else { return nil }
            if text.take(anyOf: ["s", "'s"]) { return (year, true) }
            let other = text.attempt { text in
                text.take("(") ? text.takeYearDigits(in: .gregorian).flatMap { text.take(")") ? $0 : nil } : nil
            }
            guard let other else { return (year, false) }
            return year.joined(with: other).map { ($0, false) }
        }
    }

    /// Doubt before a point, and small words that add nothing.
    private mutating func takeEnglishMarks() -> SpokenMarks {
        var marks: SpokenMarks = []
        while let mark = take(oneOf: Self.englishOpenings) { marks.formUnion(mark) }
        return marks
    }
}
