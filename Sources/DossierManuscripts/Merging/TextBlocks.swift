/// A text cut at its blank lines into the blocks that people change: paragraphs, list items with what belongs to them,
/// tables, notes. A block within fences, and the indented rest of a note, stay whole.
struct TextBlocks {
    struct Block: Sendable, Hashable {
        var text: String
        /// 1 for the first line of the text.
        var line: Int

        /// What two writings of one block have in common, however their lines are broken.
        var key: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    private(set) var all: [Block] = []

    init(_ text: String) {
        var lines: [Substring] = []
        var start = 1
        var fence: Substring?
        let whole = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in whole.enumerated() {
            let bare = line.drop { $0 == " " }
            if let open = fence {
                if bare.hasPrefix(open) { fence = nil }
            } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                fence = bare.prefix(3)
            } else if bare.allSatisfy(\.isWhitespace) {
                close(&lines, start)
                continue
            } else if lines.isEmpty, line.hasPrefix("    "), let last = all.indices.last, all[last].text.hasPrefix("[^")
            {
                // The second paragraph of a note.
                all[last].text += "\n\n\(Self.trimmedEnd(line))"
                continue
            }
            if lines.isEmpty { start = index + 1 }
            lines.append(line)
        }
        close(&lines, start)
    }

    private mutating func close(_ lines: inout [Substring], _ start: Int) {
        guard !lines.isEmpty else { return }
        all.append(Block(text: lines.map(Self.trimmedEnd).joined(separator: "\n"), line: start))
        lines = []
    }

    private static func trimmedEnd(_ line: Substring) -> String {
        // Two spaces at the end of a line are a line break in Markdown.
        line.hasSuffix("  ") ? String(line) : String(line.reversed().drop { $0 == "\t" || $0 == " " }.reversed())
    }
}
