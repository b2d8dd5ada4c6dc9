/// The rows of a CSV file after RFC 4180, strictly: what is ragged or does not end is refused and not guessed at.
struct CSVRows {
    /// Why a file is no CSV.
    struct Malformed: Error {
        enum Rule {
            case notUTF8, ragged(expected: Int, found: Int), openQuote
        }

        var rule: Rule
        /// Of the row, from 1, the head being the first.
        var row: Int
    }

    private(set) var rows: [[String]] = []

    /// Cells are parted by the sign that the head has most of: comma, semicolon or tab.
    init(_ bytes: [UInt8]) throws(Malformed) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed(rule: .notUTF8, row: 0) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let head = text.prefix { $0 != UInt8(ascii: "\n") }
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let separator =
            signs.max { one, other in
                head.count { $0 == one } < head.count { $0 == other }
            } ?? UInt8(ascii: ",")
        try read(text, separator)
        for (index, row) in rows.enumerated() where row.count != rows[0].count {
            throw Malformed(rule: .ragged(expected: rows[0].count, found: row.count), row: index + 1)
        }
    }

    private mutating func read(_ text: ArraySlice<UInt8>, _ separator: UInt8) throws(Malformed) {
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var index = text.startIndex
        let endCell = {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            if isQuoted {
                guard byte == UInt8(ascii: "\"") else {
                    cell.append(byte)
                    continue
                }
                if index < text.endIndex, text[index] == byte {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
            case separator: endCell()
            case UInt8(ascii: "\r") where index < text.endIndex && text[index] == UInt8(ascii: "\n"): continue
            case UInt8(ascii: "\n"):
                endCell()
                // An empty line at the end is no row.
                if row != [""] { rows.append(row) }
                row = []
            default: cell.append(byte)
            }
        }
        if isQuoted { throw Malformed(rule: .openQuote, row: rows.count + 1) }
        if !cell.isEmpty || !row.isEmpty || wasQuoted {
            endCell()
            rows.append(row)
        }
    }
}
