import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice

/// Makes records that are still to be written. A case begins in the library, with its person and its incident, so that
/// whatever is written afterwards has something to point at; all else begins as a draft.
struct NewRecords {
    let desk: DeskPages

    func newCase(_ form: FormPairs) async throws -> DeskResponse {
        let ids = (
            person: desk.freshID(.person), incident: desk.freshID(.incident), case: desk.freshID(.case)
        )
        var values = FormValues()
        values["record.language"] = "ko"
        values["names.1.value.1.script"] = "hangul"
        values["names.1.value.1.family"] = form["family"] ?? ""
        values["names.1.value.1.given"] = form["given"] ?? ""
        let person = FormReading(values, id: ids.person, kind: .person)
        guard person.findings.isEmpty, let personRecord = person.record else {
            throw DeskRefusal(key: "new.badName")
        }
        let incident = Record(id: ids.incident, kind: .incident, language: .korean)
        var record = Record(id: ids.case, kind: .case, language: .korean)
        let point = { (id: RecordID) in Entry(answer: .given(Accounts(.references([id])))) }
        record.entries[CaseFields.person.definition.name] = point(ids.person)
        record.entries[CaseFields.incident.definition.name] = point(ids.incident)
        try await save([personRecord, incident, record], "desk: new case")
        return .see("/cases/\(ids.case)/\(ids.person)")
    }

    func newRecord(in caseID: RecordID, _ form: FormPairs) async throws -> DeskResponse? {
        guard let kind = form["kind"].flatMap(RecordKind.init(rawValue:)),
            let folder = try await desk.pool.read({ try $0.folder(ofCase: caseID) })
        else { return nil }
        let id = desk.freshID(kind)
        guard [.person, .testimony, .consent, .claim, .exhibit].contains(kind) else { return nil }
        var values = FormValues()
        values["record.language"] = "ko"
        switch kind {
        case .person: values[CaseRole.box] = CaseRole(rawValue: form["role"] ?? "")?.rawValue ?? ""
        case .testimony: values["cases.1.value.1"] = caseID.text
        case .exhibit:
            values["cases.1.value.1"] = caseID.text
            values["form.1.value"] = "object"
        case .claim: values["case.1.value"] = caseID.text
        default: values["about.1.value"] = folder.person?.id.text ?? ""
        }
        let draft = Draft(record: id, kind: kind, base: 0, about: caseID, values: values.boxes)
        let change = desk.change("desk")
        _ = try await desk.pool.write { try $0.beginDraft(draft, change: change) }
        return .see("/cases/\(caseID)/\(id)")
    }

    private func save(_ records: [Record], _ reason: String) async throws {
        let change = desk.change(reason)
        _ = try await desk.pool.write { try $0.save(records, change: change) }
    }
}
