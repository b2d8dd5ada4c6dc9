import DossierArchives
import DossierXML

/// The rows of the first sheet of an Excel workbook (ECMA-376, part 1, §18): the values that the cells show when they
/// were saved. Formulas are not computed, links not followed, macros not looked at.
///
/// Rows are read one at a time: a few kilobytes unfold into millions of cells, whose tree would take gigabytes.
struct XLSXRows {
    enum Failure: Error, Equatable {
        case damaged, tooLarge
        /// No sheet of that name, among these.
        case noSheet([String])
    }

    /// An area of cells that are shown as one; rows and columns from 1 and from 0, as they are counted here.
    struct Merge: Sendable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// The most bytes of one part, unpacked. An export of all States is larger, and comes as JSON.
    static let partLimit = 48 << 20
    /// Excel's own limit.
    private static let rowLimit = 1 << 20
    private static let mergeLimit = 1 << 18

    /// Whether days are counted from 1904 instead of 1900.
    let countsFrom1904: Bool
    /// The number that the row handed out last bears in the sheet.
    private(set) var row = 0
    /// Merged areas, known when the last row has been read.
    private(set) var merges: [Merge] = []
    private var formulas = 0
    private let strings: [String]
    private let sheet: XMLStream
    private let formats: XLSXFormats
    private let columnLimit: Int
    private let surroundings: [Table.Notice]

    /// Formulas that were met so far, and what else the workbook holds that was not looked at.
    var notices: [Table.Notice] { (formulas > 0 ? [.formulas(formulas)] : []) + surroundings }

    /// The sheet of a name, else the first.
    init(
        _ bytes: [UInt8], partLimit: Int = Self.partLimit, sheet name: String? = nil, columnLimit: Int = 512
    ) throws(Failure) {
        let limits = ArchiveLimits(entries: 2_000, entrySize: partLimit, totalSize: 2 * partLimit)
        let files: [String: [UInt8]]
        var others: Set<String> = []
        do {
            files = try ZipReader.files(in: bytes, limits: limits) { name in
                others.insert(name)
                return [
                    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
                ].contains(name) || name.hasPrefix("xl/worksheets/") && !name.hasSuffix(".rels")
            }
        } catch {
            throw [.entryTooLarge, .tooLarge, .tooManyEntries].contains(error.reason) ? .tooLarge : .damaged
        }
        let workbook = try XLSXWorkbook(files, sheet: name)
        countsFrom1904 = workbook.countsFrom1904
        self.columnLimit = columnLimit
        formats = try XLSXFormats(files["xl/styles.xml"], countsFrom1904: workbook.countsFrom1904)
        surroundings =
            (others.contains { $0.lowercased().hasSuffix("vbaproject.bin") } ? [.macros] : [])
            + (others.contains { $0.hasPrefix("xl/externalLinks/") } ? [.externalLinks] : [])
            + (workbook.otherSheets.isEmpty ? [] : [.otherSheets(workbook.otherSheets)])
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
            if case .start("mergeCell", _, let attributes) = event { try addMerge(attributes) }
            guard case .start("row", _, let attributes) = event else { continue }
            let number = attributes.first { $0.name == "r" }.flatMap { Int($0.value) }
            row = max(number ?? 0, row + 1)
            guard row <= Self.rowLimit else { throw .tooLarge }
            let cells = try cells()
            if !cells.isEmpty { return cells }
        }
        return nil
    }

    private mutating func addMerge(_ attributes: [XMLAttribute]) throws(Failure) {
        guard let area = attributes.first(where: { $0.name == "ref" })?.value else { return }
        guard merges.count < Self.mergeLimit else { throw .tooLarge }
        let ends = area.split(separator: ":").map(String.init)
        guard ends.count == 2, let left = column(ends[0]), let right = column(ends[1]), left <= right,
            let top = Int(ends[0].drop { !$0.isNumber }), let bottom = Int(ends[1].drop { !$0.isNumber }), top <= bottom
        else { return }
        merges.append(Merge(rows: top...bottom, columns: left...right))
    }

    /// Reads to the end of a row.
    private mutating func cells() throws(Failure) -> [String] {
        var cells: [String] = []
        var column = -1
        while let event = try sheet.nextOfPart(), event != .end("row") {
            guard case .start("c", _, let attributes) = event else { continue }
            let reference = attributes.first { $0.name == "r" }?.value
            column = reference.flatMap(self.column) ?? column + 1
            let value = try value(
                ofType: attributes.first { $0.name == "t" }?.value, style: attributes.first { $0.name == "s" }?.value)
            guard column < columnLimit, !value.isEmpty else { continue }
            while cells.count <= column { cells.append("") }
            cells[column] = value
        }
        return cells
    }

    /// Reads to the end of a cell.
    private mutating func value(ofType type: String?, style: String?) throws(Failure) -> String {
        var text = XLSXText()
        while let event = try sheet.nextOfPart(), event != .end("c") {
            if case .start("f", _, _) = event { formulas += 1 }
            try text.add(event)
        }
        // Without a type, or "n": a number, which its format may show as a day.
        if type == nil || type == "n", let style { return formats.shown(text.words, style: style) }
        guard type == "s" else { return text.words }
        guard let index = Int(text.words), strings.indices.contains(index) else { return "" }
        return strings[index]
    }

    /// `C5` is in column 2.
    private func column(_ reference: String) -> Int? {
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
