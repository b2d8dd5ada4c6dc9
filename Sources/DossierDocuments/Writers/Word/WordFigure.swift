import DossierXML

/// Numbers as a table whose cells are bars: it prints, it can be read aloud, and Word can edit it.
enum WordFigure {
    private static let steps = 40
    private static let labelWidth = 2_268
    private static let numberWidth = 1_134
    private static let colour = "1F4E79"

    static func write(_ figure: Figure, to text: inout WordText) {
        text.paragraph(figure.title, .init("Caption"))
        // What stands over a chart stays with it, and its bars with one another as far as a page reaches.
        var above = WordText.Format("SmallPrint")
        above.keepsWithNext = true
        text.paragraph(figure.description, above)
        let xml = text.xml
        let step = (WordBody.textWidth - labelWidth - numberWidth) / steps
        let most = max(figure.rows.map(\.number).max() ?? 0, 1)
        xml.start("w:tbl")
        WordTable.properties(
            width: labelWidth + numberWidth + step * steps, indent: 0, borders: .rows, xml)
        WordTable.grid([labelWidth, numberWidth] + [Int](repeating: step, count: steps), xml)
        WordTable.row(isHead: true, xml) {
            for (width, label, style) in [
                (labelWidth, figure.head.first ?? "", "TableHead"),
                (numberWidth, figure.head.dropFirst().first ?? "", "TableHead"),
            ] {
                WordTable.cell(width, xml) { text.paragraph(label, .init(style)) }
            }
            WordTable.cell(step * steps, span: steps, xml) { text.paragraph("", .init("TableHead")) }
        }
        var label = WordText.Format("TableText")
        label.keepsWithNext = true
        for row in figure.rows {
            // A number that is not nought has a bar, however short.
            let length = row.number == 0 ? 0 : max(1, row.number * steps / most)
            WordTable.row(isHead: false, xml) {
                WordTable.cell(labelWidth, xml) { text.paragraph(row.label, label) }
                WordTable.cell(numberWidth, xml) { text.paragraph("\(row.number)", .init("TableNumber")) }
                if length > 0 {
                    WordTable.cell(step * length, span: length, fill: colour, xml) {
                        text.paragraph("", .init("TableText"))
                    }
                }
                if length < steps {
                    WordTable.cell(step * (steps - length), span: steps - length, xml) {
                        text.paragraph("", .init("TableText"))
                    }
                }
            }
        }
        xml.end()
        for note in figure.notes { text.paragraph(note, .init("SmallPrint")) }
    }
}
