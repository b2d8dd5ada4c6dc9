import DossierHTML
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice

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
        /// Persons and incidents of other cases that somebody worked on of late.
        var recent: [Record] = []
        var findings: [FormFinding] = []
        var conflicts: [String: String] = [:]
        var notes: [String] = []
        /// What stands in the boxes instead of the draft: what somebody has just sent, where another window disagrees.
        var values: FormValues?
    }

    func response(_ id: RecordID) async throws -> DeskResponse? {
        try await page(id)
    }

    private func page(
        _ id: RecordID, findings: [FormFinding]? = nil, conflicts: [String: String] = [:], notes: [String] = [],
        values: FormValues? = nil, status: Int = 200
    ) async throws -> DeskResponse? {
        let caseID = caseID
        let content = try await desk.pool.read { library -> Content? in
            guard let open = try OpenCase.read(caseID, from: library),
                let writing = try RecordWriting.read(id, from: library)
            else { return nil }
            return Content(
                writing: writing, open: open, recent: writing.kind.namesOthers ? try Self.recent(library) : [])
        }
        guard var content else { return nil }
        // A draft that was left with faults shows them when it is opened again.
        let draft = content.writing.draft
        content.findings =
            findings ?? draft.map { FormReading(FormValues($0.values), id: id, kind: $0.kind).findings } ?? []
        content.conflicts = conflicts
        content.notes = notes
        content.values = values
        return DeskResponse(
            RecordFormPage(desk: desk, visitor: visitor, content: content).node(), status: status)
    }

    private static func recent(_ library: Library) throws -> [Record] {
        var found: [Record] = []
        for changed in try library.lastChanged(limit: 40, amongEntries: 200) where found.count < 20 {
            guard let kind = try library.standing(of: changed.id)?.kind, [.person, .incident].contains(kind),
                let record = try library.record(changed.id)
            else { continue }
            found.append(record)
        }
        return found
    }

    // MARK: A whole form, without script

    func post(_ id: RecordID, _ posted: FormPairs) async throws -> DeskResponse? {
        let form = RecordForm(posted)
        let change = desk.change(form.reason.isEmpty ? "desk" : form.reason)
        let (caseID, fresh) = (caseID, desk.freshID)
        let result = try await desk.pool.write { library -> Result? in
            let writing = DraftWriting(library: library, id: id, caseID: caseID, change: change)
            guard let outcome = try writing.take(form) else { return nil }
            guard outcome.conflicts.isEmpty else { return .conflicts(outcome.conflicts) }
            if form.action.hasPrefix("add ") || form.action.hasPrefix("remove ") {
                try writing.rearrange(form.action, window: form.window)
            }
            if form.action.hasPrefix("claim "), let number = Int(form.action.dropFirst("claim ".count)) {
                return .kept(try writing.beginClaim(on: number, id: fresh(.claim)))
            }
            let made = try writing.makeWanted(using: fresh)
            guard form.action == "save" else { return .kept(made) }
            let result = try Self.save(id, writing, library, change)
            // Whoever was made on the way is written down next.
            if let made, case .saved = result { return .kept(made) }
            return result
        }
        let path = "/cases/\(caseID)/\(id)"
        switch result {
        case nil: return nil
        case .conflicts(let conflicts)?:
            // What was sent stands in the boxes, what the other window has written beside them: nothing of either is lost.
            return try await page(
                id, conflicts: conflicts, notes: [words["form.conflictNote"]], values: form.boxes, status: 409)
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

    private enum Result: Sendable {
        case conflicts([String: String])
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

    private static func save(
        _ id: RecordID, _ writing: DraftWriting, _ library: Library, _ change: Change
    ) throws -> Result {
        guard let current = try RecordWriting.read(id, from: library), let draft = current.draft else { return .saved }
        if current.later != nil { return .quarrel(try writing.rebase().map(\.id)) }
        let reading = FormReading(FormValues(draft.values), id: id, kind: draft.kind)
        guard reading.findings.isEmpty, let record = reading.record else { return .faulty(reading.findings) }
        let references = try ReferenceCheck.findings(in: [record]) { try library.standing(of: $0)?.kind }
        guard references.isEmpty else {
            return .faulty(
                references.map { finding in
                    let parts = finding.path.split(separator: ".").dropFirst()
                    return FormFinding(
                        rule: finding.rule, box: parts.first.map(String.init) ?? "", value: finding.value,
                        expected: finding.expected)
                })
        }
        _ = try library.save(
            try ClaimPrints.filled([record], from: library), change: change, expecting: [id: draft.base], closing: [id])
        return .saved
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
        let outcome = try await desk.pool.write { library -> DraftOutcome? in
            try DraftWriting(library: library, id: id, caseID: caseID, change: change).take(
                changes, window: form.window, seen: form.seen)
        }
        return try await answer(outcome, id)
    }

    func draftChanges(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        let (seen, window) = (query["seen"].flatMap { Int($0) } ?? 0, query["window"] ?? "")
        let outcome = try await desk.pool.read { try $0.draftChanges(of: id, since: seen, window: window) }
        return try await answer(outcome ?? DraftOutcome(version: 0), id)
    }

    private func answer(_ outcome: DraftOutcome?, _ id: RecordID) async throws -> DeskResponse? {
        guard let outcome else { return nil }
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

extension RecordKind {
    /// Whether records of the kind name persons or incidents, so that some are offered.
    fileprivate var namesOthers: Bool {
        FieldCatalogue.fields(of: self).flatMap { [$0] + $0.type.itemFields }.contains { field in
            switch field.type {
            case .reference(let kind), .references(let kind): [.person, .incident].contains(kind)
            default: false
            }
        }
    }
}
