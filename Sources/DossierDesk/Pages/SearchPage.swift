import DossierHTML
import DossierLibrary
import DossierModel

/// Finds records by an id, a name, or a piece of their text.
struct SearchPage {
    let desk: DeskPages
    let visitor: Visitor

    private static let kinds: [RecordKind] = [.person, .incident, .case, .testimony, .exhibit, .claim, .consent]
    private static let most = 30

    private struct Hit: Sendable {
        var id: RecordID
        var kind: RecordKind
        var title: String?
        var caseID: RecordID?
        var caseName: String?
    }

    func response(_ query: FormPairs) async throws -> DeskResponse {
        let words = visitor.words
        let text = (query["q"] ?? "").trimmingSpaces
        let hits =
            text.isEmpty
            ? []
            : try await desk.pool.read { library -> [Hit] in
                var ids: [RecordID] = []
                if let id = RecordID(text), try library.standing(of: id) != nil { ids.append(id) }
                for kind in Self.kinds where ids.count < Self.most {
                    ids += try library.ids(of: kind, holding: text, limit: Self.most - ids.count).filter {
                        !ids.contains($0)
                    }
                }
                return try ids.compactMap { id in
                    guard let record = try library.record(id) else { return nil }
                    let caseID = try library.cases(about: id).first
                    let folder = try caseID.flatMap { try library.folder(ofCase: $0) }
                    return Hit(
                        id: id, kind: record.kind, title: NameLine.title(of: record, folder, words), caseID: caseID,
                        caseName: NameLine.name(of: folder?.person))
                }
            }
        let frame = Frame(visitor: visitor, title: words["search.title"], here: "/search")
        var content: [HTMLNode] = [
            .tag("h1", text: words["search.title"]),
            frame.form(
                to: "/search", classes: "sheet",
                [
                    .tag(
                        "div", ["class": "box"],
                        [
                            .tag("label", ["for": "q"], text: words["search.label"]),
                            .tag(
                                "input",
                                ["id": "q", "name": "q", "type": "search", "value": text, "autocomplete": "off"]),
                            .tag("p", ["class": "hint"], text: words["search.hint"]),
                        ]), .tag("button", ["class": "main"], text: words["search.go"]),
                ]),
        ]
        if !text.isEmpty { content.append(results(hits)) }
        return DeskResponse(frame.page(content))
    }

    private func results(_ hits: [Hit]) -> HTMLNode {
        let words = visitor.words
        guard !hits.isEmpty else { return .tag("p", ["class": "empty", "role": "status"], text: words["search.none"]) }
        let note = words.filled(hits.count == Self.most ? "search.most" : "search.count", ["count": String(hits.count)])
        return .group([
            .tag("p", ["role": "status"], text: note),
            .tag(
                "ul", ["class": "cards"],
                hits.map { hit in
                    let path = hit.caseID.map { $0 == hit.id ? "/cases/\($0)" : "/cases/\($0)/\(hit.id)" }
                    let title = hit.title ?? words["start.unnamed"]
                    return .tag(
                        "li", [:],
                        [
                            path.map { .tag("a", ["href": $0], text: title) } ?? .text(title), .text(" "),
                            .tag("span", ["class": "kind"], text: words.label(hit.kind)), .text(" "),
                            .tag(
                                "span", ["class": "note"],
                                text: hit.caseName.map { words.filled("search.inCase", ["name": $0]) } ?? ""),
                        ])
                }),
        ])
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmingSpaces: String {
        let front = drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
