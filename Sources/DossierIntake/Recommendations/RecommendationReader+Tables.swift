import DossierModel
import Foundation

/// The same export as a table: sixteen columns, some of them misspelt, lists within cells.
extension RecommendationReader {
    func readCSV(_ bytes: [UInt8], _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        var rows = CSVRows(bytes)
        return try readTable(countsFrom1904: false, take) {
            do throws(CSVRows.Malformed) {
                guard let cells = try rows.next() else { return nil }
                return (cells, rows.row)
            } catch {
                throw Self.error(error)
            }
        }
    }

    private static func error(_ fault: CSVRows.Malformed) -> RecommendationError {
        switch fault.rule {
        case .notUTF8: RecommendationError(.notUTF8, place: fault.row, value: "CP949")
        case .ragged(let expected, let found):
            RecommendationError(.raggedRow, place: fault.row, value: "\(found)", expected: "\(expected)")
        case .openQuote: RecommendationError(.openQuote, place: fault.row)
        case .strayQuote: RecommendationError(.strayQuote, place: fault.row)
        }
    }

    func readZip(_ bytes: [UInt8], _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        if let document = try WordMatrix.document(in: bytes) { return try readMatrix(document, take) }
        do {
            var sheet = try XLSXRows(bytes)
            return try readTable(countsFrom1904: sheet.countsFrom1904, take) {
                guard let cells = try sheet.next() else { return nil }
                return (cells, sheet.row)
            }
        } catch let failure as XLSXRows.Failure {
            switch failure {
            case .tooLarge: throw RecommendationError(.tooLarge, expected: "\(XLSXRows.partLimit >> 20) MiB")
            case .damaged, .noSheet: throw RecommendationError(.damagedArchive)
            }
        }
    }

    /// What a column is called, without case; the export misspells some.
    private enum Column: String, CaseIterable {
        case body = "reccomending body|recommending body|mechanism"
        case symbol = "document symbol"
        case text = "text"
        case date = "document publication date"
        case countries = "countries concerned"
        case themes = "themes"
        case persons = "affected persons"
        case goals = "sdgs"
        case cycle = "upr cycle"
        case session = "upr session"
        case position = "upr position"
        case states = "upr reccomending states|upr recommending states"
        case annotation = "ohchr annotation id"

        var names: [Substring] { rawValue.split(separator: "|") }
        static let needed: [Column] = [.symbol, .text, .countries]
    }

    private func readTable(
        countsFrom1904: Bool, _ take: ([Recommendation]) throws -> Void,
        next: () throws -> (cells: [String], row: Int)?
    ) throws -> Reading {
        let head = (try next()?.cells ?? []).map { IndexRecord.plain($0).lowercased() }
        var places: [Column: Int] = [:]
        for column in Column.allCases {
            places[column] = head.firstIndex { name in column.names.contains { $0 == name } }
        }
        let missing = Column.needed.filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw RecommendationError(
                .columnsMissing, value: head.prefix(20).joined(separator: ", "),
                expected: missing.map { String($0.names[0]) }.joined(separator: ", "))
        }
        var reading = Reading(.uhri)
        var gathering = Gathering()
        while let (cells, row) = try next() {
            reading.seen += 1
            let cell = { (column: Column) -> String in
                places[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
            }
            let record = record(cell, hasBody: places[.body] != nil, countsFrom1904)
            try gathering.add(ToldRecord(record, by: self, place: row), &reading, take)
        }
        try gathering.handOver(take)
        return reading
    }

    private func record(_ cell: (Column) -> String, hasBody: Bool, _ countsFrom1904: Bool) -> IndexRecord {
        func list(_ column: Column) -> [String] {
            cell(column).split(whereSeparator: \.isNewline).map(String.init)
        }
        // A table without the column holds the review alone.
        let body = hasBody ? cell(.body) : "UPR"
        return IndexRecord(
            annotation: cell(.annotation).isEmpty ? nil : cell(.annotation),
            writtenBody: body.uppercased().contains("UPR") || body.lowercased().contains("universal periodic")
                ? "UPR" : body,
            symbol: cell(.symbol), html: cell(.text), published: Self.day(cell(.date), countsFrom1904),
            writtenCountries: list(.countries), themes: list(.themes), persons: list(.persons), goals: list(.goals),
            cycle: cell(.cycle).isEmpty ? nil : .init(cell(.cycle)), sessions: .init(list(.session)),
            positions: list(.position), recommending: list(.states))
    }

    /// A day that is written out stays.
    private static func day(_ text: String, _ countsFrom1904: Bool) -> String? {
        guard Double(text) != nil else { return text.isEmpty ? nil : text }
        return ExcelDay.text(ofSerial: text, countsFrom1904: countsFrom1904)
    }
}
