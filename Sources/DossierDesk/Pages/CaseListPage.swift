import DossierHTML
import DossierLibrary
import DossierModel

/// All cases, some at a time, in the order of their ids.
struct CaseListPage {
    let desk: DeskPages
    let visitor: Visitor

    private static let size = 30

    func response(_ query: FormPairs) async throws -> DeskResponse {
        let after = query["after"].flatMap { RecordID($0) }
        let words = visitor.words
        let rows = try await desk.pool.read { library in
            let ids = try library.ids(of: .case, after: after, limit: Self.size + 1)
            let rows = try library.heads(ofCases: Array(ids.prefix(Self.size))).map {
                CaseRow(OpenCase(folder: $0, drafts: [:]), nil, at: nil, words)
            }
            return (rows: rows, hasMore: ids.count > Self.size)
        }
        let count = try await desk.counting.caseCount()
        let title = words.filled("cases.title", ["count": String(count)])
        var content: [HTMLNode] = [
            .tag(
                "div", ["class": "title-row"],
                [
                    .tag("h1", text: title),
                    .tag("a", ["class": "button main", "href": "/new"], text: words["start.newCase"]),
                ]),
            rows.rows.isEmpty
                ? .tag("p", ["class": "empty"], text: words["start.noCases"])
                : CaseRow.table(rows.rows, words, caption: title),
        ]
        var steps: [HTMLNode] = []
        if after != nil { steps.append(.tag("a", ["href": "/cases"], text: words["cases.first"])) }
        if rows.hasMore, let last = rows.rows.last {
            steps.append(.tag("a", ["href": "/cases?after=\(last.id)", "rel": "next"], text: words["cases.next"]))
        }
        if !steps.isEmpty {
            content.append(.tag("nav", ["class": "steps", "aria-label": words["cases.steps"]], steps))
        }
        return DeskResponse(Frame(visitor: visitor, title: title, here: "/cases").page(content))
    }
}
