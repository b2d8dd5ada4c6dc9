import DossierHTML
import DossierLibrary
import DossierModel
import DossierNames
import DossierProfiles

/// The form of a record, with its parts in the order of the body's form, and beside it what is missing.
struct RecordFormPage {
    let desk: DeskPages
    let visitor: Visitor
    let content: RecordPage.Content

    private var words: DeskWords { visitor.words }
    private var writing: RecordWriting { content.writing }
    private var path: String { "/cases/\(content.open.id)/\(writing.id)" }

    func node() -> HTMLNode {
        let title = NameLine.title(of: record, content.open.folder, words) ?? words.label(writing.kind)
        // No name: titles stand in the browser's history.
        let frame = Frame(
            visitor: visitor, title: "\(words.label(writing.kind)) \(writing.id)", here: path, bodyClass: "record")
        return frame.page([
            CaseHead(visitor: visitor, open: content.open).node(current: .record(writing.id)),
            .tag(
                "form",
                [
                    "method": "post", "action": path, "class": "record-form", "data-draft": "\(path)/draft",
                    "novalidate": "novalidate", "autocomplete": "off",
                    // Words that stand on this page alone, until somebody has decided.
                    "data-undecided": content.values == nil ? "" : "yes",
                ],
                [
                    // Enter in a box keeps what is there, and adds or takes away nothing: browsers take the first button.
                    .tag(
                        "button",
                        [
                            "type": "submit", "name": "do", "value": "keep", "class": "unseen", "tabindex": "-1",
                            "aria-hidden": "true",
                        ], text: words["form.keep"]),
                    frame.hidden("token", visitor.csrf), frame.hidden("window", desk.freshWindow()),
                    frame.hidden("seen", String(writing.draft?.version ?? 0)),
                    frame.hidden("base", String(writing.revision)),
                    // No field, and yet it must come back with the form.
                    frame.hidden(CaseRole.box, writing.values[CaseRole.box]),
                    .tag(
                        "div", ["class": "columns"],
                        [
                            .tag("div", ["class": "wide"], [head(title), notes] + sections + [aboutRecord]),
                            .tag(
                                "aside", ["class": "side"],
                                [saving, contents, desk.panel(content.open, visitor).node(isShort: true)]),
                        ]),
                ]),
            discarding(frame),
        ])
    }

    /// The record as it is being written.
    private var record: Record {
        FormReading(writing.values, id: writing.id, kind: writing.kind).record
            ?? Record(id: writing.id, kind: writing.kind)
    }

    private func head(_ title: String) -> HTMLNode {
        .tag(
            "div", ["class": "record-head"],
            [
                .tag(
                    "h1", [:],
                    [.text(title), .text(" "), .tag("span", ["class": "kind"], text: words.label(writing.kind))]),
                .tag(
                    "p", ["class": "hint"],
                    [
                        .text(
                            writing.revision == 0
                                ? words["form.newRecord"]
                                : words.filled("form.revision", ["number": String(writing.revision)])),
                        .text(" · "), .text(writing.id.text),
                    ]
                        + (writing.revision == 0
                            ? [] : [.text(" · "), .tag("a", ["href": "\(path)/history"], text: words["case.history"])])),
            ])
    }

    private var notes: HTMLNode {
        var all = content.notes
        if writing.later != nil, all.isEmpty { all.append(words["form.later"]) }
        let done = content.notice.map { notice in
            HTMLNode.tag(
                "p", ["class": "done", "role": "status"],
                text: notice == .saved
                    ? words.filled("form.saved", ["number": String(writing.revision)]) : words["form.state.kept"])
        }
        return .group(
            [
                .tag("div", ["class": "notes", "role": "alert"], all.map { .tag("p", text: $0) } + faults)
            ] + (done.map { [$0] } ?? []))
    }

    /// The fields with faults, each a way to it.
    private var faults: [HTMLNode] {
        guard !content.notes.isEmpty, !content.findings.isEmpty else { return [] }
        var seen: Set<String> = []
        let names = content.findings.compactMap { $0.box.split(separator: ".").first.map(String.init) }
            .filter { seen.insert($0).inserted }
        return [
            .tag(
                "ul", [:],
                names.compactMap { name in
                    FieldCatalogue.field(name, of: writing.kind).map { field in
                        .tag(
                            "li", [:],
                            [.tag("a", ["href": "#\(FormPainter.anchor(name))"], text: words.label(field))])
                    }
                })
        ]
    }

    // MARK: Sections

    /// The fields under their headings.
    private var parts: [(id: String, title: String, fields: [FieldDefinition])] {
        desk.house.layout.parts(of: writing.kind).map { part in
            (part.id, part.ownKey.map { words[$0] } ?? words.profile["sections.\(part.id)"], part.fields)
        }
    }

    private var sections: [HTMLNode] {
        let painter = painter
        return parts.map { part in
            .tag(
                "section", ["class": "part", "aria-labelledby": "part-\(part.id)"],
                [.tag("h2", ["id": "part-\(part.id)"], text: part.title)]
                    + part.fields.map { painter.entry($0, at: $0.name, rows: rows(of: $0)) })
        }
    }

    /// What the body's form asks by a field.
    private func rows(of field: FieldDefinition) -> [String] {
        desk.house.profile.sections.flatMap(\.rows).filter { $0.field.id == field.id }
            .map { words.profile["rows.\($0.id)"] }
    }

