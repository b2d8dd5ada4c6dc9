import DossierHTML
import DossierLibrary
import DossierModel
import DossierOffice
import DossierSearch

/// Finds records by an id, a name, or a piece of their text.
struct SearchPage {
    let desk: DeskPages
    let visitor: Visitor

    private static let most = 30

    private struct Hit: Sendable {
        var id: RecordID
        var kind: RecordKind
        var title: String?
        var caseID: RecordID?
        var caseName: String?
        /// Why it was found: which field, and what of it.
        var why: [(field: FieldDefinition, reason: SearchMatching.Reason)]
        /// Others whom people have judged to be the same person.
        var samePerson: [RecordID]
    }

    func response(_ query: FormPairs) async throws -> DeskResponse {
        let words = visitor.words
        let text = (query["q"] ?? "").trimmingSpaces
        let found = text.isEmpty ? (hits: [], hasMore: false) : try await hits(text)
        let hits = found.hits
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
        if !text.isEmpty { content.append(results(hits, hasMore: found.hasMore)) }
        return DeskResponse(frame.page(content))
    }

    private func hits(_ text: String) async throws -> (hits: [Hit], hasMore: Bool) {
        let searching = desk.house.searching
        let standing = try await desk.pool.read { try $0.indexStanding() }
        if !standing.isThere || standing.behind > 0 { try await desk.pool.write { try searching.index($0) } }
        let order = CaseSearching.Order(day: desk.today(), limit: Self.most)
        let words = visitor.words
        return try await desk.pool.read { library in
            let result = try searching.search(text, in: library, order)
            let hits = try result.hits.map { hit in
                let folder = try hit.caseID.flatMap { try library.folder(ofCase: $0) }
                return Hit(
                    id: hit.record.id, kind: hit.record.kind, title: NameLine.title(of: hit.record, folder, words),
                    caseID: hit.caseID, caseName: hit.record.id == hit.caseID ? nil : NameLine.name(of: folder?.person),
                    why: hit.reasons.map { ($0.reason.field, $0.reason) }, samePerson: hit.alsoTold)
            }
            return (hits, result.hasMore)
        }
    }

    /// Which field, and what of it, the words that were found marked.
    private func line(_ field: FieldDefinition, _ reason: SearchMatching.Reason) -> HTMLNode {
        let label = HTMLNode.text("\(visitor.words.label(field)): ")
        switch reason.kind {
        case .name(let name, let exactly):
            let key = exactly ? name.joined : visitor.words.filled("search.soundsLike", ["name": name.joined])
            return .tag("span", ["class": "why"], [label, .text(key)])
        case .text(let before, let found, let after):
            return .tag("span", ["class": "why"], [label, .text(before), .tag("mark", text: found), .text(after)])
        case .date(let date):
            return .tag("span", ["class": "why"], [label, .text(date.words?.original.text ?? date.date.edtf)])
        case .itself: return .group([])
        }
    }

    private func results(_ hits: [Hit], hasMore: Bool) -> HTMLNode {
        let words = visitor.words
        guard !hits.isEmpty else { return .tag("p", ["class": "empty", "role": "status"], text: words["search.none"]) }
        let note = words.filled(hasMore ? "search.most" : "search.count", ["count": String(hits.count)])
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
                            .group(hit.why.map { line($0.field, $0.reason) }),
                            hit.samePerson.isEmpty
                                ? .group([])
                                : .tag(
                                    "span", ["class": "why"],
                                    text: words.filled(
                                        "search.samePerson",
                                        ["ids": hit.samePerson.map(\.text).joined(separator: ", ")])),
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
