import DossierModel
import DossierXML

/// `document.xml`: head, text and page.
struct WordBody {
    let document: Document

    /// A4 with margins of 25 mm, in twentieths of a point.
    static let textWidth = 9_072

    func write(to text: inout WordText) {
        let xml = text.xml
        xml.startDocument()
        xml.start("w:document", [("xmlns:w", WordText.namespace), ("xmlns:r", WordText.relations)])
        xml.start("w:body")
        head(&text)
        overview(&text)
        for section in document.sections { self.section(section, &text) }
        end(&text)
        page(xml)
        xml.end()
        xml.end()
    }

    private func head(_ text: inout WordText) {
        if !document.editionNote.isEmpty { text.paragraph(document.editionNote, .init("Edition")) }
        text.paragraph(document.title, .init("Title"))
        if let draft = document.draft {
            text.paragraph([Run(draft.stamp, emphasis: .bold)], .init("Draft"))
            for line in [draft.note] + draft.missing { text.paragraph(line, .init("Draft")) }
            text.paragraph("", .init("SmallPrint"))
        }
        guard !document.caption.isEmpty else { return }
        WordTable(widths: [2_268, Self.textWidth - 2_268], borders: .ends).write(
            document.caption.map { [.label($0.label), .lines($0.lines)] }, head: nil, to: &text)
    }

    private func overview(_ text: inout WordText) {
        guard let overview = document.overview else { return }
        text.paragraph([Run(overview.heading, emphasis: .bold)], .init("Caption"))
        text.paragraph(overview.note, .init("SmallPrint"))
        WordTable(widths: [5_670, Self.textWidth - 5_670], borders: .rows).write(
            zip(overview.rows, overview.answers).map { [.lines([Line($0)]), .lines([Line($1)])] },
            head: overview.columns,
            to: &text)
    }

    private func section(_ section: Section, _ text: inout WordText) {
        let level = min(max(section.level, 1), 3)
        switch section.place {
        case .body:
            text.paragraph(
                section.heading, .init("Heading\(level)", number: (WordNumbering.headings, level - 1)))
        case .annex:
            var format = WordText.Format(level == 1 ? "AnnexHeading" : "Heading\(level)")
            format.breaksPage = level == 1
            text.paragraph(section.heading, format)
        }
        for paragraph in section.paragraphs { self.paragraph(paragraph, &text) }
    }

    private func paragraph(_ paragraph: Paragraph, _ text: inout WordText) {
        let number = paragraph.number.map { _ in (id: WordNumbering.paragraphs, level: 0) }
        var blocks = WordBlocks(style: "Answer", indent: nil)
        guard let label = paragraph.label else {
            blocks = WordBlocks(style: "NumberedParagraph", indent: number == nil ? nil : 567)
            blocks.number = number
            for block in paragraph.blocks { blocks.write(block, to: &text) }
            return
        }
        text.xml.start("w:p")
        text.properties(.init("ParagraphLabel", number: number))
        text.write([Run(label)])
        if paragraph.isConfidential {
            text.write([Run(" ")])
            text.mark(document.furniture.confidential, style: "Confidential")
        }
        text.xml.end()
        for block in paragraph.blocks { blocks.write(block, to: &text) }
    }

    private func end(_ text: inout WordText) {
        if let signature = document.signature {
            text.paragraph(signature.heading, .init("Caption"))
            text.paragraph(signature.line, .init("SignatureLine"))
            if let date = signature.date { text.paragraph(date, .init("Normal")) }
        }
        for note in document.notes { text.paragraph(note, .init("SmallPrint")) }
    }

    private func page(_ xml: XMLWriter) {
        xml.start("w:sectPr")
        xml.element("w:footerReference", [("w:type", "default"), ("r:id", "footer")])
        xml.element("w:pgSz", [("w:w", "11906"), ("w:h", "16838")])
        xml.element(
            "w:pgMar",
            [
                ("w:top", "1417"), ("w:right", "1417"), ("w:bottom", "1417"), ("w:left", "1417"), ("w:header", "709"),
                ("w:footer", "709"), ("w:gutter", "0"),
            ])
        xml.end()
    }
}
