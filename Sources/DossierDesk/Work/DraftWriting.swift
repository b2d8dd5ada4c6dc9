import DossierLibrary
import DossierModel

/// Takes what a form has sent into the draft, and the draft into the library.
struct DraftWriting {
    let library: Library
    let id: RecordID
    let caseID: RecordID
    let change: Change

    /// The draft, begun where there is none.
    /// - Returns: Nil when there is no such record.
    func begin() throws -> Draft? {
        guard let writing = try RecordWriting.read(id, from: library) else { return nil }
        if let draft = writing.draft { return draft }
        return try library.beginDraft(writing.begun(about: caseID), change: change)
    }

    /// What became of a form.
    struct Taken: Sendable {
        /// Boxes in which another window has written since, with what stands there: those of the form were not taken in.
        var conflicts: [String: String] = [:]
        /// Fields that somebody has changed otherwise since the page was shown: those of the form were not taken in.
        var quarrels: [FieldDefinition] = []
    }

    /// Takes a whole form in: what differs from what its page showed.
    /// - Returns: Nil when there is no such record.
    func take(_ form: RecordForm) throws -> Taken? {
        guard let writing = try RecordWriting.read(id, from: library) else { return nil }
        if writing.isLate(form) { return try takeLate(form, writing) }
        let shown: FormValues
        if form.seen > 0, let values = try library.draftValues(of: id, asOf: form.seen) {
            shown = FormValues(values)
        } else {
            shown = writing.base.map(FormFilling.values) ?? writing.values
        }
        let changes = form.boxes.changes(from: shown)
        if writing.draft == nil, try saysTheSame(form.boxes, writing) { return Taken() }
        guard try begin() != nil else { return nil }
        let outcome = try library.changeDraft(
            of: id, DraftChange(window: form.window, seen: form.seen, values: changes), change: change)
        return Taken(conflicts: outcome?.conflicts ?? [:])
    }

    /// Whether a form says what the record says: boxes that somebody has only looked at are no draft.
    private func saysTheSame(_ boxes: FormValues, _ writing: RecordWriting) throws -> Bool {
        let reading = FormReading(boxes, id: id, kind: writing.kind)
        return reading.findings.isEmpty && reading.record == writing.base
    }

    /// Takes a form in whose page was shown before somebody saved the record: field by field, and none that they have
    /// changed otherwise.
    private func takeLate(_ form: RecordForm, _ writing: RecordWriting) throws -> Taken? {
        let base =
            try form.base > 0 ? library.record(id, revision: form.base) : Record(id: id, kind: writing.kind)
        guard let base, let draft = try begin() else { return nil }
        let theirs = FormValues(draft.values)
        let merge = DraftMerge(mine: form.boxes, base: base, theirs: theirs)
        let merged = merge.boxes(of: theirs, with: form.boxes, where: .mine)
        _ = try library.changeDraft(
            of: id, DraftChange(window: form.window, seen: draft.version, values: merged.changes(from: theirs)),
            change: change)
        return Taken(quarrels: merge.quarrels)
    }

    /// What became of single boxes.
    enum TakenBoxes: Sendable {
        case taken(DraftOutcome)
        /// The page was shown before somebody saved the record: the whole form must be sent.
        case late
    }

    /// Takes in single boxes. What already stands there begins no draft: a page that sends its last words while it is being
    /// saved must not leave one behind.
    func take(_ changes: [String: String], _ form: RecordForm) throws -> TakenBoxes? {
        guard let writing = try RecordWriting.read(id, from: library) else { return nil }
        let values = writing.values
        if changes.allSatisfy({ values[$0.key] == $0.value }) {
            return .taken(DraftOutcome(version: writing.draft?.version ?? 0))
        }
        if writing.isLate(form) { return .late }
        guard try begin() != nil else { return nil }
        return try library.changeDraft(
            of: id, DraftChange(window: form.window, seen: form.seen, values: changes), change: change
        ).map { .taken($0) }
    }

