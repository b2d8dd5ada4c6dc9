import DossierDocuments
import DossierHTML
import DossierLibrary
import DossierModel
import DossierProfiles

/// How much is in the library, by time, sex and State, with what each count does not prove.
struct OverviewPage {
    let desk: DeskPages
    let visitor: Visitor

    func response() async throws -> DeskResponse {
        let (words, today) = (visitor.words, desk.today())
        guard let counts = try await desk.counting.counts(on: today) else { return waiting }
        let phrases = words.figures
        let figures = counts.enumerated().map { index, count -> HTMLNode in
            let title = words["overview.counts.\(index + 1)"]
            let figure = CountFigure(phrases: phrases).figure(of: count, name: "c\(index + 1)", title: title)
            return .tag(
                "section", ["class": "count", "aria-labelledby": "count-\(index + 1)"],
                [.tag("h2", ["id": "count-\(index + 1)"], text: title), figure.html])
        }
        return DeskResponse(
            Frame(visitor: visitor, title: words["overview.title"], here: "/overview", bodyClass: "overview").page(
                [.tag("h1", text: words["overview.title"]), .tag("p", ["class": "lead"], text: words["overview.text"])]
                    + figures))
    }

    /// Asks again by itself, also without script.
    private var waiting: DeskResponse {
        let words = visitor.words
        var response = DeskResponse(
            Frame(visitor: visitor, title: words["overview.title"], here: "/overview").page([
                .tag("h1", text: words["overview.title"]),
                .tag("p", ["class": "lead", "role": "status"], text: words["overview.counting"]),
            ]))
        response.headers.append(("Refresh", "2"))
        return response
    }
}
