import DossierLibrary
import DossierModel

/// The draft of one record, or the record itself as the draft that nobody has begun.
struct RecordWriting: Sendable {
    var id: RecordID
    var kind: RecordKind
    /// The record of the revision from which the writing began; nil for one that is not there yet.
    var base: Record?
    var revision: Int
    /// Nil until something was changed.
    var draft: Draft?
    /// The number of the record's last revision, where it is not the one from which the writing began.
    var later: Int?

    var values: FormValues { draft.map { FormValues($0.values) } ?? base.map(FormFilling.values) ?? FormValues() }

    /// Nil when there is neither such a record nor a draft of one.
    static func read(_ id: RecordID, from library: Library) throws -> RecordWriting? {
        let standing = try library.standing(of: id)
        if let draft = try library.draft(of: id) {
            let base = draft.base == 0 ? nil : try library.record(id, revision: draft.base)
            let last = standing?.revision ?? 0
            return RecordWriting(
                id: id, kind: draft.kind, base: base, revision: draft.base, draft: draft,
                later: last == draft.base ? nil : last)
        }
        guard let standing, let record = try library.record(id, revision: standing.revision) else { return nil }
        return RecordWriting(id: id, kind: standing.kind, base: record, revision: standing.revision)
    }

    /// Whether a form's page was shown before somebody saved the record, or threw the draft away that it showed.
    func isLate(_ form: RecordForm) -> Bool {
        if form.base != revision { return true }
        guard form.seen > 0 else { return false }
        return draft.map { form.seen < $0.first } ?? true
    }

    /// The draft that begins with what stands now.
    func begun(about caseID: RecordID) -> Draft {
        draft ?? Draft(record: id, kind: kind, base: revision, about: caseID, values: values.boxes)
    }
}

/// What a form of a record sends, told apart from the boxes.
struct RecordForm {
    /// The boxes that were in the form: one that is not ticked is not among them.
    var boxes: FormValues
    /// What the button asked for, such as `save` or `add sightings.1.value.2`.
    var action: String
    var window: String
    /// The version of the draft that the page showed; 0 where there was none.
    var seen: Int
    /// The revision that the page showed.
    var base: Int
    var reason: String

    private static let own: Set<String> = ["token", "do", "window", "seen", "base", "reason"]

    init(_ form: FormPairs) {
        action = form["do"] ?? "keep"
        window = form["window"] ?? ""
        seen = form["seen"].flatMap { Int($0) } ?? 0
        base = form["base"].flatMap { Int($0) } ?? 0
        reason = form["reason"] ?? ""
        let pairs = form.pairs.filter { !Self.own.contains($0.name) }
        // The first of two: a browser sends none twice.
        boxes = FormValues(Dictionary(pairs.map { ($0.name, $0.text) }) { first, _ in first })
    }
}
