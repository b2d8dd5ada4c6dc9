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

    /// Takes a whole form in: what differs from what its page showed.
    func take(_ form: RecordForm) throws -> DraftOutcome? {
        guard let writing = try RecordWriting.read(id, from: library) else { return nil }
        let shown: FormValues
        if form.seen > 0, let values = try library.draftValues(of: id, asOf: form.seen) {
            shown = FormValues(values)
        } else if form.base > 0, let record = try library.record(id, revision: form.base) {
            shown = FormFilling.values(of: record)
        } else {
            shown = writing.values
        }
        let changes = form.boxes.changes(from: shown)
        guard !changes.isEmpty || writing.draft != nil else { return DraftOutcome(version: 0) }
        guard let draft = try begin() else { return nil }
        // A page that showed the record itself shows what the draft began with.
        return try library.changeDraft(
            of: id, DraftChange(window: form.window, seen: max(form.seen, 1), values: changes), change: change
        ) ?? DraftOutcome(version: draft.version)
    }

    /// Adds or takes away a member, as a button asks: `add NAME`, `remove NAME`.
    func rearrange(_ action: String, window: String) throws {
        let parts = action.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let draft = try begin() else { return }
        var changes: [String: String] = [:]
        switch parts[0] {
        case "add":
            // The number is free in the draft that the page showed; another window may have taken it meanwhile.
            changes["\(Self.free(parts[1], FormValues(draft.values))).here"] = "1"
        case "remove":
            for name in FormValues(draft.values).names(below: parts[1]) { changes[name] = "" }
        default: return
        }
        _ = try library.changeDraft(
            of: id, DraftChange(window: window, seen: draft.version, values: changes), change: change)
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

    /// Brings a draft that began with an earlier revision up to the last: fields that only the others have changed become
    /// theirs, fields that only this draft has changed stay.
    /// - Returns: The fields that both have changed, each otherwise.
    func rebase() throws -> [FieldDefinition] {
        guard let writing = try RecordWriting.read(id, from: library), let draft = writing.draft,
            let base = writing.base, let last = writing.later, let theirs = try library.record(id, revision: last)
        else { return [] }
        let mine = FormReading(FormValues(draft.values), id: id, kind: draft.kind).record
        var quarrels: [FieldDefinition] = []
        var values = FormValues(draft.values)
        let new = FormFilling.values(of: theirs)
        for field in FieldCatalogue.fields(of: draft.kind) {
            let (then, now, here) = (base.entries[field.name], theirs.entries[field.name], mine?.entries[field.name])
            if then == now { continue }
            if then == here || now == here {
                for name in values.names(below: field.name) { values[name] = "" }
                for name in new.names(below: field.name) { values[name] = new[name] }
            } else {
                quarrels.append(field)
            }
        }
        try library.rebaseDraft(
            of: id, to: last, values: values.changes(from: FormValues(draft.values)), change: change)
        return quarrels
    }
}
