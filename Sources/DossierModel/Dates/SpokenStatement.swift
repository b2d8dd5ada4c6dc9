/// One or two points in time, and what the words say of them.
struct SpokenStatement {
    var relation: Relation
    var first: SpokenPoint
    /// There for the relations that take two.
    var second: SpokenPoint?

    enum Relation {
        /// The point itself.
        case at
        /// "이전", "이후": once, by then or from then. The point itself may be meant, as the wider reading.
        case before, after
        /// "까지", "부터": going on until then or from then.
        case until, since
        /// "사이": once, at some time between two points.
        case between
        /// "부터 까지": going on from one point to another.
        case fromTo
        /// "또는": one or the other.
        case either
    }

    /// Doubt about the whole statement is doubt about each of its points.
    mutating func mark(_ marks: SpokenMarks) {
        first.marks.formUnion(marks)
        second?.marks.formUnion(marks)
    }

    /// Nil when a point is no date, or EDTF has no form for what is said.
    var date: PartialDate? {
        guard let one = first.span else { return nil }
        switch relation {
        case .at: return one.point.map { .point($0) } ?? .within(after: one.first, before: one.last)
        case .before: return .within(after: nil, before: one.last)
        case .after: return .within(after: one.first, before: nil)
        // An interval whose end lies somewhere within a span has no form here.
        case .until: return one.point.map { .interval(from: nil, to: $0) }
        case .since: return one.point.map { .interval(from: $0, to: nil) }
        case .between, .fromTo, .either: break
        }
        guard let second, let other = second.span else { return nil }
        // "1950년 겨울에서 봄 사이" goes on into a year that nobody names.
        if first.isCompleted || second.isCompleted, other.last.latest < one.last.latest { return nil }
        return date(one, other)
    }

    private func date(_ one: SpokenSpan, _ other: SpokenSpan) -> PartialDate? {
        if case .between = relation { return .within(after: one.first, before: other.last) }
        guard let from = one.point, let to = other.point else { return nil }
        if case .fromTo = relation { return .interval(from: from, to: to) }
        // "1950년 또는 1951년" is the same as once between the two, but only where nothing lies between them.
        guard from.precision == to.precision, from.latest.adding(days: 1) == to.earliest else { return nil }
        return .within(after: from, before: to)
    }

    private var points: [SpokenPoint] { [first] + (second.map { [$0] } ?? []) }

    /// Nil when the points were told in different calendars: a statement has room for one.
    var calendar: SourceCalendar? {
        let all = Set(points.map { $0.isLunar ? .lunar : $0.year?.calendar })
        // The months are what matters for the date; a year of an era may stand beside lunar months.
        guard all.count == 1, Set(points.map(\.year?.calendar)).count == 1 else { return nil }
        return all.first ?? nil
    }

    /// Nil also where two different years are told: a statement has room for one.
    var statedYear: Int? {
        let all = Set(points.map(\.year?.stated))
        return all.count == 1 ? all.first ?? nil : nil
    }
}

/// The first and the last part that may be meant; the same where it is one point.
struct SpokenSpan {
    var first: DatePart
    var last: DatePart

    var point: DatePart? { first == last ? first : nil }
}
