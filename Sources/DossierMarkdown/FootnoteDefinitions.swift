/// The notes that a file defines, found line by line: the parser drops those that no mark points to, and what a family
/// said must not vanish with them.
struct FootnoteDefinitions {
    private var found: [(label: String, line: Int)] = []

    init(in bytes: [UInt8]) {
        var isFenced = false
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("```") || text.hasPrefix("~~~") { isFenced.toggle() }
            guard !isFenced, line.count - text.count < 4, text.hasPrefix("[^"), let close = text.firstIndex(of: "]"),
                text[text.index(after: close)...].first == ":"
            else { continue }
            let label = text[text.index(text.startIndex, offsetBy: 2)..<close]
            if !label.isEmpty, !label.contains(where: \.isWhitespace) { found.append((String(label), index + 1)) }
        }
    }

    /// Those that are not among the lines of the notes which the parser kept.
    func faults(used: [Int]) -> [MarkdownFault] {
        let used = Set(used)
        return found.enumerated().compactMap { index, definition in
            guard !used.contains(definition.line) else { return nil }
            let isDouble = found[..<index].contains { $0.label.lowercased() == definition.label.lowercased() }
            return MarkdownFault(
                isDouble ? .footnoteTwice : .footnoteUnused, value: definition.label, line: definition.line)
        }
    }
}
