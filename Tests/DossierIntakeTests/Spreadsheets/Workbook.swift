import DossierTestSupport

/// A workbook with one sheet, put together from the inside of its parts.
enum Workbook {
    /// `sheet` holds the rows, `after` what stands after them, such as merged areas; of the sheets with `names` the first is the one that
    /// is there.
    static func bytes(
        sheet: String, strings: String? = nil, properties: String = "", target: String = "worksheets/sheet1.xml",
        more: [(String, [UInt8])] = [], after: String = "", styles: String? = nil, names: [String] = []
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let sheets =
            names.isEmpty
            ? "<sheet r:id=\"s1\"/>"
            : names.enumerated().map { "<sheet name=\"\($1)\" r:id=\"s\($0 + 1)\"/>" }.joined()
        let relations = names.indices.dropFirst().map {
            "<Relationship Id=\"s\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        var parts = [
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(sheets)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"s1\" Target=\"\(target)\"/>\(relations.joined())</Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData>\(after)</worksheet>"
            ),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")) }
        if let styles { parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")) }
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

    /// A row of one number in column A, in a style.
    static func number(_ number: Int, _ value: String, style: Int) -> String {
        "<row r=\"\(number)\"><c r=\"A\(number)\" s=\"\(style)\"><v>\(value)</v></c></row>"
    }

    /// Styles whose numbers are shown by these formats; those that are no number of a built-in one are codes.
    static func styles(_ formats: [String]) -> String {
        let codes = formats.enumerated().filter { Int($1) == nil || $1.hasPrefix("0") }.map {
            "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1.replacing("\"", with: "&quot;"))\"/>"
        }
        let cells = formats.enumerated().map { index, format in
            "<xf numFmtId=\"\(Int(format) == nil || format.hasPrefix("0") ? String(200 + index) : format)\"/>"
        }
        return "<numFmts>\(codes.joined())</numFmts><cellXfs>\(cells.joined())</cellXfs>"
    }

    private static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }
}
