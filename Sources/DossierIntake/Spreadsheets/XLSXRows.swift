import DossierArchives
import DossierXML

/// The rows of the first sheet of an Excel workbook (ECMA-376, part 1, §18): the values that the cells show when they
/// were saved. Formulas are not computed, links not followed, macros not looked at.
struct XLSXRows {
    /// Rows as they stand, cells that are left out being empty.
    private(set) var rows: [[String]] = []
    /// Whether days are counted from 1904 instead of 1900.
    private(set) var countsFrom1904 = false

    /// The most bytes of one part, unpacked. An export of all States is larger, and comes as JSON.
    static let partLimit = 48 << 20
    private static let columnLimit = 512

    enum Failure: Error {
        case damaged, tooLarge
    }

    init(_ bytes: [UInt8]) throws(Failure) {
        let limits = ArchiveLimits(entries: 2_000, entrySize: Self.partLimit, totalSize: 2 * Self.partLimit)
        let files: [String: [UInt8]]
        do {
            files = try ZipReader.files(in: bytes, limits: limits) { name in
                ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"].contains(name)
                    || name.hasPrefix("xl/worksheets/")
            }
        } catch {
            throw [.entryTooLarge, .tooLarge, .tooManyEntries].contains(error.reason) ? .tooLarge : .damaged
        }
        let workbook = try Self.root(files["xl/workbook.xml"])
        countsFrom1904 = ["1", "true"].contains(workbook.first("workbookPr")?.attribute("date1904") ?? "")
        let strings =
            files["xl/sharedStrings.xml"] == nil
            ? [] : try Self.root(files["xl/sharedStrings.xml"]).elements.map(Self.shown)
        let sheet = try Self.root(files[try Self.sheetPath(workbook, files)])
        for row in sheet.first("sheetData")?.elements ?? [] {
            rows.append(Self.cells(of: row, strings))
        }
    }

    private static func root(_ bytes: [UInt8]?) throws(Failure) -> XMLElement {
        guard let bytes else { throw .damaged }
        do {
            return try SafeXMLParser.parse(bytes, limits: XMLLimits(bytes: partLimit))
        } catch {
            throw .damaged
        }
    }

    private static func sheetPath(_ workbook: XMLElement, _ files: [String: [UInt8]]) throws(Failure) -> String {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let id = workbook.first("sheet")?.attribute("id", namespaceURI: office)
        let relations = try root(files["xl/_rels/workbook.xml.rels"])
        let target = relations.elements.first { $0.attribute("Id") == id }?.attribute("Target")
        guard let target, !target.contains("..") else { throw .damaged }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        guard files[path] != nil else { throw .damaged }
        return path
    }

    private static func cells(of row: XMLElement, _ strings: [String]) -> [String] {
        var cells: [String] = []
        for cell in row.elements where cell.name == "c" {
            let column = cell.attribute("r").flatMap(column) ?? cells.count
            guard column < columnLimit else { continue }
            while cells.count < column { cells.append("") }
            cells.append(value(of: cell, strings))
        }
        return cells
    }

    /// `C5` is in column 2.
    private static func column(_ reference: String) -> Int? {
        var number = 0
        for letter in reference.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
            number = number * 26 + Int(letter - UInt8(ascii: "A")) + 1
            if number > columnLimit * 4 { return nil }
        }
        return number == 0 ? nil : number - 1
    }

    private static func value(of cell: XMLElement, _ strings: [String]) -> String {
        switch cell.attribute("t") {
        case "s":
            let index = cell.first("v").flatMap { Int($0.text) } ?? -1
            return strings.indices.contains(index) ? strings[index] : ""
        case "inlineStr": return cell.first("is").map(shown) ?? ""
        default: return cell.first("v")?.text ?? ""
        }
    }

    /// The text of a string without the readings that stand over Japanese and Korean words.
    private static func shown(_ element: XMLElement) -> String {
        element.elements.map { part in
            switch part.name {
            case "t": part.text
            case "r": part.first("t")?.text ?? ""
            default: ""
            }
        }.joined()
    }
}
