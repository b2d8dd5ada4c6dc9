import DossierExchange
import DossierFiles
import Foundation

/// The files of an export, written case by case into a folder: memory does not grow with the cases, but for the numbers of persons
/// that have been told of already.
final class ExportFiles {
    private let order: ExportOrder
    private let folder: String
    private let workbook: Workbook?
    private let json: RecordsJSON
    private var tables: [String: AppendedFile] = [:]
    private var entities: AppendedFile?
    private var cases: AppendedFile?
    private var hasCase = false
    private var known: Set<String> = []
    private var feed: [PersonFinderRecord] = []

    /// - Throws: ``Refusal``, `FileError`
    init(_ order: ExportOrder, folder: String, json: RecordsJSON, label: @escaping (ExportColumn) -> String) throws {
        self.order = order
        self.folder = folder
        self.json = json
        let created = ISO8601DateFormatter().date(from: order.moment) ?? .distantPast
        workbook =
            order.formats.contains(.xlsx)
            ? try Workbook(path: "\(folder)/cases.xlsx", created: created, label: label) : nil
        if order.formats.contains(.json) {
            cases = try AppendedFile("\(folder)/cases.json")
            try cases?.append(json.head)
        }
        if order.formats.contains(.ftm) { entities = try AppendedFile("\(folder)/entities.ftm.json") }
        if order.formats.contains(.xml) { try FileWriting.makeFolder("\(folder)/cases") }
    }

    func add(_ pieces: ExportPieces) throws {
        for row in pieces.rows {
            if order.formats.contains(.csv) { try table(row.table).append(CSVText.bytes(row.cells)) }
            try workbook?.add(row)
        }
        if let told = pieces.json {
            if hasCase { try cases?.append(RecordsJSON.separator) }
            try cases?.append(told)
            hasCase = true
        }
        if let xml = pieces.xml { try FileWriting.write(xml, to: "\(folder)/cases/\(pieces.number).xml") }
        // A person of several cases is one entity.
        for entity in pieces.entities where known.insert(entity.id).inserted { try entities?.append(entity.line) }
        if let record = pieces.feed { feed.append(record) }
    }

    func finish() throws {
        for table in tables.values { try table.close() }
        try workbook?.close()
        try cases?.append(RecordsJSON.tail)
        try cases?.close()
        try entities?.close()
        guard order.formats.contains(.pfif), let domain = order.domain, let organisation = order.organisation else {
            return
        }
        let writer = PersonFinderFeed(domain: domain, author: organisation, moment: order.moment)
        try FileWriting.write(try writer.bytes(feed), to: "\(folder)/persons.pfif.xml")
    }

    /// How many records the feed holds.
    var fed: Int { feed.count }

    private func table(_ table: ExportTable) throws -> AppendedFile {
        if let open = tables[table.name] { return open }
        let file = try AppendedFile("\(folder)/\(table.name).csv")
        try file.append(CSVText.mark + CSVText.bytes(table.columns.map(\.id)))
        tables[table.name] = file
        return file
    }
}
