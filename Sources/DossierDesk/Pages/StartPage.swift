import DossierHTML
import DossierLibrary
import DossierModel
import DossierProfiles

/// Where a day begins: what was left half written, the cases that somebody works on, and what waits.
struct StartPage {
    let desk: DeskPages
    let visitor: Visitor

    private var words: DeskWords { visitor.words }

    private struct Content: Sendable {
        var drafts: [(draft: Draft, caseID: RecordID?, title: String?)]
        var cases: [CaseRow]
        var waiting: [Waiting]
    }

    func response() async throws -> DeskResponse {
        let checking = desk.check()
        let (today, words) = (desk.today(), words)
        let content = try await desk.pool.read { library in
            let recent = try Self.recentCases(library, limit: 10)
            let times = Dictionary(recent.map { ($0.id, $0.at) }) { first, _ in first }
            let opened = try OpenCase.read(recent.map(\.id), from: library).map { ($0, times[$0.id]) }
            let rows = opened.map { CaseRow($0.0, checking, at: $0.1, words) }
            let drafts = try library.drafts().prefix(20).map { draft -> (Draft, RecordID?, String?) in
                let caseID = try draft.about ?? library.cases(about: draft.record).first
                let folder = try caseID.flatMap { try library.folder(ofCase: $0) }
                let record = try library.draft(of: draft.record)?.written
                return (draft, caseID, record.flatMap { NameLine.title(of: $0, folder, words) })
            }
            return Content(
                drafts: drafts.map { (draft: $0.0, caseID: $0.1, title: $0.2) }, cases: rows,
                waiting: Waiting.all(in: opened.map(\.0.folder), on: today, checking.standing, words))
        }
        let count = try await desk.counting.caseCount()
        let frame = Frame(visitor: visitor, title: words["start.title"], here: "/")
        return DeskResponse(
            frame.page([
                .tag(
                    "div", ["class": "title-row"],
                    [
                        .tag("h1", text: words["start.title"]),
                        .tag("a", ["class": "button main", "href": "/new"], text: words["start.newCase"]),
                    ]),
                drafts(content), waiting(content.waiting), cases(content, count),
            ]))
    }

    /// The cases whose records were changed last, each once.
    static func recentCases(_ library: Library, limit: Int) throws -> [(id: RecordID, at: String)] {
        var seen: Set<RecordID> = []
        var found: [(id: RecordID, at: String)] = []
        let changed = try library.lastChanged(limit: 80)
        let cases = try library.cases(aboutEach: changed.map(\.id))
        for one in changed {
            for id in cases[one.id] ?? [] where seen.insert(id).inserted {
                found.append((id, one.at))
                if found.count == limit { return found }
            }
        }
        return found
    }

    private func drafts(_ content: Content) -> HTMLNode {
        guard !content.drafts.isEmpty else { return .group([]) }
        return section(
            "drafts", "start.drafts",
            [
                .tag(
                    "ul", ["class": "cards"],
                    content.drafts.map { draft, caseID, title in
                        let path = caseID.map { "/cases/\($0)/\(draft.record)" } ?? "/records/\(draft.record)"
                        return .tag(
                            "li", [:],
                            [
                                .tag("a", ["href": path], text: title ?? words["start.unnamed"]), .text(" "),
                                .tag("span", ["class": "kind"], text: words.label(draft.kind)), .text(" "),
                                MomentText.node(draft.at, words),
                            ])
                    })
            ])
    }

    private func waiting(_ waiting: [Waiting]) -> HTMLNode {
        guard !waiting.isEmpty else { return .group([]) }
        return section(
            "waiting", "start.waiting",
            [
                .tag(
                    "ul", ["class": "cards"],
                    waiting.map { one in
                        .tag(
                            "li", [:],
                            [
                                .tag(
                                    "a",
                                    [
                                        "href": one.record == one.caseID
                                            ? "/cases/\(one.caseID)" : "/cases/\(one.caseID)/\(one.record)"
                                    ],
                                    text: one.name ?? words["start.unnamed"]),
                                .text(" "), .text(words.filled("waiting.\(one.what.rawValue)", ["date": one.date])),
                            ])
                    })
            ])
    }

    private func cases(_ content: Content, _ count: Int) -> HTMLNode {
        section(
            "cases", "start.cases",
            content.cases.isEmpty
                ? [.tag("p", ["class": "empty"], text: words["start.noCases"])]
                : [
                    CaseRow.table(content.cases, words, caption: words["start.cases"]),
                    .tag(
                        "p", [:],
                        [
                            .tag(
                                "a", ["href": "/cases"],
                                text: words.filled("start.all", ["count": String(count)]))
                        ]),
                ])
    }

    private func section(_ id: String, _ key: String, _ content: [HTMLNode]) -> HTMLNode {
        .tag(
            "section", ["class": id, "aria-labelledby": "\(id)-title"],
            [.tag("h2", ["id": "\(id)-title"], text: words[key])] + content)
    }
}
