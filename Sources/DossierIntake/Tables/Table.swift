/// A table out of a file: its head and its rows, each cell the text that stands in it.
public struct Table: Sendable, Hashable {
    /// The names of the columns, as the head writes them, without spaces around them.
    public var columns: [String]
    public var rows: [Row]
    /// What was passed over or filled in on the way, for people to know.
    public var notices: [Notice]

    public init(columns: [String], rows: [Row], notices: [Notice] = []) {
        self.columns = columns
        self.rows = rows
        self.notices = notices
    }

    /// A row, with as many cells as there are columns.
    public struct Row: Sendable, Hashable {
        /// Its number in the file, from 1, as a spreadsheet shows it.
        public var number: Int
        public var cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Something about a file that its reader did by a rule.
    public enum Notice: Sendable, Hashable {
        /// Cells that hold a formula: the value that it had when the file was saved is taken.
        case formulas(Int)
        /// Cells that stood in a merged area, and got the value of its first cell.
        case merged(Int)
        /// Macros and links to other files, which are not looked at.
        case macros, externalLinks
        /// Other sheets than the one that was read.
        case otherSheets([String])
        /// The encoding that was asked for.
        case encoding(String)
    }

    /// Where a column stands; nil when there is none of that name.
    public func index(of column: String) -> Int? { columns.firstIndex(of: column) }
}
