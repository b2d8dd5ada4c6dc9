/// A cell of comma-separated values (RFC 4180).
public enum CSVCell {
    /// In quotation marks where it has to be. What a spreadsheet would take for a formula gets an apostrophe before it: a list that
    /// somebody opens must not run what somebody else wrote into it.
    public static func text(_ value: String) -> String {
        let isFormula = value.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'\(value)" : value
        guard safe.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
