import Foundation

/// Reads tables out of files: comma-separated values and Excel workbooks.
public struct TableReader: Sendable {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 512 << 20
    public static let columnLimit = 2_000
    /// Of a workbook, which can have many more cells than bytes.
    static let cellLimit = 64 << 20
    /// Excel's own limit.
    public static let rowLimit = 1 << 20

    /// In which encoding comma-separated values stand; nil: UTF-8, and what is not is refused by the name of what it looks like.
    public var encoding: TableEncoding?
    /// Which sheet of a workbook; nil: the first.
    public var sheet: String?
    /// The row that names the columns, from 1.
    public var headRow: Int

    public init(encoding: TableEncoding? = nil, sheet: String? = nil, headRow: Int = 1) {
        self.encoding = encoding
        self.sheet = sheet
        self.headRow = headRow
    }

    /// The table of a file, whose kind its first bytes tell.
    /// - Throws: ``TableError``
    public func table(at path: String) throws(TableError) -> Table {
        guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int else {
            throw TableError(.unreadable, path: path)
        }
        guard size <= Self.sizeLimit else {
            throw TableError(.tooLarge, path: path, value: String(size), expected: String(Self.sizeLimit))
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw TableError(.unreadable, path: path) }
        return try table([UInt8](data), path: path)
    }

    /// The table of bytes that came from `path`.
    /// - Throws: ``TableError``
    public func table(_ bytes: [UInt8], path: String) throws(TableError) -> Table {
        try tableOfOneFile(try archivedList(bytes, path) ?? bytes, path: path)
    }

