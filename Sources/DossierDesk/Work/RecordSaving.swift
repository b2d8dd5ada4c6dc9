import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice

/// Makes a draft into a revision of its record, or says why it cannot be one yet: then the draft stays as it is.
struct RecordSaving {
    let writing: DraftWriting

    /// What became of the draft.
    enum Outcome: Sendable {
        case saved
        /// What cannot be taken in, all at once.
        case faulty([FormFinding])
        /// Somebody has saved the record meanwhile, and the draft has been put together with that. The fields are those that
        /// both have changed, each otherwise; none where they did not disagree.
        case quarrel([FieldDefinition])
    }

    private var library: Library { writing.library }
    private var id: RecordID { writing.id }

    func save() throws -> Outcome {
        guard let current = try RecordWriting.read(id, from: library), let draft = current.draft else { return .saved }
        if current.later != nil { return .quarrel(try writing.rebase()) }
        let reading = FormReading(FormValues(draft.values), id: id, kind: draft.kind)
        guard reading.findings.isEmpty, var record = reading.record else { return .faulty(reading.findings) }
        let left = UntakenBoxes.findings(FormValues(draft.values), in: record)
        guard left.isEmpty else { return .faulty(left) }
        // No form can say what the program has found out itself.
        for field in FieldCatalogue.fields(of: record.kind) where field.isMeasured {
            record.entries[field.name] = current.base?.entries[field.name]
        }
        let dangling = try danglingReferences(of: record)
        guard dangling.isEmpty else { return .faulty(dangling) }
        try save(try ClaimPrints.filled([record], from: library), of: draft)
        return .saved
    }

    private func danglingReferences(of record: Record) throws -> [FormFinding] {
        try ReferenceCheck.findings(in: [record]) { try library.standing(of: $0)?.kind }.map { finding in
            let field = finding.path.split(separator: ".").dropFirst().first.map(String.init) ?? ""
            return FormFinding(rule: finding.rule, box: field, value: finding.value, expected: finding.expected)
        }
    }

    /// The record, and with a new person the case that names it: in one revision of both, or, where somebody is writing on
    /// the case, in its draft.
    private func save(_ records: [Record], of draft: Draft) throws {
        let (caseID, change) = (writing.caseID, writing.change)
        var (records, expecting) = (records, [id: draft.base])
        let role = draft.base == 0 ? CaseRole(rawValue: draft.values[CaseRole.box] ?? "") : nil
        let open = role == nil ? nil : try library.draft(of: caseID)
        if let role, open == nil, let caseRecord = try library.record(caseID),
            let standing = try library.standing(of: caseID)
        {
            records.append(role.adding(id, to: caseRecord))
            expecting[caseID] = standing.revision
        }
        _ = try library.save(records, change: change, expecting: expecting, closing: [id])
        guard let role, let open else { return }
        let boxes = role.boxes(for: id, in: FormValues(open.values))
        _ = try library.changeDraft(
            of: caseID, DraftChange(window: "", seen: open.version, values: boxes), change: change)
    }
}
