import Foundation

/// Reads tables out of files.
public struct TableReader: Sendable {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 256 << 20

    public init() {}

    /// The table of a file of comma-separated values.
    /// - Throws: ``TableError``
    public func table(at path: String) throws(TableError) -> Table {
        guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int,
            let data = FileManager.default.contents(atPath: path)
        else { throw TableError(.unreadable, path: path) }
        guard size <= Self.sizeLimit else {
            throw TableError(.tooLarge, path: path, value: String(size), expected: String(Self.sizeLimit))
        }
        return try table(csv: [UInt8](data), path: path)
    }

    /// The table of bytes that are comma-separated values.
    /// - Throws: ``TableError``
    public func table(csv bytes: [UInt8], path: String) throws(TableError) -> Table {
        var reader = CSVRows(bytes)
        do {
            guard let head = try reader.next() else { throw TableError(.empty, path: path) }
            var table = Table(columns: head, rows: [])
            while let cells = try reader.next() { table.rows.append(.init(number: reader.row, cells: cells)) }
            return table
        } catch let error as TableError {
            throw error
        } catch let error as CSVRows.Malformed {
            throw TableError(error, path: path)
        } catch {
            throw TableError(.unreadable, path: path)
        }
    }
}

extension TableError {
    init(_ malformed: CSVRows.Malformed, path: String) {
        switch malformed.rule {
        case .notUTF8: self.init(.notUTF8, path: path, row: malformed.row)
        case .ragged(let expected, let found):
            self.init(.ragged, path: path, row: malformed.row, value: String(found), expected: String(expected))
        case .openQuote: self.init(.openQuote, path: path, row: malformed.row)
        case .strayQuote: self.init(.strayQuote, path: path, row: malformed.row)
        }
    }
}
