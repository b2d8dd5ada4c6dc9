import DossierDocuments
import DossierHTML
import DossierLibrary
import DossierModel
import DossierProfiles

/// How much is in the library, by time, sex and State, with what each count does not prove.
struct OverviewPage {
    let desk: DeskPages
    let visitor: Visitor

    private static let counts: [CountDefinition] = [
        CountDefinition(unit: .cases, dimension: .decade), CountDefinition(unit: .persons, dimension: .sex),
        CountDefinition(unit: .cases, dimension: .state), CountDefinition(unit: .testimonies, dimension: .decade),
    ]

    func response() async throws -> DeskResponse {
        let (words, today) = (visitor.words, desk.today())
        let counts = try await desk.pool.read { library -> [Count] in
            var tallies = Self.counts.map(CountTally.init)
            try library.forEachBatch { folders in
                for index in tallies.indices { for folder in folders { tallies[index].take(folder) } }
            }
            return tallies.map { $0.count(on: today) }
        }
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
}
