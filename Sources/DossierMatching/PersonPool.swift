/// The traits of all persons in a few long rows of numbers, so that going through millions of pairs counts no references.
struct PersonPool: Sendable {
    let persons: [Person]
    /// Names, parents, places, numbers: by their numbers in the book.
    let items: [Int32]
    let spans: [DaySpan]
    let numbers: [[UInt8]]

    /// Part of one of the rows.
    struct Stretch: Sendable {
        var start: Int32 = 0
        var count: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(start + count) }
        var isEmpty: Bool { count == 0 }
    }

    struct Person: Sendable {
        var names = Stretch()
        var fathers = Stretch()
        var mothers = Stretch()
        var places = Stretch()
        var births = Stretch()
        var seen = Stretch()
        var numbers = Stretch()
        var incident: Int32 = -1
        var occupation: Int32 = -1
        var sex: UInt8 = 0
        /// The most that the names and the parents can say, in bits.
        var nameBits: Float = 0
        var parentBits: Float = 0
    }

    /// `nameBits` tells the most that a name can say, `parentBits` the same of a parent's.
    init(_ traits: [PersonTraits], nameBits: (Int32) -> Double, parentBits: (Int32) -> Double) {
        var items: [Int32] = []
        var spans: [DaySpan] = []
        var numbers: [[UInt8]] = []
        persons = traits.map { one in
            var person = Person()
            func keep(_ values: [Int32]) -> Stretch {
                defer { items += values }
                return Stretch(start: Int32(items.count), count: Int32(values.count))
            }
            person.names = keep(one.names)
            person.fathers = keep(one.fathers)
            person.mothers = keep(one.mothers)
            person.places = keep(one.places)
            person.births = Stretch(start: Int32(spans.count), count: Int32(one.births.count))
            spans += one.births
            person.seen = Stretch(start: Int32(spans.count), count: Int32(one.seen.count))
            spans += one.seen
            person.numbers = Stretch(start: Int32(numbers.count), count: Int32(one.numbers.count))
            numbers += one.numbers.map { Array($0.utf8) }
            person.incident = one.incident
            person.occupation = one.occupation
            person.sex = one.sex
            person.nameBits = Float(one.names.map(nameBits).max() ?? 0)
            person.parentBits = Float(
                (one.fathers.map(parentBits).max() ?? 0) + (one.mothers.map(parentBits).max() ?? 0))
            return person
        }
        self.items = items
        self.spans = spans
        self.numbers = numbers
    }
}
