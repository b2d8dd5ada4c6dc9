import DossierModel
import Foundation

/// The same export as a table: sixteen columns, some of them misspelt, lists within cells.
extension RecommendationReader {
    func readCSV(_ bytes: [UInt8], _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        let rows: [[String]]
        do {
            rows = try CSVRows(bytes).rows
        } catch {
            switch error.rule {
            case .notUTF8: throw RecommendationError(.notUTF8, value: "CP949")
            case .ragged(let expected, let found):
                throw RecommendationError(.raggedRow, place: error.row, value: "\(found)", expected: "\(expected)")
            case .openQuote: throw RecommendationError(.openQuote, place: error.row)
            }
        }
        return try readTable(rows, countsFrom1904: false, take)
    }

    func readZip(_ bytes: [UInt8], _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        if let document = try WordMatrix.document(in: bytes) { return try readMatrix(document, take) }
        let sheet: XLSXRows
        do {
            sheet = try XLSXRows(bytes)
        } catch {
            switch error {
            case .tooLarge: throw RecommendationError(.tooLarge, expected: "\(XLSXRows.partLimit >> 20) MiB")
            case .damaged: throw RecommendationError(.damagedArchive)
            }
        }
        return try readTable(sheet.rows, countsFrom1904: sheet.countsFrom1904, take)
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
        _ rows: [[String]], countsFrom1904: Bool, _ take: ([Recommendation]) throws -> Void
    ) throws -> Reading {
        let head = (rows.first ?? []).map { IndexRecord.plain($0).lowercased() }
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
        var gathering = Gathering(reader: self)
        for (index, row) in rows.enumerated().dropFirst() {
            reading.seen += 1
            let cell = { (column: Column) -> String in
                places[column].flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
            }
            gathering.add(record(cell, hasBody: places[.body] != nil, countsFrom1904), place: index + 1, &reading)
            if gathering.batch.count >= 1_000 { try take(gathering.handOver()) }
        }
        if !gathering.batch.isEmpty { try take(gathering.handOver()) }
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

    /// Excel counts days, from the last but one of 1899 since it takes 1900 for a leap year. A day that is written out
    /// stays.
    private static func day(_ text: String, _ countsFrom1904: Bool) -> String? {
        guard let serial = Double(text) else { return text.isEmpty ? nil : text }
        let base = countsFrom1904 ? Day("1904-01-01") : Day("1899-12-30")
        guard (1.0...100_000).contains(serial), let base else { return nil }
        return base.adding(days: Int(serial)).description
    }
}