    private var aboutRecord: HTMLNode {
        let painter = painter
        return .tag(
            "section", ["class": "part", "aria-labelledby": "part-record"],
            [
                .tag("h2", ["id": "part-record"], text: words["form.aboutRecord"]),
                .tag(
                    "fieldset", ["class": "entry"],
                    [
                        .tag("legend", text: words["form.aboutRecord"]),
                        .tag("p", ["class": "help"], text: words["form.aboutRecordHelp"]),
                        .tag(
                            "div", ["class": "row"],
                            [
                                painter.languageBox("record.language", painter.recordLanguage),
                                painter.levelBox("record.level", else: nil),
                            ]),
                    ]),
            ])
    }

    private var painter: FormPainter {
        FormPainter(
            visitor: visitor, values: content.values ?? writing.values, findings: content.findings,
            conflicts: content.conflicts, kept: keptMembers, choices: choices, beneath: beneath)
    }

    /// How many members lists that only grow have in the library: these stay as they are.
    private var keptMembers: [String: Int] {
        let growing = FieldCatalogue.growingFields(of: writing.kind)
        return Dictionary(
            growing.map { field in
                guard case .items(let items) = writing.base?.entries[field.name]?.answer.value else {
                    return (field.name, 0)
                }
                return (field.name, items.count)
            }
        ) { first, _ in first }
    }

    /// What stands beneath a member of a list: of a paragraph the claims that rest on it, and the way to a new one.
    private var beneath: (FieldDefinition, String) -> [HTMLNode] {
        let claims = content.open.folder.evidence.claims
        let (values, id, caseID, words) = (content.values ?? writing.values, writing.id, content.open.id, words)
        return { field, place in
            guard field.id == TestimonyFields.paragraphs.definition.id,
                let number = Int(values["\(place).number.1.value"])
            else { return [] }
            let resting = claims.filter { claim in
                (claim[ClaimFields.support].value ?? []).contains {
                    $0[SupportFields.testimony].value == id && $0[SupportFields.paragraph].value == number
                }
            }
            let links = resting.map { claim -> HTMLNode in
                let text = claim[ClaimFields.statement].value?.best(for: words.language).text ?? claim.id.text
                return .tag("li", [:], [.tag("a", ["href": "/cases/\(caseID)/\(claim.id)"], text: text)])
            }
            return [
                .tag(
                    "div", ["class": "resting"],
                    (links.isEmpty
                        ? [] : [.tag("p", ["class": "hint"], text: words["form.resting"]), .tag("ul", [:], links)])
                        + [
                            .tag(
                                "button",
                                ["type": "submit", "name": "do", "value": "claim \(number)", "class": "small"],
                                text: words["form.newClaim"])
                        ])
            ]
        }
    }

    private var choices: FormChoices {
        let folder = content.open.folder
        let language = words.language
        let unnamed = words["start.unnamed"]
        let near = folder.records + content.open.drafts.values.filter { $0.base == 0 }.compactMap(\.written)
        var records: [RecordKind: [FormChoices.Choice]] = [:]
        var seen: Set<RecordID> = [writing.id]
        for record in near where seen.insert(record.id).inserted {
            let title = NameLine.title(of: record, folder, words) ?? unnamed
            records[record.kind, default: []].append(.init(id: record.id, label: "\(title) (\(record.id))"))
        }
        let caseID = content.open.id
        let spellings = desk.house.spellings
        return FormChoices(
            states: desk.house.stateOptions(language), records: records,
            path: { "/cases/\(caseID)/\($0)" },
            romanised: { Array(spellings.spellings(of: $0).filter(Self.isLatin).prefix(4)) })
    }

    private static func isLatin(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { $0.value < 0x300 } }

    // MARK: The side

    private var saving: HTMLNode {
        .tag(
            "section", ["class": "saving", "aria-labelledby": "saving-title"],
            [
                .tag("h2", ["id": "saving-title"], text: words["form.saving"]),
                .tag(
                    "p",
                    [
                        "class": "draft-state", "data-state": "yes", "role": "status",
                        "data-typing": words["form.state.typing"], "data-kept": words["form.state.kept"],
                        "data-lost": words["form.state.lost"], "data-other": words["form.state.other"],
                        "data-conflict": words["form.state.conflict"], "data-elsewhere": words["form.conflict"],
                    ],
                    text: writing.draft == nil ? words["form.state.none"] : words["form.state.draft"]),
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": "reason"], text: words["form.reason"]),
                        .tag(
                            "input",
                            [
                                "id": "reason", "name": "reason", "autocomplete": "off",
                                "placeholder": words["form.reasonExample"],
                            ]),
                    ]),
                .tag(
                    "button", ["type": "submit", "name": "do", "value": "save", "class": "main"],
                    text: words["form.save"]),
                .tag("button", ["type": "submit", "name": "do", "value": "keep"], text: words["form.keep"]),
            ])
    }

    private var contents: HTMLNode {
        .tag(
            "nav", ["class": "contents", "aria-label": words["form.contents"]],
            [
                .tag(
                    "ul", [:],
                    parts.map { part in
                        .tag("li", [:], [.tag("a", ["href": "#part-\(part.id)"], text: part.title)])
                    })
            ])
    }

    private func discarding(_ frame: Frame) -> HTMLNode {
        guard writing.draft != nil else { return .group([]) }
        return .tag(
            "details", ["class": "discard"],
            [
                .tag("summary", text: words["form.discard"]),
                .tag("p", text: words["form.discardText"]),
                frame.form(
                    to: "\(path)/discard", [.tag("button", ["class": "danger"], text: words["form.discardNow"])]),
            ])
    }
}
