/// Why a file is no table that can be read without guessing.
public struct TableError: Error, Sendable, Hashable {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case unreadable, tooLarge, empty, notUTF8, ragged, openQuote, strayQuote, noColumn
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
