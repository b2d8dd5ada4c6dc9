import DossierXML

/// `numbering.xml`: how Word counts headings, paragraphs and lists.
struct WordNumbering {
    static let headings = 1
    static let paragraphs = 2
    static let bullets = 3
    static let firstList = 4

    let document: Document
    /// Where each list of the text begins to count.
    let lists: [Int]

    private struct Level {
        var format: String
        var text: String
        var left: Int
        var hanging: Int
        var style: String?
    }

    func bytes() throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: false)
        xml.startDocument()
        xml.start("w:numbering", [("xmlns:w", WordText.namespace)])
        abstract(0, headingLevels, xml)
        abstract(1, [Level(format: "decimal", text: "%1.", left: 567, hanging: 567)], xml)
        abstract(
            2,
            (0..<4).map {
                Level(format: "bullet", text: ["•", "–", "•", "–"][$0], left: 964 + 397 * $0, hanging: 397)
            }, xml)
        let listed = ["lowerLetter", "lowerRoman", "decimal", "lowerLetter"]
        abstract(
            3,
            listed.indices.map {
                Level(format: listed[$0], text: "(%\($0 + 1))", left: 1_021 + 454 * $0, hanging: 454)
            },
            xml)
        for (id, abstract) in [(Self.headings, 0), (Self.paragraphs, 1), (Self.bullets, 2)] {
            xml.start("w:num", [("w:numId", "\(id)")])
            xml.element("w:abstractNumId", [("w:val", "\(abstract)")])
            xml.end()
        }
        for (index, start) in lists.enumerated() {
            xml.start("w:num", [("w:numId", "\(Self.firstList + index)")])
            xml.element("w:abstractNumId", [("w:val", "3")])
            for level in 0..<4 {
                xml.start("w:lvlOverride", [("w:ilvl", "\(level)")])
                xml.element("w:startOverride", [("w:val", level == 0 ? "\(start)" : "1")])
                xml.end()
            }
            xml.end()
        }
        xml.end()
        return try xml.finish()
    }

    private var headingLevels: [Level] {
        switch document.numbering {
        case .decimal:
            (1...3).map { level in
                Level(
                    format: "decimal", text: (1...level).map { "%\($0)" }.joined(separator: ".") + ".", left: 567,
                    hanging: 567, style: "Heading\(level)")
            }
        case .outline:
            [("upperRoman", 1), ("upperLetter", 2), ("decimal", 3)].map { format, level in
                Level(format: format, text: "%\(level).", left: 567, hanging: 567, style: "Heading\(level)")
            }
        }
    }

    private func abstract(_ id: Int, _ levels: [Level], _ xml: XMLWriter) {
        xml.start("w:abstractNum", [("w:abstractNumId", "\(id)")])
        xml.element("w:multiLevelType", [("w:val", levels.count == 1 ? "singleLevel" : "multilevel")])
        for (index, level) in levels.enumerated() {
            xml.start("w:lvl", [("w:ilvl", "\(index)")])
            xml.element("w:start", [("w:val", "1")])
            xml.element("w:numFmt", [("w:val", level.format)])
            if let style = level.style { xml.element("w:pStyle", [("w:val", style)]) }
            xml.element("w:lvlText", [("w:val", level.text)])
            xml.element("w:lvlJc", [("w:val", "left")])
            xml.start("w:pPr")
            xml.element("w:ind", [("w:left", "\(level.left)"), ("w:hanging", "\(level.hanging)")])
            xml.end()
            xml.end()
        }
        xml.end()
    }
}
