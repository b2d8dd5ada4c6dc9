/// What paragraphs are made of, as Word writes it.
struct WordBlocks {
    /// Of plain lines.
    let style: String
    /// Of lines that follow the numbered one, in twentieths of a point.
    let indent: Int?
    /// The numbering that the first line bears; used up by it.
    var number: (id: Int, level: Int)?

    init(style: String, indent: Int?) {
        self.style = style
        self.indent = indent
    }

    mutating func write(_ block: Block, to text: inout WordText) {
        switch block {
        case .line(let line): self.line(line, to: &text)
        case .list(let lines): outline(nil, lines.map { [.line($0)] }, level: 0, to: &text)
        case .records(let records):
            for record in records {
                WordTable(widths: [2_268, WordBody.textWidth - 2_268 - 567], borders: .ends, indent: 567).write(
                    record.map { [.label($0.label), .lines($0.lines)] }, head: nil, to: &text)
            }
        case .outline(let start, let items): outline(start, items, level: 0, to: &text)
        case .quote(let blocks): for block in blocks { quoted(block, to: &text) }
        case .table(let table): WordTable(table).write(table, to: &text)
        case .figure(let figure): WordFigure.write(figure, to: &text)
        }
    }

    private mutating func line(_ line: Line, to text: inout WordText) {
        let names: [Line.Role: String] = [.lead: "Lead", .original: "Original"]
        var format = WordText.Format(names[line.role] ?? style, number: number)
        if number == nil, line.role == .plain { format.indent = indent }
        number = nil
        text.paragraph(line.runs, format)
    }

    private func outline(_ start: Int?, _ items: [[Block]], level: Int, to text: inout WordText) {
        // A list within a list counts in the numbering of its own.
        let id = start.map { text.newList(from: $0) } ?? WordNumbering.bullets
        for item in items {
            var isFirst = true
            for block in item {
                switch block {
                case .line(let line):
                    var format = WordText.Format("ListParagraph", number: isFirst ? (id, min(level, 3)) : nil)
                    if !isFirst { format.indent = 964 + 397 * level }
                    text.paragraph(line.runs, format)
                    isFirst = false
                case .outline(let start, let inner): outline(start, inner, level: level + 1, to: &text)
                default:
                    var inner = WordBlocks(style: "ListParagraph", indent: 964 + 397 * level)
                    inner.write(block, to: &text)
                }
            }
        }
    }

    private mutating func quoted(_ block: Block, to text: inout WordText) {
        if case .line(let line) = block { return text.paragraph(line.runs, .init("Quote")) }
        write(block, to: &text)
    }
}
