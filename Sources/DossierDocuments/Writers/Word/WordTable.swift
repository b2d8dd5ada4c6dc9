import DossierXML

/// Tables as Word writes them.
struct WordTable {
    /// In twentieths of a point.
    let widths: [Int]
    let borders: Borders
    var indent = 0

    enum Borders {
        /// A rule above and below the whole.
        case ends
        /// A rule under each row.
        case rows
    }

    enum Cell {
        case label(String)
        case lines([Line])
    }

    init(widths: [Int], borders: Borders, indent: Int = 0) {
        self.widths = widths
        self.borders = borders
        self.indent = indent
    }

    /// Columns as wide as what stands in them asks for: by the root of its length, so that a long column does not
    /// squeeze a short one out.
    init(_ table: Table) {
        let weights = table.head.indices.map { column -> Double in
            let lengths = table.rows.map { row in
                row.indices.contains(column) ? row[column].flatMap(\.runs).reduce(0) { $0 + $1.text.count } : 0
            }.filter { $0 > 0 }
            let mean = Double(lengths.reduce(0, +)) / Double(max(lengths.count, 1))
            return max(mean, Double(table.head[column].count * 2), 16).squareRoot()
        }
        let sum = weights.reduce(0, +)
        self.init(widths: weights.map { Int(Double(WordBody.textWidth) * $0 / sum) }, borders: .rows)
    }

    func write(_ table: Table, to text: inout WordText) {
        if let caption = table.caption { text.paragraph(caption, .init("Caption")) }
        let rows = table.rows.map { row in row.map { Cell.lines($0) } }
        write(rows, head: table.head, to: &text)
    }

    func write(_ rows: [[Cell]], head: [String]?, to text: inout WordText) {
        let xml = text.xml
        xml.start("w:tbl")
        Self.properties(width: widths.reduce(0, +), indent: indent, borders: borders, xml)
        Self.grid(widths, xml)
        if let head {
            Self.row(isHead: true, xml) {
                for (width, label) in zip(widths, head) {
                    Self.cell(width, xml) { text.paragraph(label, .init("TableHead")) }
                }
            }
        }
        for row in rows {
            Self.row(isHead: false, xml) {
                for (width, cell) in zip(widths, row) {
                    Self.cell(width, xml) { write(cell, to: &text) }
                }
            }
        }
        xml.end()
        // Two tables in a row would be taken for one.
        text.paragraph("", .init("SmallPrint"))
    }

    private func write(_ cell: Cell, to text: inout WordText) {
        switch cell {
        case .label(let label):
            text.xml.start("w:p")
            text.properties(.init("TableText"))
            text.write([Run(label)])
            text.xml.end()
        case .lines(let lines):
            // A cell without a paragraph is no cell to Word.
            if lines.isEmpty { text.paragraph("", .init("TableText")) }
            for line in lines { text.paragraph(line.runs, .init("TableText")) }
        }
    }

    // MARK: Parts

    static func properties(width: Int, indent: Int, borders: Borders, _ xml: XMLWriter) {
        xml.start("w:tblPr")
        xml.element("w:tblW", [("w:w", "\(width)"), ("w:type", "dxa")])
        if indent > 0 { xml.element("w:tblInd", [("w:w", "\(indent)"), ("w:type", "dxa")]) }
        xml.start("w:tblBorders")
        let strong = [("w:val", "single"), ("w:sz", "8"), ("w:space", "0"), ("w:color", "1A1A1A")]
        let light = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "B8B8B8")]
        xml.element("w:top", strong)
        xml.element("w:bottom", strong)
        if borders == .rows { xml.element("w:insideH", light) }
        xml.end()
        xml.element("w:tblLayout", [("w:type", "fixed")])
        xml.end()
    }

    static func grid(_ widths: [Int], _ xml: XMLWriter) {
        xml.start("w:tblGrid")
        for width in widths { xml.element("w:gridCol", [("w:w", "\(width)")]) }
        xml.end()
    }

    static func row(isHead: Bool, _ xml: XMLWriter, _ cells: () -> Void) {
        xml.start("w:tr")
        xml.start("w:trPr")
        if !isHead { xml.element("w:cantSplit") }
        if isHead { xml.element("w:tblHeader") }
        xml.end()
        cells()
        xml.end()
    }

    static func cell(_ width: Int, span: Int = 1, fill: String? = nil, _ xml: XMLWriter, _ content: () -> Void) {
        xml.start("w:tc")
        xml.start("w:tcPr")
        xml.element("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
        if span > 1 { xml.element("w:gridSpan", [("w:val", "\(span)")]) }
        if let fill { xml.element("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]) }
        xml.end()
        content()
        xml.end()
    }
}
