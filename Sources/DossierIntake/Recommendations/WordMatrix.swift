import DossierArchives
import DossierXML

/// The tables of a Word file as rows of cells, each cell as its lines.
struct WordMatrix {
    /// A row; `cells` hold the lines of text.
    struct Row: Equatable {
        /// One for each column of the grid: a cell over several columns stands in the first of them.
        var cells: [[String]]
        /// Whether the row is a single cell.
        var isOneCell: Bool

        /// The words of a row that stands for a whole group: one cell over all columns, or all but one empty. A
        /// recommendation that stands alone in its row, with no position yet, is no title.
        var groupTitle: String? {
            let filled = cells.filter { !$0.isEmpty }
            guard filled.count == 1 else { return nil }
            let words = filled[0].joined(separator: " ")
            return isOneCell || NumberedText(words).number.isEmpty ? words : nil
        }
    }

    let tables: [[Row]]

    /// Nil when the archive is no Word file.
    /// - Throws: ``RecommendationError``.
    static func document(in bytes: [UInt8]) throws(RecommendationError) -> WordMatrix? {
        let files: [String: [UInt8]]
        do {
            files = try ZipReader.files(in: bytes) { $0 == "word/document.xml" }
        } catch {
            let isLarge = [.entryTooLarge, .tooLarge, .tooManyEntries].contains(error.reason)
            throw RecommendationError(isLarge ? .tooLarge : .damagedArchive, expected: isLarge ? "64 MiB" : "")
        }
        guard let document = files["word/document.xml"] else { return nil }
        return WordMatrix(tables: try tables(in: document))
    }

    /// Read row by row: a small file unfolds into a document whose tree would take gigabytes.
    private static func tables(in document: [UInt8]) throws(RecommendationError) -> [[Row]] {
        var tables: [[Row]] = []
        var isTooLarge = false
        do throws(XMLReadingError) {
            let stream = try XMLStream(document, limits: XMLLimits(bytes: 64 << 20))
            // A table within a cell is part of that cell, and so of the row that is read at once.
            reading: while let event = try stream.next() {
                switch event {
                case .start("tbl", _, _): tables.append([])
                case .start("tr", _, _) where !tables.isEmpty:
                    guard let row = try stream.element(begunBy: event, limit: rowLimit) else {
                        isTooLarge = true
                        break reading
                    }
                    let above = tables[tables.count - 1].last
                    tables[tables.count - 1].append(Self.row(row, below: above))
                default: break
                }
            }
        } catch {
            throw RecommendationError(.damagedArchive)
        }
        if isTooLarge { throw RecommendationError(.tooLarge, expected: "64 MiB") }
        return tables
    }

    /// The most elements of one row.
    private static let rowLimit = 200_000

    /// The cells at their places in the grid. A cell that goes on from the row above says what it says there.
    private static func row(_ element: XMLElement, below above: Row?) -> Row {
        let parts = outermost("tc", in: element)
        let before = properties("trPr", of: element).first { $0.name == "gridBefore" }.flatMap(number) ?? 0
        var cells = Array(repeating: [String](), count: min(max(before, 0), gridLimit))
        for part in parts where cells.count < gridLimit {
            let properties = properties("tcPr", of: part)
            let merge = properties.first { $0.name == "vMerge" }
            let goesOn = merge.map { value($0) != "restart" } ?? false
            let column = cells.count
            let upper = above.flatMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
            cells.append(goesOn ? upper ?? [] : lines(of: part))
            let span = properties.first { $0.name == "gridSpan" }.flatMap(number) ?? 1
            for _ in 1..<max(span, 1) where cells.count < gridLimit { cells.append([]) }
        }
        return Row(cells: cells, isOneCell: parts.count == 1)
    }

    /// No table is wider; a span may say anything.
    private static let gridLimit = 64

    private static func properties(_ name: String, of element: XMLElement) -> [XMLElement] {
        element.elements.first { $0.name == name }?.elements ?? []
    }

    private static func value(_ property: XMLElement) -> String? {
        property.attributes.first { $0.name == "val" }?.value
    }

    private static func number(_ property: XMLElement) -> Int? {
        value(property).flatMap { Int($0) }.map { min($0, gridLimit) }
    }

    /// The elements of a name below, but none within another of that name.
    private static func outermost(_ name: String, in element: XMLElement) -> [XMLElement] {
        var found: [XMLElement] = []
        var pending = Array(element.elements.reversed())
        while let next = pending.popLast() {
            if next.name == name {
                found.append(next)
            } else {
                pending.append(contentsOf: next.elements.reversed())
            }
        }
        return found
    }

    private static func lines(of cell: XMLElement) -> [String] {
        cell.all("p").flatMap { paragraph in
            text(of: paragraph).split(separator: "\n").map {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }.filter { !$0.isEmpty }
    }

    /// What somebody has put in counts, what was struck out does not.
    private static func text(of paragraph: XMLElement) -> String {
        var text = ""
        var pending = Array(paragraph.elements.reversed())
        while let element = pending.popLast() {
            switch element.name {
            case "p", "del", "moveFrom", "delText", "instrText", "pPr": continue
            case "t": text += element.text
            case "br", "cr": text += "\n"
            case "tab": text += " "
            case "noBreakHyphen": text += "-"
            default: pending.append(contentsOf: element.elements.reversed())
            }
        }
        return text
    }
}
