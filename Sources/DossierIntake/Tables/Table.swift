/// A table out of a file: its head and its rows, each cell the text that stands in it.
public struct Table: Sendable, Hashable {
    /// The names of the columns, as the head writes them.
    public var columns: [String]
    public var rows: [Row]

    public init(columns: [String], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    /// A row, with as many cells as there are columns.
    public struct Row: Sendable, Hashable {
        /// Its number in the file, from 1, the head being the first.
        public var number: Int
        public var cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Where a column stands; nil when there is none of that name.
    public func index(of column: String) -> Int? { columns.firstIndex(of: column) }
}
