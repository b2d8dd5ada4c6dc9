import DossierArchives
import DossierXML

/// The rows of the first sheet of an Excel workbook (ECMA-376, part 1, §18): the values that the cells show when they
/// were saved. Formulas are not computed, links not followed, macros not looked at.
///
/// Rows are read one at a time: a few kilobytes unfold into millions of cells, whose tree would take gigabytes.
struct XLSXRows {
    enum Failure: Error {
        case damaged, tooLarge
    }

    /// The most bytes of one part, unpacked. An export of all States is larger, and comes as JSON.
    static let partLimit = 48 << 20
    private static let columnLimit = 512
    /// Excel's own limit.
    private static let rowLimit = 1 << 20

    /// Whether days are counted from 1904 instead of 1900.
    let countsFrom1904: Bool
    /// The number that the row handed out last bears in the sheet.
    private(set) var row = 0
    private let strings: [String]
    private let sheet: XMLStream

    init(_ bytes: [UInt8], partLimit: Int = Self.partLimit) throws(Failure) {
        let limits = ArchiveLimits(entries: 2_000, entrySize: partLimit, totalSize: 2 * partLimit)
        let files: [String: [UInt8]]
        do {
            files = try ZipReader.files(in: bytes, limits: limits) { name in
                ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"].contains(name)
                    || name.hasPrefix("xl/worksheets/")
            }
        } catch {
            throw [.entryTooLarge, .tooLarge, .tooManyEntries].contains(error.reason) ? .tooLarge : .damaged
        }
        let workbook = try XLSXWorkbook(files)
        countsFrom1904 = workbook.countsFrom1904
        guard let part = files[workbook.sheetPath] else { throw .damaged }
        strings = try files["xl/sharedStrings.xml"].map(XLSXStrings.all) ?? []
        sheet = try Self.stream(part)
    }

    static func stream(_ bytes: [UInt8]) throws(Failure) -> XMLStream {
        do {
            return try XMLStream(bytes, limits: XMLLimits(bytes: partLimit))
        } catch {
            throw .damaged
        }
    }

    /// The cells of the next row, those that are left out being empty; nil after the last. Rows without a word in them
    /// are passed over.
    mutating func next() throws(Failure) -> [String]? {
        while let event = try sheet.nextOfPart() {
            guard case .start("row", _, let attributes) = event else { continue }
            let number = attributes.first { $0.name == "r" }.flatMap { Int($0.value) }
            row = max(number ?? 0, row + 1)
            guard row <= Self.rowLimit else { throw .tooLarge }
            let cells = try cells()
            if !cells.isEmpty { return cells }
        }
        return nil
    }

    /// Reads to the end of a row.
    private func cells() throws(Failure) -> [String] {
        var cells: [String] = []
        var column = -1
        while let event = try sheet.nextOfPart(), event != .end("row") {
            guard case .start("c", _, let attributes) = event else { continue }
            let reference = attributes.first { $0.name == "r" }?.value
            column = reference.flatMap(Self.column) ?? column + 1
            let value = try value(ofType: attributes.first { $0.name == "t" }?.value)
            guard column < Self.columnLimit, !value.isEmpty else { continue }
            while cells.count <= column { cells.append("") }
            cells[column] = value
        }
        return cells
    }

    /// Reads to the end of a cell.
    private func value(ofType type: String?) throws(Failure) -> String {
        var text = XLSXText()
        while let event = try sheet.nextOfPart(), event != .end("c") { try text.add(event) }
        guard type == "s" else { return text.words }
        guard let index = Int(text.words), strings.indices.contains(index) else { return "" }
        return strings[index]
    }

    /// `C5` is in column 2.
    private static func column(_ reference: String) -> Int? {
        var number = 0
        for letter in reference.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
            number = number * 26 + Int(letter - UInt8(ascii: "A")) + 1
            if number > columnLimit { return columnLimit }
        }
        return number == 0 ? nil : number - 1
    }
}

extension XMLStream {
    /// What comes next in a part of a workbook.
    func nextOfPart() throws(XLSXRows.Failure) -> XMLEvent? {
        do {
            return try next()
        } catch {
            throw .damaged
        }
    }
}
