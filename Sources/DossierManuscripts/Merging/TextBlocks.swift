/// A text cut at its blank lines into the blocks that people change: paragraphs, list items with what belongs to them,
/// tables, notes. A block within fences, and the indented rest of a note, stay whole.
struct TextBlocks {
    struct Block: Sendable, Hashable {
        var text: String
        /// 1 for the first line of the text.
        var line: Int

        /// What two writings of one block have in common, however the lines of a paragraph are broken. In lists, quotations
        /// and tables, lines and the spaces before them say what belongs to what.
        var key: String {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let words = { (line: Substring) in line.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            guard lines.contains(where: Self.hasForm) else { return words(text[...]) }
            return lines.map { String($0.prefix { $0 == " " || $0 == "\t" }) + words($0) }.joined(separator: "\n")
        }

        private static func hasForm(_ line: Substring) -> Bool {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            guard let first = bare.first else { return false }
            if "|>#`~".contains(first) { return true }
            let marker = bare.prefix { !$0.isWhitespace }
            guard marker.count < bare.count else { return false }
            return ["-", "*", "+"].contains(String(marker))
                || marker.dropLast().allSatisfy(\.isNumber) && marker.count > 1
                    && (marker.hasSuffix(".") || marker.hasSuffix(")"))
        }
    }

    private(set) var all: [Block] = []

    init(_ text: String) {
        var lines: [Substring] = []
        var start = 1
        var fence: Substring?
        var isRestOfNote = false
        let whole = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in whole.enumerated() {
            let bare = line.drop { $0 == " " }
            if let open = fence {
                if bare.hasPrefix(open) { fence = nil }
            } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                fence = bare.prefix(3)
            } else if bare.allSatisfy(\.isWhitespace) {
                close(&lines, start, joining: isRestOfNote)
                isRestOfNote = false
                continue
            } else if lines.isEmpty, line.hasPrefix("    "), let last = all.indices.last, all[last].text.hasPrefix("[^")
            {
                // The second paragraph of a note, of however many lines.
                isRestOfNote = true
            }
            if lines.isEmpty { start = index + 1 }
            lines.append(line)
        }
        close(&lines, start, joining: isRestOfNote)
    }

    private mutating func close(_ lines: inout [Substring], _ start: Int, joining isRest: Bool) {
        guard !lines.isEmpty else { return }
        let text = lines.map(Self.trimmedEnd).joined(separator: "\n")
        if isRest, let last = all.indices.last {
            all[last].text += "\n\n\(text)"
        } else {
            all.append(Block(text: text, line: start))
        }
        lines = []
    }

    private static func trimmedEnd(_ line: Substring) -> String {
        // Two spaces at the end of a line are a line break in Markdown.
        line.hasSuffix("  ") ? String(line) : String(line.reversed().drop { $0 == "\t" || $0 == " " }.reversed())
    }
}
