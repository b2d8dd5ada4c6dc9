import DossierXML

/// `footnotes.xml`: the two separators that Word wants, then the notes by their numbers.
enum WordFootnotes {
    static func write(_ notes: [Line], to text: inout WordText) {
        let xml = text.xml
        xml.startDocument()
        xml.start("w:footnotes", [("xmlns:w", WordText.namespace), ("xmlns:r", WordText.relations)])
        for (id, type, mark) in [
            ("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator"),
        ] {
            xml.start("w:footnote", [("w:type", type), ("w:id", id)])
            xml.start("w:p")
            text.properties(.init("FootnoteText"))
            xml.start("w:r")
            xml.element(mark)
            xml.end()
            xml.end()
            xml.end()
        }
        for (index, line) in notes.enumerated() {
            xml.start("w:footnote", [("w:id", "\(index + 1)")])
            xml.start("w:p")
            text.properties(.init("FootnoteText"))
            xml.start("w:r")
            xml.start("w:rPr")
            xml.element("w:rStyle", [("w:val", "FootnoteReference")])
            xml.end()
            xml.element("w:footnoteRef")
            xml.end()
            text.write([Run(" ")] + line.runs)
            xml.end()
            xml.end()
        }
        xml.end()
    }
}
