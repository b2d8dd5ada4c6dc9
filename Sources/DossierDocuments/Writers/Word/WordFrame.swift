import DossierModel
import DossierXML

/// The parts of a Word file around its text.
struct WordFrame {
    let document: Document

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private func part(_ write: (XMLWriter) -> Void) throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: false)
        xml.startDocument()
        write(xml)
        return try xml.finish()
    }

    func contentTypes() throws(XMLWriterError) -> [UInt8] {
        try part { xml in
            xml.start("Types", [("xmlns", "\(Self.package)/content-types")])
            for (ending, type) in [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
            ] {
                xml.element("Default", [("Extension", ending), ("ContentType", type)])
            }
            for (name, type) in [
                ("/word/document.xml", "\(Self.word).document.main+xml"),
                ("/word/styles.xml", "\(Self.word).styles+xml"), ("/word/numbering.xml", "\(Self.word).numbering+xml"),
                ("/word/footnotes.xml", "\(Self.word).footnotes+xml"), ("/word/footer1.xml", "\(Self.word).footer+xml"),
                ("/word/settings.xml", "\(Self.word).settings+xml"),
                ("/word/fontTable.xml", "\(Self.word).fontTable+xml"),
                ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ] {
                xml.element("Override", [("PartName", name), ("ContentType", type)])
            }
            xml.end()
        }
    }

    func packageRelations() throws(XMLWriterError) -> [UInt8] {
        try part { xml in
            relations(
                [
                    ("doc", "\(Self.office)/officeDocument", "word/document.xml"),
                    ("core", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"),
                ], links: [], xml)
        }
    }

    func relations(of part: WordText.Part, links: [String]) throws(XMLWriterError) -> [UInt8] {
        let parts = [
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"),
            ("footer", "footer1.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
            ("theme", "theme/theme1.xml"),
        ]
        return try self.part { xml in
            relations(
                part == .body ? parts.map { ($0.0, "\(Self.office)/\($0.0)", $0.1) } : [], links: links, xml)
        }
    }

    private func relations(_ targets: [(String, String, String)], links: [String], _ xml: XMLWriter) {
        xml.start("Relationships", [("xmlns", "\(Self.package)/relationships")])
        for (id, type, target) in targets {
            xml.element("Relationship", [("Id", id), ("Type", type), ("Target", target)])
        }
        for (index, link) in links.enumerated() {
            xml.element(
                "Relationship",
                [
                    ("Id", "link\(index + 1)"), ("Type", "\(Self.office)/hyperlink"), ("Target", link),
                    ("TargetMode", "External"),
                ])
        }
        xml.end()
    }

    /// Title and language alone: whoever wrote the document, and when, is nobody's business.
    func coreProperties() throws(XMLWriterError) -> [UInt8] {
        try part { xml in
            xml.start(
                "cp:coreProperties",
                [
                    ("xmlns:cp", "\(Self.package)/metadata/core-properties"),
                    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
                ])
            xml.element("dc:title", text: document.metaTitle)
            xml.element(
                "dc:language",
                text: WordLanguage(document.language).isEastAsian
                    ? WordLanguage(document.language).eastAsia : WordLanguage(document.language).latin)
            xml.end()
        }
    }

    func footer() throws(XMLWriterError) -> [UInt8] {
        try part { xml in
            xml.start("w:ftr", [("xmlns:w", WordText.namespace)])
            xml.start("w:p")
            xml.start("w:pPr")
            xml.element("w:pStyle", [("w:val", "Footer")])
            xml.end()
            run(document.furniture.footer, xml)
            xml.start("w:r")
            xml.element("w:tab")
            xml.end()
            field("PAGE", xml)
            run(" / ", xml)
            field("NUMPAGES", xml)
            xml.end()
            xml.end()
        }
    }

    private func run(_ text: String, _ xml: XMLWriter) {
        xml.start("w:r")
        xml.element("w:t", [("xml:space", "preserve")], text: text)
        xml.end()
    }

    private func field(_ name: String, _ xml: XMLWriter) {
        for type in ["begin", "", "separate", "1", "end"] {
            xml.start("w:r")
            switch type {
            case "": xml.element("w:instrText", [("xml:space", "preserve")], text: " \(name) ")
            case "1": xml.element("w:t", text: "1")
            default: xml.element("w:fldChar", [("w:fldCharType", type)])
            }
            xml.end()
        }
    }

    func settings() throws(XMLWriterError) -> [UInt8] {
        try part { xml in
            xml.start("w:settings", [("xmlns:w", WordText.namespace)])
            xml.element("w:zoom", [("w:percent", "100")])
            xml.element("w:removePersonalInformation")
            xml.element("w:removeDateAndTime")
            xml.element("w:defaultTabStop", [("w:val", "567")])
            xml.element("w:characterSpacingControl", [("w:val", "doNotCompress")])
            xml.start("w:footnotePr")
            for id in ["-1", "0"] { xml.element("w:footnote", [("w:id", id)]) }
            xml.end()
            xml.start("w:compat")
            xml.element(
                "w:compatSetting",
                [
                    ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ])
            xml.end()
            let language = WordLanguage(document.language)
            xml.element("w:themeFontLang", [("w:val", language.latin), ("w:eastAsia", language.eastAsia)])
            xml.end()
        }
    }
}
