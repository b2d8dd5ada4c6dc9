extension SpokenText {
    /// All of the text as a date in Korean.
    mutating func koreanDate() -> SpokenStatement? {
        // "아마 1950년에서 1953년 사이": what stands before two points speaks of both.
        var opening = SpokenPoint()
        takeKoreanOpening(into: &opening)
        guard let first = takeKoreanPoint(opening, after: nil) else { return nil }
        var statement = takeKoreanPair(from: first) ?? SpokenStatement(relation: .at, first: first)
        if statement.second == nil, let bound = take(oneOf: Self.koreanBounds) { statement.relation = bound }
        statement.mark(opening.marks.union(takeKoreanTail()))
        return isAtEnd ? statement : nil
    }

    /// From the first point on to the second and the word that says how the two belong together. Without that word
    /// "1950~1953년" may be once or all the time, and is not read.
    private mutating func takeKoreanPair(from first: SpokenPoint) -> SpokenStatement? {
        attempt { text in
            guard let joint = text.take(oneOf: Self.koreanJoints),
                let second = text.takeKoreanPoint(SpokenPoint(), after: first)
            else { return nil }
            let relation = joint == .or ? .either : text.take(oneOf: Self.koreanClosings)
            guard let relation, joint != .and || relation == .between else { return nil }
            return SpokenStatement(relation: relation, first: first, second: second)
        }
    }

    /// A point that begins as `point`. `first` is the one before it, to which it may leave its year and month.
    private mutating func takeKoreanPoint(_ point: SpokenPoint, after first: SpokenPoint?) -> SpokenPoint? {
        var point = point
        takeKoreanOpening(into: &point)
        let named = take(oneOf: Self.koreanEras)
        // "단기 4283년에서 4286년 사이" goes on in Dangi; after "쇼와 20년에서" 51 could be of Shōwa or be 1951.
        let era = named ?? (first?.year?.calendar == .dangi ? .dangi : .gregorian)
        if let (year, month, day) = takeNumericDate(in: era) {
            (point.year, point.month, point.day) = (year, month, day)
        } else {
            if let (year, isDecade) = takeKoreanYear(in: era) {
                (point.year, point.isDecade) = (year, isDecade)
            } else if first == nil || named != nil {
                return nil
            }
            takeKoreanOpening(into: &point)
            takeKoreanParts(into: &point)
        }
        while let remark = take(oneOf: Self.koreanEndings) { point.add(remark) }
        guard let first, point.year == nil else { return point }
        // "1951년 음력 3월에서 5월 사이": the calendar goes on together with the year, unless another one is told.
        if !point.isLunar, !point.isSolar { (point.isLunar, point.isSolar) = (first.isLunar, first.isSolar) }
        return point.completed(by: first)
    }

    /// Doubt and calendar, in whatever order they come.
    private mutating func takeKoreanOpening(into point: inout SpokenPoint) {
        while let remark = take(oneOf: Self.koreanOpenings) { point.add(remark) }
    }

    /// Doubt, and words that add nothing, to the end.
    private mutating func takeKoreanTail() -> SpokenMarks {
        var marks: SpokenMarks = []
        while true {
            if let mark = take(oneOf: Self.koreanMarks) {
                marks.formUnion(mark)
            } else if !take(anyOf: Self.koreanParticles) {
                return marks
            }
        }
    }
}
