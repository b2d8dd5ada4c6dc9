/// What is to be counted in a library, and how the count is divided.
public struct CountDefinition: Sendable, Hashable {
    public var unit: Unit
    public var dimension: Dimension
    /// Counts only what may fall into this time. A disappearance goes on until somebody knows what became of the person,
    /// so that one which began before the end of the time lies within it, however long ago it began.
    public var period: PartialDate?
    /// Leaves out cases that are addressed to other States alone.
    public var state: StateCode?

    public init(unit: Unit, dimension: Dimension, period: PartialDate? = nil, state: StateCode? = nil) {
        self.unit = unit
        self.dimension = dimension
        self.period = period
        self.state = state
    }

    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case cases, incidents, persons, testimonies, exhibits
    }

    public enum Dimension: String, Sendable, Hashable, CaseIterable {
        case none, decade, year, sex, nationality
        /// Who is held to have done it: State agents, others with a State behind them, others.
        case agents
        /// The State to which a case is addressed.
        case state
    }
}

/// A count with everything that must be said beside it.
public struct Count: Sendable, Hashable {
    public var definition: CountDefinition
    public var rows: [Row]
    /// How many units there are; a unit with several values stands in several rows and is one here.
    public var total: Int
    /// On which day the library was counted.
    public var takenOn: Day
    public var caveats: [Caveat]

    public struct Row: Sendable, Hashable {
        public var value: Value
        public var number: Int
    }

    public enum Value: Sendable, Hashable {
        case all
        /// The first year of a decade.
        case decade(Int)
        case year(Int)
        /// A code of the field that divides the count.
        case code(String)
        case state(StateCode)
        /// Not recorded, or not well enough to say which.
        case unknown
    }

    /// What a count does not prove.
    public enum Caveat: String, Sendable, Hashable, CaseIterable {
        /// What is documented is not what happened.
        case notPopulation
        /// Nobody has looked whether two records are about one person.
        case doublesNotJudged
        case datesUncertain, severalValuesCounted, sourcesDiffer
    }
}
