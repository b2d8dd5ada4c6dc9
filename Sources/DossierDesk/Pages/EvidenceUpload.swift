import DossierHTML
import DossierLibrary
import DossierModel
import DossierOffice

/// Takes files that a caseworker uploads into the library as exhibits of a case. What comes in is kept and hashed; none of
/// it is ever run, shown or handed back by the desk.
struct EvidenceUpload {
    let desk: DeskPages
    let visitor: Visitor

    private var words: DeskWords { visitor.words }

    func take(_ upload: Upload, into caseID: RecordID, _ request: DeskRequest) async throws -> DeskResponse? {
        guard try await desk.pool.read({ try $0.standing(of: caseID)?.kind == .case }) else { return nil }
        let uploaded: UploadedFiles
        do {
            uploaded = try await receive(upload)
        } catch let error as MultipartError {
            throw DeskRefusal(key: "upload.broken", arguments: ["what": "\(error)"])
        }
        guard !uploaded.files.isEmpty else { throw DeskRefusal(key: "upload.nothing") }
        let files = uploaded.files
        let lines = try await keep(files, caseID)
        withExtendedLifetime(uploaded) {}
        if request.isFromScript { return DeskResponse(piece: outcome(lines)) }
        let title = words["upload.done"]
        return DeskResponse(
            Frame(visitor: visitor, title: title).page([
                .tag("h1", text: title), outcome(lines),
                .tag("p", [:], [.tag("a", ["href": "/cases/\(caseID)"], text: words["upload.back"])]),
            ]))
    }

    private func outcome(_ lines: [Line]) -> HTMLNode {
        .tag(
            "ul", ["class": "cards"],
            lines.map { line in
                .tag(
                    "li", [:],
                    [
                        line.path.map { .tag("a", ["href": $0], text: line.text) } ?? .text(line.text)
                    ] + (line.sum.map { [.text(" "), .tag("code", ["class": "sum"], text: "SHA-256 \($0)")] } ?? []))
            })
    }

    /// Reads the form as it comes: first the word that tells our own form, then the files.
    private func receive(_ upload: Upload) async throws -> UploadedFiles {
        var parser = try MultipartParser(boundary: MultipartParser.boundary(ofContentType: upload.contentType))
        let uploaded = try UploadedFiles(in: desk.pool.path)
        let csrf = SessionKey(claimed: visitor.csrf)
        var part = ""
        var token: [UInt8] = []
        var isOurs = false
        try await upload.forEachBlock { block in
            for event in try parser.feed(Array(block)) {
                switch event {
                case .partBegan(let headers):
                    part = headers.name
                    if part == "files" {
                        guard isOurs else { throw DeskRefusal(key: "badToken.text", status: 403) }
                        try uploaded.begin(name: headers.filename ?? "")
                    }
                case .body(let bytes):
                    if part == "files" { try uploaded.write(bytes) }
                    if part == "token", token.count + bytes.count <= 128 { token += bytes }
                case .partEnded:
                    if part == "files" { try uploaded.end() }
                    if part == "token" {
                        isOurs = SessionKey(claimed: String(decoding: token, as: UTF8.self)).isSame(as: csrf)
                    }
                }
            }
        }
        try parser.finish()
        return uploaded
    }

    private struct Line: Sendable {
        var text: String
        var path: String?
        var sum: String?
    }

    private func keep(_ files: [UploadedFiles.File], _ caseID: RecordID) async throws -> [Line] {
        let change = desk.change("desk: evidence")
        let (fresh, words) = (desk.freshID, words)
        return try await desk.pool.write { library in
            var intake = ExhibitIntake(
                known: ExhibitIntake.lookedUp(in: library), store: ExhibitStore(libraryPath: library.path))
            let outcome = try intake.take(
                files.map(\.path), names: files.map(\.name),
                entry: [("at", change.at.text), ("actor", change.actor), ("action", "stored")], fresh: fresh
            ) { id in
                var record = PlainRecord(.exhibit, id: id, language: "ko")
                record.set("cases", list: [caseID.text])
                return record
            }
            let records = try RecordTaking(library: library).records(outcome.records)
            _ = try library.save(records, change: change)
            var lines: [Line] = records.map { record in
                Line(
                    text: words.filled(
                        "upload.kept", ["name": record[ExhibitFields.originalName].value ?? record.id.text]),
                    path: "/cases/\(caseID)/\(record.id)", sum: record[ExhibitFields.sha256].value)
            }
            lines += outcome.lines.filter { $0.key != "evidence.addedFile" }.map {
                Line(text: words.message($0.key, $0.arguments))
            }
            return lines
        }
    }
}
