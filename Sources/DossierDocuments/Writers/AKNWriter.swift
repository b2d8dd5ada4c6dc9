import DossierModel
public import DossierXML

/// Writes a document as Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018), after the UN's profile of it: a `doc` of
/// subtype `communication`.
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
        preface(document, xml)
        xml.start("mainBody")
        for (index, part) in document.sections.enumerated() { section(part, index + 1, document, xml) }
        xml.end()
        conclusions(document, xml)
        xml.end()
        xml.end()
        return try xml.finish()
    }

    private func preface(_ document: Document, _ xml: XMLWriter) {
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
        for fact in document.caption { self.fact(fact, document, xml) }
        xml.end()
        if let overview = document.overview { table(overview, document, xml) }
        xml.end()
    }

    private func table(_ overview: Document.Overview, _ document: Document, _ xml: XMLWriter) {
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
                line(Line(runs), document, xml)
                xml.end()
            }
            xml.end()
        }
        xml.end()
        xml.end()
    }

    private func section(_ section: Section, _ number: Int, _ document: Document, _ xml: XMLWriter) {
        xml.start("section", [("eId", "sec_\(number)")])
        xml.element("num", text: "\(number).")
        xml.element("heading", text: section.heading)
        for paragraph in section.paragraphs {
            xml.start("paragraph", [("eId", "sec_\(number)__para_\(paragraph.number)")])
            xml.element("num", text: "\(paragraph.number).")
            xml.element("heading", text: paragraph.label)
            xml.start("content")
            if paragraph.isConfidential {
                xml.element("p", [("class", "confidential")], text: document.furniture.confidential)
            }
            for block in paragraph.blocks { self.block(block, document, xml) }
            xml.end()
            xml.end()
        }
        xml.end()
    }

    private func block(_ block: Block, _ document: Document, _ xml: XMLWriter) {
        switch block {
        case .line(let line): self.line(line, document, xml)
        case .list(let lines):
            xml.start("ul")
            for line in lines {
                xml.start("li")
                self.line(line, document, xml)
                xml.end()
            }
            xml.end()
        case .records(let records):
            xml.start("ul")
            for record in records {
                xml.start("li")
                for fact in record { self.fact(fact, document, xml) }
                xml.end()
            }
            xml.end()
        }
    }

    private func fact(_ fact: Fact, _ document: Document, _ xml: XMLWriter) {
        for (index, line) in fact.lines.enumerated() {
            xml.start("p")
            if index == 0 {
                xml.element("b", text: fact.label)
                xml.text(": ")
            }
            runs(line.runs, document, xml)
            xml.end()
        }
    }

    private func line(_ line: Line, _ document: Document, _ xml: XMLWriter) {
        switch line.role {
        case .plain: xml.start("p")
        case .lead: xml.start("p", [("class", "lead")])
        case .original: xml.start("p", [("class", "original")])
        }
        runs(line.runs, document, xml)
        xml.end()
    }

    private func runs(_ runs: [Run], _ document: Document, _ xml: XMLWriter) {
        for run in runs {
            switch (run.kind, run.language) {
            case (.note(let number), _): footnote(number, document, xml)
            case (.gap, _): xml.element("span", [("class", "gap")], text: run.text)
            case (.subject, let language):
                let tag = language.map { [("xml:lang", $0.text)] } ?? []
                xml.element("person", [("refersTo", "#\(AKNMetadata.person)")] + tag, text: run.text)
            case (.plain, let language?): xml.element("span", [("xml:lang", language.text)], text: run.text)
            case (.plain, nil): xml.text(run.text)
            }
        }
    }

    /// Akoma Ntoso holds a footnote where its mark stands.
    private func footnote(_ number: Int, _ document: Document, _ xml: XMLWriter) {
        guard document.footnotes.indices.contains(number - 1) else { return }
        xml.start(
            "authorialNote", [("eId", "authorialNote_\(number)"), ("marker", "\(number)"), ("placement", "bottom")])
        line(document.footnotes[number - 1], document, xml)
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
