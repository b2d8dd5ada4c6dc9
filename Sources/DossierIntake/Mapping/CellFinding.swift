public import DossierModel

/// One cell that cannot be taken in: where, what stands there, which rule. The words for people are wording data, under `cells` and
/// the rule's name, or under `findings` for rules of records.
public struct CellFinding: Sendable, Hashable {
    public var rule: Rule
    /// As a spreadsheet shows it, from 1.
    public var row: Int
    /// Empty where it is about the row.
    public var column: String
    /// What stands there, cut to eighty characters.
    public var value: String
    /// What the rule expects.
    public var expected: String

    public init(_ rule: Rule, row: Int, column: String = "", value: String = "", expected: String = "") {
        self.rule = rule
        self.row = row
        self.column = column
        self.value = String(value.prefix(80))
        self.expected = expected
    }

    public enum Rule: Sendable, Hashable {
        case cell(Cell)
        /// A rule that holds for records wherever they come from.
        case record(RecordFinding.Rule)

        /// What machines call the rule.
        public var code: String {
            switch self {
            case .cell(let cell): cell.rawValue
            case .record(let rule): rule.rawValue
            }
        }
    }

    /// What can be wrong with a cell of a list.
    public enum Cell: String, Sendable, Hashable, CaseIterable {
        /// Words that are no date that can be read for certain.
        case unreadDate
        /// A number that may count days from 1900.
        case excelSerial
        /// `4283.9.10`: a year of the Dangi era?
        case eraYear
        /// `51.3.5`: of which century?
        case twoDigitYear
        /// `3/5/1951`: March or May?
        case ambiguousDay
        case unreadAge
        /// An age whose row does not tell when it was so.
        case ageWithoutDate
        case notInValues
        case unreadNumber
        /// Several people where the mapping does not say how to tell them apart.
        case severalPeople
        case unreadName
        case noKey, repeatedKey
        /// A row in which nobody is named.
        case nobody
        /// A file that a row names, and that is not there or cannot be kept.
        case noSuchFile
    }
}