    /// Adds or takes away a member, as a button asks: `add NAME`, `remove NAME`.
    /// - Returns: Boxes of a member that was to go in which another window has written since: then it stays.
    func rearrange(_ form: RecordForm) throws -> [String: String] {
        let parts = form.action.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let draft = try begin() else { return [:] }
        var changes: [String: String] = [:]
        switch parts[0] {
        case "add":
            // The number is free in the draft that the page showed; another window may have taken it meanwhile.
            let values = FormValues(draft.values)
            let place = Self.free(parts[1], values)
            changes["\(place).here"] = "1"
            if let number = nextNumber(place, draft.kind, values) { changes["\(place).number.1.value"] = number }
        case "remove":
            for name in FormValues(draft.values).names(below: parts[1]) { changes[name] = "" }
            let others = try library.draftChanges(of: id, since: form.seen, window: form.window)?.others ?? [:]
            let written = others.filter { changes[$0.key] != nil && !$0.value.isEmpty }
            if !written.isEmpty { return written }
        default: return [:]
        }
        _ = try library.changeDraft(
            of: id, DraftChange(window: form.window, seen: draft.version, values: changes), change: change)
        return [:]
    }

    /// The number of a new member of a list whose members are numbered, such as paragraphs; nil for other lists.
    private func nextNumber(_ place: String, _ kind: RecordKind, _ values: FormValues) -> String? {
        let parts = place.split(separator: ".").map(String.init)
        guard parts.count == 4, parts[2] == "value", let field = FieldCatalogue.field(parts[0], of: kind),
            field.type.itemFields.contains(where: { $0.name == "number" })
        else { return nil }
        let list = parts.prefix(3).joined(separator: ".")
        let taken = values.numbers(below: list).compactMap { Int(values["\(list).\($0).number.1.value"]) }
        return String(min(taken.max() ?? 0, 9_998) + 1)
    }

    private static func free(_ name: String, _ values: FormValues) -> String {
        guard let dot = name.lastIndex(of: "."), let wanted = Int(name[name.index(after: dot)...]) else { return name }
        let list = String(name[..<dot])
        let taken = values.numbers(below: list).filter { values.isAnyFilled(below: "\(list).\($0)") }
        return "\(list).\(max(wanted, (taken.last ?? 0) + 1))"
    }

    /// Makes the records that boxes ask for by `+person` or `+incident`, and points the boxes at them.
    /// - Returns: The first that was made.
    func makeWanted(using fresh: (RecordKind) -> RecordID) throws -> RecordID? {
        guard let draft = try library.draft(of: id) else { return nil }
        var made: [Record] = []
        var changes: [String: String] = [:]
        for (name, value) in draft.values.sorted(by: { $0.key < $1.key }) where value.hasPrefix("+") {
            guard let kind = RecordKind(rawValue: String(value.dropFirst())), [.person, .incident].contains(kind)
            else { continue }
            let record = Record(id: fresh(kind), kind: kind, language: .korean)
            made.append(record)
            changes[name] = record.id.text
        }
        guard !made.isEmpty else { return nil }
        _ = try library.save(made, change: change)
        _ = try library.changeDraft(
            of: id, DraftChange(window: "", seen: draft.version, values: changes), change: change)
        return made.first?.id
    }

    /// Begins a claim that rests on a paragraph of the testimony.
    func beginClaim(on paragraph: Int, id claim: RecordID) throws -> RecordID {
        var values = FormValues()
        values["record.language"] = "ko"
        values["case.1.value"] = caseID.text
        values["support.1.value.1.stance.1.value"] = "supports"
        values["support.1.value.1.testimony.1.value"] = id.text
        values["support.1.value.1.paragraph.1.value"] = String(paragraph)
        _ = try library.beginDraft(
            Draft(record: claim, kind: .claim, base: 0, about: caseID, values: values.boxes), change: change)
        return claim
    }

    /// Brings a draft that began with an earlier revision up to the last: fields that only the others have changed become
    /// theirs, fields that only this draft has changed stay.
    /// - Returns: The fields that both have changed, each otherwise; the draft keeps its own.
    func rebase() throws -> [FieldDefinition] {
        guard let writing = try RecordWriting.read(id, from: library), let draft = writing.draft,
            let last = writing.later, let theirs = try library.record(id, revision: last)
        else { return [] }
        let (mine, new) = (FormValues(draft.values), FormFilling.values(of: theirs))
        let merge = DraftMerge(mine: mine, base: writing.base ?? Record(id: id, kind: draft.kind), theirs: new)
        let merged = merge.boxes(of: mine, with: new, where: .theirs)
        try library.rebaseDraft(of: id, to: last, values: merged.changes(from: mine), change: change)
        return merge.quarrels
    }
}
