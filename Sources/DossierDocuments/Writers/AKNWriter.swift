import DossierModel
public import DossierXML

/// Writes a document as Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018), after the UN's profile of it: a `doc` of
/// subtype `communication` or `paper`.
public struct AKNWriter: Sendable {
    static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

    public init() {}

    /// - Throws: ``XMLWriterError`` when libxml2 refuses a step.
    public func bytes(_ document: Document) throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: false)
        xml.startDocument()
        xml.start("akomaNtoso", [("xmlns", Self.namespace)])
        xml.start("doc", [("name", document.identity.name), ("contains", "originalVersion")])
        AKNMetadata(document: document).write(to: xml)
        let blocks = AKNBlocks(footnotes: document.footnotes)
        preface(document, blocks, xml)
        xml.start("mainBody")
        for part in AKNPart.parts(of: document) { section(part, document, blocks, xml) }
        xml.end()
        conclusions(document, xml)
        xml.end()
        xml.end()
        return try xml.finish()
    }

    private func preface(_ document: Document, _ blocks: AKNBlocks, _ xml: XMLWriter) {
        xml.start("preface")
        xml.element("p", [("class", "edition")], text: document.editionNote)
        xml.start("p", [("class", "title")])
        xml.element("docTitle", text: document.title)
        xml.end()
        if let draft = document.draft {
            xml.start("p", [("class", "draft")])
            xml.element("docStatus", text: draft.stamp)
            xml.text(" \(draft.note)")
            xml.end()
            for missing in draft.missing { xml.element("p", [("class", "draft")], text: missing) }
        }
        xml.start("container", [("name", "caption")])
        for fact in document.caption { blocks.fact(fact, xml) }
        xml.end()
        if let overview = document.overview { table(overview, blocks, xml) }
        xml.end()
    }

    private func table(_ overview: Document.Overview, _ blocks: AKNBlocks, _ xml: XMLWriter) {
        xml.start("container", [("name", "overview")])
        xml.element("p", [("class", "heading")], text: overview.heading)
        xml.start("table")
        xml.element("caption", text: overview.note)
        xml.start("tr")
        for column in overview.columns {
            xml.start("th")
            xml.element("p", text: column)
            xml.end()
        }
        xml.end()
        for (label, answer) in zip(overview.rows, overview.answers) {
            xml.start("tr")
            for runs in [label, answer] {
                xml.start("td")
                blocks.line(Line(runs), xml)
                xml.end()
            }
            xml.end()
        }
        xml.end()
        xml.end()
    }

    private func section(_ part: AKNPart, _ document: Document, _ blocks: AKNBlocks, _ xml: XMLWriter) {
        xml.start(part.element, [("eId", part.id)])
        if let number = part.number { xml.element("num", text: number) }
        xml.element("heading", text: part.section.heading)
        var between = 0
        for paragraph in part.section.paragraphs {
            if paragraph.number == nil { between += 1 }
            let number = paragraph.number.map(String.init) ?? "x\(between)"
            xml.start("paragraph", [("eId", "\(part.id)__para_\(number)")])
            if let number = paragraph.number { xml.element("num", text: "\(number).") }
            if let label = paragraph.label { xml.element("heading", text: label) }
            xml.start("content")
            if paragraph.isConfidential {
                xml.element("p", [("class", "confidential")], text: document.furniture.confidential)
            }
            for block in paragraph.blocks { blocks.write(block, xml) }
            xml.end()
            xml.end()
        }
        for inner in part.parts { section(inner, document, blocks, xml) }
        // The schema wants something in every part.
        if part.section.paragraphs.isEmpty, part.parts.isEmpty {
            xml.start("content")
            xml.element("p")
            xml.end()
        }
        xml.end()
    }

    private func conclusions(_ document: Document, _ xml: XMLWriter) {
        xml.start("conclusions")
        if let signature = document.signature {
            xml.start("p")
            xml.element("signature", [("refersTo", "#\(AKNMetadata.source)")], text: signature.line)
            xml.end()
            if let date = signature.date { xml.element("p", text: date) }
        }
        for note in document.notes + [document.furniture.footer] { xml.element("p", [("class", "note")], text: note) }
        xml.end()
    }
}
