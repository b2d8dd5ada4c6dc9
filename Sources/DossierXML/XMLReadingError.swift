/// Every fault found in a document that could not be read.
public struct XMLReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// In the order found; never empty.
    public let faults: [XMLFault]
    /// How many more there were than are listed.
    public let omitted: Int

    /// One fault a line.
    public var description: String {
        let rest = omitted > 0 ? ["and \(omitted) more"] : []
        return (faults.map(\.description) + rest).joined(separator: "\n")
    }
}

/// One place where a document breaks one rule.
public struct XMLFault: Sendable, Hashable, CustomStringConvertible {
    /// 1 for the first line; 0 for the document as a whole.
    public let line: Int
    /// 1 for the first column, as libxml2 counts; 0 when the line alone is known.
    public let column: Int
    public let rule: XMLRule
    /// What is wrong here. Holds names of elements and attributes, never their text.
    public let detail: String

    public var description: String {
        let place = line == 0 ? "document" : column == 0 ? "line \(line)" : "line \(line), column \(column)"
        return "\(place): \(detail). Rule: \(rule.statement) \(rule.mend)"
    }
}
