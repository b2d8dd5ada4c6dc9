import DossierModel
import DossierXML

/// Paragraphs and runs of one part of a Word file, with the links and lists that they need.
///
/// The schema fixes the order of children, so that properties are written in one place each.
struct WordText {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    let xml = XMLWriter(indented: false)
    let language: LanguageTag
    let part: Part
    /// Addresses in the order of their first use.
    private(set) var links: [String] = []
    /// Where each numbered list begins to count.
    private(set) var lists: [Int] = []

    enum Part: Sendable {
        case body, footnotes
    }

    init(language: LanguageTag, part: Part) {
        self.language = language
        self.part = part
    }

    /// How a paragraph looks and whether Word numbers it.
    struct Format {
        var style: String
        /// The numbering and its level.
        var number: (id: Int, level: Int)?
        var keepsWithNext = false
        var breaksPage = false
        /// In twentieths of a point.
        var indent: Int?

        init(_ style: String, number: (id: Int, level: Int)? = nil) {
            self.style = style
            self.number = number
        }
    }

    mutating func paragraph(_ runs: [Run], _ format: Format) {
        xml.start("w:p")
        properties(format)
        write(runs)
        xml.end()
    }

    mutating func paragraph(_ text: String, _ format: Format) { paragraph([Run(text)], format) }

    func properties(_ format: Format) {
        xml.start("w:pPr")
        xml.element("w:pStyle", [("w:val", format.style)])
        if format.keepsWithNext { xml.element("w:keepNext") }
        if format.breaksPage { xml.element("w:pageBreakBefore") }
        if let number = format.number {
            xml.start("w:numPr")
            xml.element("w:ilvl", [("w:val", "\(number.level)")])
            xml.element("w:numId", [("w:val", "\(number.id)")])
            xml.end()
        }
        if let indent = format.indent { xml.element("w:ind", [("w:left", "\(indent)")]) }
        xml.end()
    }

    mutating func write(_ runs: [Run]) {
        for (index, run) in runs.enumerated() {
            // Marks that follow one another would read as one number.
            if case .note = run.kind, index > 0, case .note = runs[index - 1].kind {
                mark(",", style: "FootnoteReference")
            }
            switch run.kind {
            case .note(let number) where part == .body:
                xml.start("w:r")
                properties(of: run, style: "FootnoteReference")
                xml.element("w:footnoteReference", [("w:id", "\(number)")])
                xml.end()
            case .note: text(run, style: nil)
            case .lineBreak:
                xml.start("w:r")
                xml.element("w:br")
                xml.end()
            case .gap: text(run, style: "Gap")
            case .subject: text(with(run, .bold), style: nil)
            case .plain: linked(run)
            }
        }
    }

    /// A mark such as "Confidential" within a line.
    func mark(_ text: String, style: String) { self.text(Run(text), style: style) }

    private func with(_ run: Run, _ emphasis: Run.Emphasis) -> Run {
        var run = run
        run.emphasis.insert(emphasis)
        return run
    }

    private mutating func linked(_ run: Run) {
        guard let link = run.link else { return text(run, style: nil) }
        let index = links.firstIndex(of: link) ?? links.count
        if index == links.count { links.append(link) }
        xml.start("w:hyperlink", [("r:id", "link\(index + 1)")])
        text(run, style: "Hyperlink")
        xml.end()
    }

    private func text(_ run: Run, style: String?) {
        xml.start("w:r")
        properties(of: run, style: style)
        xml.element("w:t", [("xml:space", "preserve")], text: run.text)
        xml.end()
    }

    private func properties(of run: Run, style: String?) {
        let own = run.language.map(WordLanguage.init)
        guard style != nil || !run.emphasis.isEmpty || own != nil else { return }
        xml.start("w:rPr")
        if let style { xml.element("w:rStyle", [("w:val", style)]) }
        if let own, own.isEastAsian { xml.element("w:rFonts", [("w:hint", "eastAsia"), ("w:eastAsia", own.font)]) }
        if run.emphasis.contains(.bold) { for name in ["w:b", "w:bCs"] { xml.element(name) } }
        if run.emphasis.contains(.italic) { for name in ["w:i", "w:iCs"] { xml.element(name) } }
        if let own {
            xml.element("w:lang", own.isEastAsian ? [("w:eastAsia", own.eastAsia)] : [("w:val", own.latin)])
        }
        xml.end()
    }

    /// The numbering of a new list that counts from `start`.
    mutating func newList(from start: Int) -> Int {
        lists.append(start)
        return WordNumbering.firstList + lists.count - 1
    }
}
