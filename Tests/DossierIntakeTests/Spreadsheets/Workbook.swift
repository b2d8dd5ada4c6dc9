import DossierTestSupport

/// A workbook with one sheet, put together from the inside of its parts.
enum Workbook {
    static func bytes(
        sheet: String, strings: String? = nil, properties: String = "", target: String = "worksheets/sheet1.xml",
        merges: [String] = [], styles: String? = nil, more: [(String, [UInt8])] = []
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let merged =
            merges.isEmpty ? "" : "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
        var parts = [
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets><sheet r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"s1\" Target=\"\(target)\"/></Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData>\(merged)</worksheet>"
            ),
        ]
        if let styles { parts.append(("xl/styles.xml", styles)) }
        if let strings { parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")) }
        var zip = ZipBuilder()
        for (name, xml) in parts { zip.add(name, Array(xml.utf8)) }
        for (name, content) in more { zip.add(name, content) }
        return zip.bytes
    }

    /// A row of texts in place, in columns A, B, …; nil leaves a cell out.
    static func row(_ number: Int, _ texts: String?...) -> String { row(number, texts) }

    static func row(_ number: Int, _ texts: [String?]) -> String {
        let cells = texts.enumerated().compactMap { index, text in
            text.map { "<c r=\"\(letter(index))\(number)\" t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    private static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }
}
