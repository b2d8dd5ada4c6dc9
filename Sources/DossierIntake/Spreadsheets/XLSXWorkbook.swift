import DossierXML

/// What a workbook says of its sheets.
struct XLSXWorkbook {
    let countsFrom1904: Bool
    let sheetPath: String
    /// The names of the sheets that are not read.
    let otherSheets: [String]

    /// The sheet of a name, else the first.
    init(_ files: [String: [UInt8]], sheet name: String? = nil) throws(XLSXRows.Failure) {
        let workbook = try Self.root(files["xl/workbook.xml"])
        countsFrom1904 = ["1", "true"].contains(workbook.first("workbookPr")?.attribute("date1904") ?? "")
        let sheets = workbook.first("sheets")?.elements.filter { $0.name == "sheet" } ?? []
        let names = sheets.map { $0.attribute("name") ?? "" }
        let chosen = name.map { wanted in sheets.first { $0.attribute("name") == wanted } } ?? sheets.first
        if name != nil, chosen == nil { throw .noSheet(names) }
        otherSheets = names.filter { $0 != chosen?.attribute("name") }
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let id = chosen?.attribute("id", namespaceURI: office)
        let relations = try Self.root(files["xl/_rels/workbook.xml.rels"])
        let target = relations.elements.first { $0.attribute("Id") == id }?.attribute("Target")
        // A path that leads out of the archive is found nowhere in it.
        guard let target else { throw .damaged }
        sheetPath = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }

    static func root(_ bytes: [UInt8]?) throws(XLSXRows.Failure) -> XMLElement {
        guard let bytes else { throw .damaged }
        do {
            return try SafeXMLParser.parse(bytes)
        } catch {
            throw .damaged
        }
    }
}
