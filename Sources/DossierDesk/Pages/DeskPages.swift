import DossierHTML
import DossierLibrary
import DossierModel
import DossierOffice
import Foundation

/// Finds the page that a request is for.
struct DeskPages: Sendable {
    let house: DeskHouse
    let pool: LibraryPool
    let counting: Counting
    /// Who writes, when and why, as the ledger notes it.
    let change: @Sendable (_ reason: String) -> Change
    let today: @Sendable () -> Day
    let freshID: @Sendable (RecordKind) -> RecordID
    let freshWindow: @Sendable () -> String

    func answer(_ request: DeskRequest, _ visitor: Visitor, upload: Upload?) async -> DeskResponse {
        do {
            return try await page(request, visitor, upload) ?? NoticePage.missing(visitor)
        } catch let refusal as DeskRefusal {
            return NoticePage.refused(visitor, refusal)
        } catch {
            guard let refusal = Refusal(any: error) else { return NoticePage.failed(visitor) }
            return NoticePage.refused(visitor, refusal)
        }
    }

    private func page(_ request: DeskRequest, _ visitor: Visitor, _ upload: Upload?) async throws -> DeskResponse? {
        let path = request.path
        switch (request.method, path.count, path.first) {
        case (.get, 0, _): return try await StartPage(desk: self, visitor: visitor).response()
        case (.get, 1, "cases"): return try await CaseListPage(desk: self, visitor: visitor).response(request.query)
        case (.post, 1, "cases"): return try await NewRecords(desk: self).newCase(request.form)
        case (.get, 1, "new"): return NewCasePage(visitor: visitor).response()
        case (.post, 1, "search"): return try await SearchPage(desk: self, visitor: visitor).response(request.form)
        case (.get, 1, "search"): return try await SearchPage(desk: self, visitor: visitor).response(request.query)
        case (.get, 1, "overview"): return try await OverviewPage(desk: self, visitor: visitor).response()
        case (.get, 2, "records"): return try await inItsCase(path[1])
        case (_, 2..., "cases"):
            guard let id = RecordID(path[1]) else { return nil }
            return try await casePage(id, Array(path.dropFirst(2)), request, visitor, upload)
        default: return nil
        }
    }

    private func casePage(
        _ id: RecordID, _ rest: [String], _ request: DeskRequest, _ visitor: Visitor, _ upload: Upload?
    ) async throws -> DeskResponse? {
        switch (request.method, rest.count, rest.first) {
        case (.get, 0, _): return try await CasePage(desk: self, visitor: visitor).response(id)
        case (.get, 1, "check"): return try await CasePage(desk: self, visitor: visitor).checkPiece(id)
        case (.get, 1, "preview"):
            return try await PreviewPage(desk: self, visitor: visitor).response(id, request.query)
        case (.get, 2, "preview"):
            return try await PreviewPage(desk: self, visitor: visitor).document(id, request.query)
        case (.post, 1, "new"): return try await NewRecords(desk: self).newRecord(in: id, request.form)
        case (.post, 1, "evidence"):
            guard let upload else { return nil }
            return try await EvidenceUpload(desk: self, visitor: visitor).take(upload, into: id, request)
        case (_, 1..., _):
            guard let record = rest.first.flatMap(RecordID.init) else { return nil }
            return try await recordPage(record, in: id, Array(rest.dropFirst()), request, visitor)
        default: return nil
        }
    }

    private func recordPage(
        _ id: RecordID, in caseID: RecordID, _ rest: [String], _ request: DeskRequest, _ visitor: Visitor
    ) async throws -> DeskResponse? {
        let page = RecordPage(desk: self, visitor: visitor, caseID: caseID)
        switch (request.method, rest) {
        case (.get, []): return try await page.response(id, request.query)
        case (.post, []): return try await page.post(id, request.form)
        case (.post, ["draft"]): return try await page.draft(id, request.form)
        case (.get, ["draft"]): return try await page.draftChanges(id, request.query)
        case (.post, ["discard"]):
            try await pool.write { try $0.dropDraft(of: id) }
            return .see("/cases/\(caseID)/\(id)")
        case (.get, ["history"]):
            return try await HistoryPage(desk: self, visitor: visitor, caseID: caseID).response(id, request.query)
        default: return nil
        }
    }

    /// A record stands in the case that it is about; the first, where there are several.
    private func inItsCase(_ text: String) async throws -> DeskResponse? {
        guard let id = RecordID(text) else { return nil }
        guard let caseID = try await pool.read({ try $0.cases(about: id).first }) else { return nil }
        return .see(caseID == id ? "/cases/\(id)" : "/cases/\(caseID)/\(id)")
    }

    func check() -> CaseChecking { CaseChecking(house: house, receivedOn: today()) }
}

/// Why the desk did not do what was asked: the key of its words.
struct DeskRefusal: Error {
    var key: String
    var arguments: [String: String] = [:]
    var status = 400
}
