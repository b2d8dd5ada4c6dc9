import DossierHTML
import DossierLibrary
import DossierModel

/// One record as a form: what is typed is kept as it is typed, and saved when somebody says so.
struct RecordPage {
    let desk: DeskPages
    let visitor: Visitor
    let caseID: RecordID

    private var words: DeskWords { visitor.words }

    /// What one page shows.
    struct Content: Sendable {
        var writing: RecordWriting
        var open: OpenCase
        var findings: [FormFinding] = []
        var conflicts: [String: String] = [:]
        var notes: [String] = []
        /// What has just been done.
        var notice: Notice?

        enum Notice: Sendable { case saved, kept }

        /// What stands in the boxes instead of the draft: what somebody has just sent, where another window disagrees.
        var values: FormValues?
    }

    func response(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        try await page(id, notice: query["saved"] == nil ? (query["kept"] == nil ? nil : .kept) : .saved)
    }

    private func page(
        _ id: RecordID, findings: [FormFinding]? = nil, conflicts: [String: String] = [:], notes: [String] = [],
        values: FormValues? = nil, notice: Content.Notice? = nil, status: Int = 200
    ) async throws -> DeskResponse? {
        let caseID = caseID
        let content = try await desk.pool.read { library -> Content? in
            guard let open = try OpenCase.read(caseID, from: library),
                let writing = try RecordWriting.read(id, from: library),
                try Self.belongs(id, writing, to: open, library)
            else { return nil }
            return Content(writing: writing, open: open)
        }
        guard var content else { return nil }
        // A draft that was left with faults shows them when it is opened again.
        let draft = content.writing.draft
        content.findings =
            findings ?? draft.map { FormReading(FormValues($0.values), id: id, kind: $0.kind).findings } ?? []
        content.conflicts = conflicts
        content.notes = notes
        content.values = values
        content.notice = notice
        return DeskResponse(
            RecordFormPage(desk: desk, visitor: visitor, content: content).node(), status: status)
    }

    /// Whether a record has to do with the case under which somebody asks for it. What belongs to no case yet, as somebody
    /// whom a draft alone names, may stand under any.
    private static func belongs(
        _ id: RecordID, _ writing: RecordWriting, to open: OpenCase, _ library: Library
    ) throws -> Bool {
        if open.folder.records.contains(where: { $0.id == id }) || writing.draft?.about == open.id { return true }
        let cases = try library.cases(about: id)
        return cases.isEmpty || cases.contains(open.id)
    }

    // MARK: A whole form, without script

    func post(_ id: RecordID, _ posted: FormPairs) async throws -> DeskResponse? {
        let form = RecordForm(posted)
        let change = desk.change(form.reason.isEmpty ? "desk" : form.reason)
        let (caseID, fresh) = (caseID, desk.freshID)
        let result = try await desk.pool.write { library -> Result? in
            let writing = DraftWriting(library: library, id: id, caseID: caseID, change: change)
            guard let taken = try writing.take(form) else { return nil }
            guard taken.conflicts.isEmpty else { return .conflicts(taken.conflicts) }
            guard taken.quarrels.isEmpty else { return .late(taken.quarrels.map(\.id)) }
            if form.action.hasPrefix("add ") || form.action.hasPrefix("remove ") {
                let written = try writing.rearrange(form)
                guard written.isEmpty else { return .conflicts(written) }
            }
            if form.action.hasPrefix("claim "), let number = Int(form.action.dropFirst("claim ".count)) {
                return .kept(try writing.beginClaim(on: number, id: fresh(.claim)))
            }
            let made = try writing.makeWanted(using: fresh)
            guard form.action == "save" else { return .kept(made) }
            switch try RecordSaving(writing: writing).save() {
            // Whoever was made on the way is written down next.
            case .saved: return made.map { .kept($0) } ?? .saved
            case .faulty(let findings): return .faulty(findings)
            case .quarrel(let fields): return .quarrel(fields.map(\.id))
            }
        }
        let path = "/cases/\(caseID)/\(id)"
        switch result {
        case nil: return nil
        case .conflicts(let conflicts)?: return try await disagreeing(id, form, conflicts)
        case .late(let names)?: return try await late(id, form, names)
        case .kept(let made?)?: return .see("/cases/\(caseID)/\(made)")
        case .kept(nil)?:
            let isStructure = form.action.hasPrefix("add ") || form.action.hasPrefix("remove ")
            return .see(isStructure ? "\(path)#\(Self.anchor(of: form.action))" : "\(path)?kept=1")
        case .faulty(let findings)?:
            return try await page(id, findings: findings, notes: [words["form.notSaved"]], status: 422)
        case .quarrel(let names)?:
            let labels = names.compactMap { FieldCatalogue.field(id: $0) }.map(words.label)
            return try await page(
                id,
                notes: [
                    labels.isEmpty
                        ? words["form.rebased"]
                        : words.filled("form.quarrel", ["fields": labels.joined(separator: ", ")])
                ], status: 409)
        case .saved?: return .see("\(path)?saved=1")
        }
    }

