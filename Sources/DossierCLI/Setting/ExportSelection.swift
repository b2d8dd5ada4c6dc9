import DossierLibrary
import DossierModel
import DossierOffice
import Foundation

/// Which cases an export takes.
struct ExportSelection {
    /// Ids, as they were typed.
    let cases: [String]
    let search: String?
    let from: String?

    /// How many cases a search may find.
    private static let most = 10_000

    /// Nil for all cases of the library.
    /// - Throws: ``Refusal`` that names every id of which there is no case.
    func ids(_ order: ExportOrder, _ library: Library, _ office: Office) throws -> [RecordID]? {
        if let search { return try found(search, order, library, office) }
        let texts = try from.map(lines) ?? cases
        if texts.isEmpty, from == nil { return nil }
        let known = Set(try library.ids(of: .case))
        let ids = texts.map { text in (text, RecordID(text).flatMap { known.contains($0) ? $0 : nil }) }
        let missing = ids.filter { $0.1 == nil }.map { VisibleText.of($0.0) }
        guard missing.isEmpty else {
            throw Refusal(.noInput, "noCase", ["id": missing.prefix(20).joined(separator: ", ")])
        }
        var seen: Set<RecordID> = []
        return ids.compactMap(\.1).filter { seen.insert($0).inserted }
    }

    private func lines(_ path: String) throws -> [String] {
        let data =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data, let text = String(data: data, encoding: .utf8) else {
            throw Refusal(.noInput, "table.unreadable", ["path": VisibleText.of(path)])
        }
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    /// Within what the edition tells: else who was chosen would tell what is withheld.
    private func found(
        _ text: String, _ order: ExportOrder, _ library: Library, _ office: Office
    ) throws -> [RecordID] {
        let searching = CaseSearching(try office.nameTables())
        let standing = try library.indexStanding()
        if !standing.isThere || standing.behind > 0 {
            let writable = try office.library(library.path)
            try searching.index(writable)
            try writable.close()
        }
        // Two records of one person are two cases, and both leave.
        let wanted = CaseSearching.Order(
            audience: order.audience, day: order.day, limit: Self.most, joinsSame: false)
        let result = try searching.search(text, in: library, wanted)
        // Some of what was asked for is worse than nothing: nobody would see what is missing.
        guard !result.hasMore else { throw Refusal(.usage, "export.tooMany", ["limit": String(Self.most)]) }
        return result.hits.compactMap(\.caseID).sorted()
    }
}
