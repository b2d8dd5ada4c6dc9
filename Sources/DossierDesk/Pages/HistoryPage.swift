import DossierHTML
import DossierLibrary
import DossierModel
import DossierOffice

/// The revisions of a record, and what one of them has changed.
struct HistoryPage {
    let desk: DeskPages
    let visitor: Visitor
    let caseID: RecordID

    private var words: DeskWords { visitor.words }

    func response(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        let caseID = caseID
        let wanted = query["revision"].flatMap { Int($0) }
        let read = try await desk.pool.read {
            library -> (OpenCase, [Library.Revision], Int, RecordDifference?, Record?)? in
            let revisions = try library.history(of: id)
            guard let open = try OpenCase.read(caseID, from: library), let last = revisions.last else { return nil }
            let number = revisions.contains { $0.number == wanted } ? wanted ?? last.number : last.number
            let now = try library.record(id, revision: number)
            let then = number > 1 ? try library.record(id, revision: number - 1) : nil
            return (open, revisions, number, RecordDifference(from: then, to: now), now)
        }
        guard let (open, revisions, number, difference, record) = read else { return nil }
        let name = record.flatMap { NameLine.title(of: $0, open.folder, words) } ?? words["start.unnamed"]
        let title = words.filled("history.title", ["name": name])
        let path = "/cases/\(caseID)/\(id)/history"
        return DeskResponse(
            Frame(visitor: visitor, title: "\(words["case.history"]) \(id)", here: path, bodyClass: "history").page([
                CaseHead(visitor: visitor, open: open).node(current: .history(id)), .tag("h1", text: title),
                .tag("p", [:], [.tag("a", ["href": "/cases/\(caseID)/\(id)"], text: words["history.back"])]),
                .tag(
                    "div", ["class": "columns"],
                    [
                        .tag("div", ["class": "wide"], [changes(difference, number, open.folder)]),
                        .tag("aside", ["class": "side"], [list(revisions, number, path)]),
                    ]),
                whose(open, id),
            ]))
    }

    private func list(_ revisions: [Library.Revision], _ shown: Int, _ path: String) -> HTMLNode {
        .tag(
            "nav", ["aria-label": words["history.revisions"], "class": "revisions"],
            [
                .tag("h2", text: words["history.revisions"]),
                .tag(
                    "ol", ["reversed": "reversed"],
                    revisions.reversed().map { revision in
                        .tag(
                            "li", ["value": String(revision.number)],
                            [
                                .element(
                                    "a",
                                    [("href", "\(path)?revision=\(revision.number)")]
                                        + (revision.number == shown ? [("aria-current", "true")] : []),
                                    [MomentText.node(revision.at, words)]), .text(" "),
                                .tag("span", ["class": "note"], text: reason(revision)),
                            ])
                    }),
            ])
    }

    /// Who and why; where nobody has said why, who alone.
    private func reason(_ revision: Library.Revision) -> String {
        revision.reason.hasPrefix("desk") ? revision.actor : "\(revision.actor) · \(revision.reason)"
    }

    private func changes(_ difference: RecordDifference?, _ number: Int, _ folder: CaseFolder) -> HTMLNode {
        let words = words
        let spoken = EntryText(words: words) { id in
            folder.records.first { $0.id == id }.flatMap { NameLine.title(of: $0, folder, words) }
        }
        let heading = HTMLNode.tag("h2", text: words.filled("history.change", ["number": String(number)]))
        guard let difference else {
            return .group([heading, .tag("p", ["class": "empty"], text: words["history.same"])])
        }
        let rows = difference.fields.map { field -> HTMLNode in
            let parts = field.parts
            let text = { (entry: Entry?) -> [HTMLNode] in
                spoken.lines(entry, field.field).map { .tag("p", text: $0) }
            }
            return .tag(
                "tr", [:],
                [
                    .tag("th", ["scope": "row"], text: words.label(field.field)),
                    .tag("td", ["class": "before"], text(parts.earlier)),
                    .tag("td", ["class": "after"], text(parts.later)),
                ])
        }
        return .group([
            heading,
            rows.isEmpty
                ? .tag("p", ["class": "empty"], text: words["history.same"])
                : .tag(
                    "table", ["class": "rows difference"],
                    [
                        .tag(
                            "caption", ["class": "unseen"],
                            text: words.filled("history.change", ["number": String(number)])),
                        .tag(
                            "thead", [:],
                            [
                                .tag(
                                    "tr", [:],
                                    ["history.field", "history.before", "history.after"].map {
                                        .tag("th", ["scope": "col"], text: words[$0])
                                    })
                            ]), .tag("tbody", [:], rows),
                    ]),
        ])
    }

    /// The histories of the other records of the case.
    private func whose(_ open: OpenCase, _ id: RecordID) -> HTMLNode {
        .tag(
            "section", ["aria-labelledby": "others-title"],
            [
                .tag("h2", ["id": "others-title"], text: words["history.others"]),
                .tag(
                    "ul", ["class": "cards"],
                    open.folder.records.filter { $0.id != id }.map { record in
                        .tag(
                            "li", [:],
                            [
                                .tag(
                                    "a", ["href": "/cases/\(open.id)/\(record.id)/history"],
                                    text: NameLine.title(of: record, open.folder, words)
                                        ?? words["start.unnamed"]),
                                .text(" "), .tag("span", ["class": "kind"], text: words.label(record.kind)),
                            ])
                    }),
            ])
    }
}
