/// The lines of a table that is sorted by its bytes: a line is found by its first column without reading the others, so that a table
/// of a megabyte costs nothing to those who do not ask it.
struct SortedLines: Sendable {
    private let bytes: [UInt8]
    /// Where each line that is no comment begins.
    private let starts: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var starts: [Int] = []
        var isStart = true
        for (index, byte) in bytes.enumerated() {
            if isStart, byte != UInt8(ascii: "#"), byte != UInt8(ascii: "\n") { starts.append(index) }
            isStart = byte == UInt8(ascii: "\n")
        }
        self.starts = starts
    }

    /// The columns after the first of the line that begins with `key`.
    func columns(of key: String) -> [Substring]? {
        let wanted = Array(key.utf8)
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if first(starts[middle]).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        guard low < starts.count, first(starts[low]).elementsEqual(wanted) else { return nil }
        let line = bytes[starts[low]...].prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
            .dropFirst().map(\.self)
    }

    private func first(_ start: Int) -> ArraySlice<UInt8> { bytes[start...].prefix { $0 != UInt8(ascii: "\t") } }

    /// The lines whose first column does not come after the one before, or that have not so many columns: their numbers among the lines
    /// that are no comment.
    func faults(columns: Int) -> [Int] {
        starts.indices.filter { index in
            let line = bytes[starts[index]...].prefix { $0 != UInt8(ascii: "\n") }
            let isSorted = index == 0 || first(starts[index - 1]).lexicographicallyPrecedes(first(starts[index]))
            return !isSorted || line.count { $0 == UInt8(ascii: "\t") } != columns - 1
        }
    }
}
