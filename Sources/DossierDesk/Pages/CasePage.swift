import DossierHTML
import DossierLibrary
import DossierModel
import DossierProfiles

/// One case: what its petition still needs, its records, and what happened in order of time.
struct CasePage {
    let desk: DeskPages
    let visitor: Visitor

    private var words: DeskWords { visitor.words }

    /// Other cases of the same incident, with the names of whom they are about.
    private func sharing(_ open: OpenCase) async throws -> [(id: RecordID, name: String?)] {
        guard let incident = open.folder.incident?.id else { return [] }
        let own = open.id
        return try await desk.pool.read { library in
            try library.cases(sharing: incident).filter { $0 != own }.prefix(50).map { id in
                (id, NameLine.name(of: try library.folder(ofCase: id)?.person))
            }
        }
    }

    private func read(_ id: RecordID) async throws -> OpenCase? {
        try await desk.pool.read { try OpenCase.read(id, from: $0) }
    }

    func response(_ id: RecordID) async throws -> DeskResponse? {
        guard let open = try await read(id) else { return nil }
        let others = try await sharing(open)
        return DeskResponse(
            Frame(visitor: visitor, title: "\(words.label(.case)) \(id)", here: "/cases/\(id)", bodyClass: "case").page(
                [
                    CaseHead(visitor: visitor, open: open).node(current: .case),
                    .tag(
                        "div", ["class": "columns"],
                        [
                            .tag(
                                "div", ["class": "wide"],
                                [
                                    records(open, sharing: others), CaseTimeline(visitor: visitor, open: open).node(),
                                ]),
                            .tag("aside", ["class": "side"], [panel(open).node()]),
                        ]),
                ]))
    }

    /// The check panel alone, for the script.
    func checkPiece(_ id: RecordID) async throws -> DeskResponse? {
        try await read(id).map { DeskResponse(piece: panel($0).node(isShort: true)) }
    }

    private func panel(_ open: OpenCase) -> CheckPanel { desk.panel(open, visitor) }

    // MARK: Records

    private func sharedIncident(_ open: OpenCase, _ others: [(id: RecordID, name: String?)]) -> HTMLNode {
        guard !others.isEmpty else { return .group([]) }
        return .tag(
            "section", ["class": "records", "aria-labelledby": "sharing"],
            [
                .tag("h2", ["id": "sharing"], text: words["records.sharing"]),
                .tag(
                    "ul", ["class": "cards"],
                    others.map { id, name in
                        .tag("li", [:], [.tag("a", ["href": "/cases/\(id)"], text: name ?? words["start.unnamed"])])
                    }),
            ])
    }

    private func records(_ open: OpenCase, sharing others: [(id: RecordID, name: String?)]) -> HTMLNode {
        let folder = open.folder
        let relatives = Set(
            (folder.caseRecord[CaseFields.relatives].value ?? []).compactMap { $0[RelativeFields.person].value })
        let people = folder.others.values.sorted { $0.id < $1.id }
        let drafted = open.drafts.values.filter { $0.base == 0 }.compactMap(\.written)
        let all = { (kind: RecordKind, known: [Record]) in
            known + drafted.filter { draft in draft.kind == kind && !known.contains { $0.id == draft.id } }
        }
        return .group([
            group(
                "records.what",
                [folder.person, folder.incident].compactMap(\.self) + [folder.caseRecord] + folder.earlierIncidents,
                open, add: []),
            sharedIncident(open, others),
            group("records.people", all(.person, people), open, add: []) { person in
                relatives.contains(person.id) ? words["records.relative"] : nil
            },
            .group(CaseRole.allCases.map { addPerson($0, open) }),
            group("records.testimonies", all(.testimony, sorted(folder.evidence.testimonies)), open, add: [.testimony]),
            group("records.exhibits", all(.exhibit, sorted(folder.evidence.exhibits)), open, add: []),
            upload(open),
            group("records.claims", all(.claim, folder.evidence.claims), open, add: [.claim]),
            group("records.consents", all(.consent, folder.consents), open, add: [.consent]) { consent in
                consentState(consent)
            },
        ])
    }