    /// The page again, with what stands in the draft; in the boxes in which another window has written what was sent, and beside
    /// them what the other has written: nothing of either is lost.
    private func disagreeing(
        _ id: RecordID, _ form: RecordForm, _ conflicts: [String: String]
    ) async throws -> DeskResponse? {
        guard var values = try await desk.pool.read({ try RecordWriting.read(id, from: $0)?.values }) else {
            return nil
        }
        for name in conflicts.keys { values[name] = form.boxes[name] }
        return try await page(
            id, conflicts: conflicts, notes: [words["form.conflictNote"]], values: values, status: 409)
    }

    /// The page again, with what now stands in the record, and in the quarrelled fields what was sent: beside it what the others
    /// have saved.
    private func late(_ id: RecordID, _ form: RecordForm, _ names: [String]) async throws -> DeskResponse? {
        let fields = names.compactMap { FieldCatalogue.field(id: $0) }
        let (caseID, words) = (caseID, words)
        let read = try await desk.pool.read { library in
            (try RecordWriting.read(id, from: library), try OpenCase.read(caseID, from: library))
        }
        guard let writing = read.0, let folder = read.1?.folder else { return nil }
        let theirs = FormReading(writing.values, id: id, kind: writing.kind).record
        let text = EntryText(words: words) { other in
            folder.records.first { $0.id == other }.flatMap { NameLine.title(of: $0, folder, words) }
        }
        let told = fields.map { field in
            (field.name, text.lines(theirs?.entries[field.name], field).joined(separator: "\n"))
        }
        return try await page(
            id, conflicts: Dictionary(told) { first, _ in first },
            notes: [words.filled("form.quarrel", ["fields": fields.map(words.label).joined(separator: ", ")])],
            values: DraftMerge.boxes(of: writing.values, with: form.boxes, where: fields), status: 409)
    }

    private enum Result: Sendable {
        case conflicts([String: String])
        /// The ids of fields that somebody has saved otherwise since the page was shown.
        case late([String])
        case kept(RecordID?)
        case faulty([FormFinding])
        /// The ids of fields that somebody else has saved otherwise.
        case quarrel([String])
        case saved
    }

    /// Where a page is to open after something was added or taken away: at the new member, else at its field.
    private static func anchor(of action: String) -> String {
        let place = action.split(separator: " ").last ?? ""
        let parts = place.split(separator: ".")
        let isMember = action.hasPrefix("add ") && parts.count >= 4 && parts[2] == "value"
        return FormPainter.anchor(parts.prefix(isMember ? 4 : 1).joined(separator: "."))
    }

    // MARK: What the script asks

    /// Takes in the boxes that have changed, and answers with what follows from them.
    func draft(_ id: RecordID, _ posted: FormPairs) async throws -> DeskResponse? {
        let form = RecordForm(posted)
        let change = desk.change("desk")
        let caseID = caseID
        // An emptied box comes as an empty text, which the boxes of a form do not hold.
        let changes = Dictionary(
            posted.pairs.filter { $0.name.hasPrefix("box:") }.map { (String($0.name.dropFirst(4)), $0.text) }
        ) { first, _ in first }
        let taken = try await desk.pool.write { library in
            try DraftWriting(library: library, id: id, caseID: caseID, change: change).take(changes, form)
        }
        switch taken {
        case nil: return nil
        // The script sends the whole form then.
        case .late?: return DeskResponse(status: 409, kind: .json, body: Array("{}".utf8))
        case .taken(let outcome)?: return try await answer(outcome, id)
        }
    }

    func draftChanges(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        let (seen, window) = (query["seen"].flatMap { Int($0) } ?? 0, query["window"] ?? "")
        let outcome = try await desk.pool.read { try $0.draftChanges(of: id, since: seen, window: window) }
        return try await answer(outcome ?? DraftOutcome(version: 0), id)
    }

    private func answer(_ outcome: DraftOutcome, _ id: RecordID) async throws -> DeskResponse? {
        let caseID = caseID
        let read = try await desk.pool.read { library in
            (try RecordWriting.read(id, from: library), try OpenCase.read(caseID, from: library))
        }
        guard let writing = read.0, let open = read.1 else { return nil }
        return try DraftAnswer(
            outcome: outcome, writing: writing, panel: desk.panel(open, visitor), words: words
        ).response()
    }
}
