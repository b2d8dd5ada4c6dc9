/// The rows of a CSV file after RFC 4180, strictly: what is ragged or does not end is refused and not guessed at.
struct CSVRows {
    /// Why a file is no CSV.
    struct Malformed: Error {
        enum Rule {
            case notUTF8, ragged(expected: Int, found: Int), openQuote
            /// A quotation mark within a cell that is not quoted, or letters after the one that closes it.
            case strayQuote
        }

        var rule: Rule
        /// Of the row, from 1, the head being the first.
        var row: Int
    }

    /// The most bytes of a cell. One that is longer in quotation marks is taken for one that does not end.
    static let cellLimit = 1 << 20

    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private var index: Int
    /// Of the row that was handed out last.
    private(set) var row = 0
    private var columns: Int?

    /// Cells are parted by the sign that the head has most of: comma, semicolon or tab.
    ///
    /// Lines before the head, of which there are `skipping`, are titles and not looked at.
    init(_ bytes: [UInt8], skipping: Int = 0) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        index = self.bytes.startIndex
        while row < skipping, let end = self.bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            index = end + 1
            row += 1
        }
        let head = self.bytes[index...].prefix { $0 != UInt8(ascii: "\n") }
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        separator =
            signs.max { one, other in
                head.count { $0 == one } < head.count { $0 == other }
            } ?? UInt8(ascii: ",")
    }

    /// The cells of the next row; nil after the last. Empty lines are counted and passed over.
    mutating func next() throws(Malformed) -> [String]? {
        while index < bytes.endIndex {
            row += 1
            let cells = try cells()
            if cells == [""] { continue }
            let expected = columns ?? cells.count
            columns = expected
            guard cells.count == expected else { throw fault(.ragged(expected: expected, found: cells.count)) }
            return cells
        }
        return nil
    }

    private func fault(_ rule: Malformed.Rule) -> Malformed { Malformed(rule: rule, row: row) }

    private mutating func cells() throws(Malformed) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard index < bytes.endIndex else { return cells }
            let sign = bytes[index]
            index += 1
            guard sign == separator else { return cells }
            // The file ends with a separator: one more cell, which is empty.
            if index == bytes.endIndex { return cells + [""] }
        }
    }

    /// The cell that begins here. What stands at `index` afterwards is a separator, the end of the line or of the file.
    private mutating func cell() throws(Malformed) -> String {
        var cell: [UInt8] = []
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
            try quoted(into: &cell)
        } else {
            while index < bytes.endIndex, !isAtEndOfCell {
                guard bytes[index] != UInt8(ascii: "\"") else { throw fault(.strayQuote) }
                cell.append(bytes[index])
                index += 1
            }
        }
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        guard let text = String(validating: cell, as: UTF8.self) else { throw fault(.notUTF8) }
        return text
    }

    private mutating func quoted(into cell: inout [UInt8]) throws(Malformed) {
        index += 1
        while index < bytes.endIndex, cell.count <= Self.cellLimit {
            let byte = bytes[index]
            index += 1
            if byte != UInt8(ascii: "\"") {
                cell.append(byte)
            } else if index < bytes.endIndex, bytes[index] == byte {
                cell.append(byte)
                index += 1
            } else if index == bytes.endIndex || isAtEndOfCell {
                return
            } else {
                throw fault(.strayQuote)
            }
        }
        throw fault(.openQuote)
    }

    private var isAtEndOfCell: Bool {
        let byte = bytes[index]
        if byte == separator || byte == UInt8(ascii: "\n") { return true }
        let next = index + 1
        return byte == UInt8(ascii: "\r") && (next == bytes.endIndex || bytes[next] == UInt8(ascii: "\n"))
    }
}