    private func addPerson(_ role: CaseRole, _ open: OpenCase) -> HTMLNode {
        let frame = Frame(visitor: visitor, title: "")
        return frame.form(
            to: "/cases/\(open.id)/new", classes: "inline person",
            [
                frame.hidden("kind", RecordKind.person.rawValue), frame.hidden("role", role.rawValue),
                .tag("button", ["class": "add"], text: "+ \(words["records.add.\(role.rawValue)"])"),
            ])
    }

    private func sorted(_ records: [RecordID: Record]) -> [Record] { records.values.sorted { $0.id < $1.id } }

    private func consentState(_ consent: Record) -> String {
        let purposes = (consent[ConsentFields.purposes].value ?? []).map {
            words.choice($0, of: ConsentFields.purposes.definition)
        }
        let stands = words[consent.consentStands(on: desk.today()) ? "records.stands" : "records.doesNotStand"]
        return (purposes + [stands]).joined(separator: " · ")
    }

    private func group(
        _ key: String, _ records: [Record], _ open: OpenCase, add kinds: [RecordKind],
        note: (Record) -> String? = { _ in nil }
    ) -> HTMLNode {
        let id = key.replacing(".", with: "-")
        let frame = Frame(visitor: visitor, title: "")
        let list = records.map { record -> HTMLNode in
            let title = NameLine.title(of: record, open.folder, words) ?? words["start.unnamed"]
            var line: [HTMLNode] = [
                .tag("a", ["href": "/cases/\(open.id)/\(record.id)"], text: title), .text(" "),
                .tag("span", ["class": "kind"], text: kind(record, open)),
            ]
            if let note = note(record) ?? aside(record) {
                line += [.text(" "), .tag("span", ["class": "note"], text: note)]
            }
            if open.drafts[record.id] != nil {
                line += [.text(" "), .tag("span", ["class": "chip draft"], text: words["records.draft"])]
            }
            return .tag("li", [:], line)
        }
        return .tag(
            "section", ["class": "records", "aria-labelledby": id],
            [.tag("h2", ["id": id], text: words[key])]
                + (list.isEmpty
                    ? [.tag("p", ["class": "empty"], text: words["recordsNone.\(key.dropFirst("records.".count))"])]
                    : [.tag("ul", ["class": "cards"], list)])
                + kinds.map { kind in
                    frame.form(
                        to: "/cases/\(open.id)/new", classes: "inline",
                        [
                            frame.hidden("kind", kind.rawValue),
                            .tag("button", ["class": "add"], text: "+ \(words["records.add.\(kind.rawValue)"])"),
                        ])
                })
    }

    /// Tells records of one kind apart: an account by its day and how it was taken, a consent by who gave it.
    private func aside(_ record: Record) -> String? {
        guard record.kind == .testimony else { return nil }
        let setting = record[TestimonyFields.setting].value.map {
            words.choice($0, of: TestimonyFields.setting.definition)
        }
        let said = [record[TestimonyFields.date].value.map { words.date($0.date) }, setting].compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: " · ")
    }

    private func kind(_ record: Record, _ open: OpenCase) -> String {
        switch record.id {
        case open.folder.person?.id: words["records.disappeared"]
        default: words.label(record.kind)
        }
    }

    private func upload(_ open: OpenCase) -> HTMLNode {
        .tag(
            "form",
            [
                "class": "upload", "method": "post", "enctype": "multipart/form-data",
                "action": "/cases/\(open.id)/evidence", "data-upload": "yes",
            ],
            [
                .tag("input", ["type": "hidden", "name": "token", "value": visitor.csrf]),
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": "files"], text: words["upload.files"]),
                        .tag(
                            "input",
                            [
                                "id": "files", "type": "file", "name": "files", "multiple": "multiple",
                                "required": "required",
                            ]),
                        .tag("p", ["class": "hint"], text: words["upload.hint"]),
                    ]),
                .tag("button", ["class": "add"], text: words["upload.send"]),
                .tag(
                    "div",
                    [
                        "class": "progress", "data-progress": "yes", "role": "status",
                        "data-sent": words["upload.progress"],
                        "data-hashing": words["upload.hashing"], "data-failed": words["upload.failed"],
                    ], []),
            ])
    }
}

extension DeskPages {
    func panel(_ open: OpenCase, _ visitor: Visitor) -> CheckPanel {
        let checking = check()
        return CheckPanel(
            visitor: visitor, open: open, shortfalls: checking.shortfalls(of: open.folder),
            standing: checking.standing(of: open.folder))
    }
}
