/// Rows as comma-separated values (RFC 4180): UTF-8 with a byte order mark, without which Excel takes Korean for something else.
public enum CSVText {
    public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    public static func bytes(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            add(cell, to: &line)
        }
        line += [0x0D, 0x0A]
        return line
    }

    private static func add(_ cell: String, to line: inout [UInt8]) {
        let text = cell.utf8
        // A spreadsheet would work out a cell that begins like a formula, whoever wrote it.
        let isFormula = text.first.map(formulaStarts.contains) ?? false
        guard isFormula || text.contains(where: quoted.contains) else { return line.append(contentsOf: text) }
        line.append(UInt8(ascii: "\""))
        if isFormula { line.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }

    private static let formulaStarts = Set("=+-@\t\r".utf8)
    private static let quoted = Set("\",\r\n".utf8)
}