    /// A list within an archive is not looked into for another archive: it could hold itself.
    private func tableOfOneFile(_ bytes: [UInt8], path: String) throws(TableError) -> Table {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try workbook(bytes, path) }
        // Excel up to 2003, and encrypted workbooks of today: a compound file.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw TableError(.oldWorkbook, path: path) }
        return try commaSeparated(bytes, path)
    }

    /// The list in an archive with files; nil for a workbook and for all that is no archive.
    private func archivedList(_ bytes: [UInt8], _ path: String) throws(TableError) -> [UInt8]? {
        do {
            return try ListArchive(bytes)?.list()
        } catch {
            // Most archives are workbooks, and their reader tells what is wrong with them.
            guard path.lowercased().hasSuffix(".zip") else { return nil }
            throw TableError(.badArchive, path: path, value: error.entry, expected: error.reason)
        }
    }

    // MARK: Comma-separated values

    private func commaSeparated(_ bytes: [UInt8], _ path: String) throws(TableError) -> Table {
        let asked = encoding ?? .utf8
        guard let text = asked.text(of: bytes), !text.contains(0) else {
            let guess = TableEncoding.guess(bytes)
            throw TableError(.encoding, path: path, value: guess.map(\.rawValue) ?? "?", expected: asked.rawValue)
        }
        var reader = CSVRows(text, skipping: headRow - 1)
        do {
            guard let head = try reader.next() else { throw TableError(.empty, path: path) }
            try require(columns: head.count, path)
            var table = Table(columns: try columns(head, path), rows: [])
            if asked != .utf8 { table.notices.append(.encoding(asked.rawValue)) }
            while let cells = try reader.next() {
                guard table.rows.count < Self.rowLimit * 4 else { throw TableError(.tooManyRows, path: path) }
                if cells.contains(where: { !$0.isEmpty }) {
                    table.rows.append(.init(number: reader.row, cells: cells))
                }
            }
            return table
        } catch let error as TableError {
            throw error
        } catch let fault as CSVRows.Malformed {
            throw TableError(fault, path: path)
        } catch {
            throw TableError(.unreadable, path: path)
        }
    }

    // MARK: Workbooks

    private func workbook(_ bytes: [UInt8], _ path: String) throws(TableError) -> Table {
        do {
            var rows = try XLSXRows(bytes, partLimit: 256 << 20, sheet: sheet, columnLimit: Self.columnLimit + 1)
            var head: [String]?
            var found: [Table.Row] = []
            var held = 0
            while let cells = try rows.next() {
                if rows.row < headRow { continue }
                if head == nil {
                    try require(columns: cells.count, path)
                    head = cells
                } else {
                    // A cell far out costs as many empty ones before it: those beyond the head are not kept.
                    let kept = Array(cells.prefix(head?.count ?? 0))
                    held += kept.count
                    guard held <= Self.cellLimit else { throw TableError(.workbookTooLarge, path: path) }
                    found.append(.init(number: rows.row, cells: kept))
                }
            }
            guard let head else { throw TableError(.empty, path: path) }
            var table = Table(columns: try columns(head, path), rows: found)
            table.notices = rows.notices
            try fill(&table, rows.merges, path)
            for index in table.rows.indices {
                let cells = table.rows[index].cells
                let missing = table.columns.count - cells.count
                if missing > 0 { table.rows[index].cells += Array(repeating: "", count: missing) }
                if missing < 0 { table.rows[index].cells = Array(cells.prefix(table.columns.count)) }
            }
            return table
        } catch let error as TableError {
            throw error
        } catch let failure as XLSXRows.Failure {
            switch failure {
            case .tooLarge: throw TableError(.workbookTooLarge, path: path)
            case .damaged: throw TableError(.damagedWorkbook, path: path)
            case .noSheet(let names):
                throw TableError(.noSheet, path: path, value: sheet ?? "", expected: names.joined(separator: ", "))
            }
        } catch {
            throw TableError(.damagedWorkbook, path: path)
        }
    }

    /// A merged area says the same for all of its rows: in lists it stands for one incident of several people.
    private func fill(_ table: inout Table, _ merges: [XLSXRows.Merge], _ path: String) throws(TableError) {
        var places: [Int: Int] = [:]
        for (index, row) in table.rows.enumerated() { places[row.number] = index }
        var filled = 0
        var looked = 0
        for merge in merges {
            guard let first = places[merge.rows.lowerBound], merge.columns.lowerBound < table.rows[first].cells.count
            else {
                continue
            }
            let value = table.rows[first].cells[merge.columns.lowerBound]
            guard !value.isEmpty, merge.rows.count <= table.rows.count else { continue }
            // Areas lie side by side in a sheet that a program has written. A quarter of a million one over another would never end.
            looked += merge.rows.count
            guard looked <= 8 * Self.rowLimit else { throw TableError(.workbookTooLarge, path: path) }
            for number in merge.rows.dropFirst() {
                guard let index = places[number] else { continue }
                let column = merge.columns.lowerBound
                while table.rows[index].cells.count <= column { table.rows[index].cells.append("") }
                if table.rows[index].cells[column].isEmpty {
                    table.rows[index].cells[column] = value
                    filled += 1
                }
            }
        }
        if filled > 0 { table.notices.append(.merged(filled)) }
    }

    // MARK: Heads

    private func require(columns: Int, _ path: String) throws(TableError) {
        guard columns <= Self.columnLimit else {
            throw TableError(
                .tooManyColumns, path: path, value: String(columns), expected: String(Self.columnLimit))
        }
    }

    /// The names of the columns; empty ones at the end are none.
    private func columns(_ head: [String], _ path: String) throws(TableError) -> [String] {
        let names = head.map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
        }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name).inserted {
            throw TableError(.columnTwice, path: path, row: headRow, value: name)
        }
        // A column without a name cannot be told where to go, and is passed over.
        return names
    }
}

extension TableError {
    init(_ malformed: CSVRows.Malformed, path: String) {
        switch malformed.rule {
        case .notUTF8: self.init(.encoding, path: path, row: malformed.row, value: "?", expected: "utf-8")
        case .ragged(let expected, let found):
            self.init(.ragged, path: path, row: malformed.row, value: String(found), expected: String(expected))
        case .openQuote: self.init(.openQuote, path: path, row: malformed.row)
        case .strayQuote: self.init(.strayQuote, path: path, row: malformed.row)
        }
    }
}
