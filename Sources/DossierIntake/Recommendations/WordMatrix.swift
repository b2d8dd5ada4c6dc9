import DossierArchives
import DossierXML

/// The tables of a Word file as rows of cells, each cell as its lines.
struct WordMatrix {
    /// A row; `cells` hold the lines of text.
    struct Row: Equatable {
        var cells: [[String]]

        /// The words of a row that stands for a whole group: one cell over all columns, or all but one empty.
        var groupTitle: String? {
            let filled = cells.filter { !$0.isEmpty }
            return filled.count == 1 ? filled[0].joined(separator: " ") : nil
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
        do {
            return WordMatrix(try SafeXMLParser.parse(document, limits: XMLLimits(bytes: 64 << 20)))
        } catch {
            throw RecommendationError(.damagedArchive)
        }
    }

    init(_ root: XMLElement) {
        // A table within a cell is part of that cell's text.
        tables = Self.outermost("tbl", in: root).map { table in
            Self.outermost("tr", in: table).map { row in
                Row(cells: Self.outermost("tc", in: row).map(Self.lines))
            }
        }
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
