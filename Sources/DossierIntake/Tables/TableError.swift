/// Why a file is no table that can be read without guessing.
public struct TableError: Error, Sendable, Hashable {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case unreadable, tooLarge, empty
        /// Bytes that are not the encoding that was expected; ``value`` says what they look like.
        case encoding
        case ragged, openQuote, strayQuote
        case noColumn, columnTwice, tooManyColumns, tooManyRows
        /// A workbook that breaks off, unfolds too far, is encrypted, or is of the old kind.
        case damagedWorkbook, workbookTooLarge, oldWorkbook, noSheet
        /// An archive of a list with files that unfolds too far, is encrypted, or names files as nobody should.
        case badArchive
    }

    public var rule: Rule
    public var path: String
    /// The row, from 1; nil where it is about the file.
    public var row: Int?
    /// What was found.
    public var value: String
    /// What would be right.
    public var expected: String

    public init(_ rule: Rule, path: String, row: Int? = nil, value: String = "", expected: String = "") {
        self.rule = rule
        self.path = path
        self.row = row
        self.value = value
        self.expected = expected
    }
}
