import DossierManuscripts
import DossierModel
import DossierProfiles

/// The table that says what became of recommendations: what was asked, the State's position, what was done, and what
/// that rests on.
struct FollowUpTable {
    let citations: ReportCitations

    private var phrases: Phrasebook { citations.phrases }
    private var words: Wording { phrases.wording }

    func table(_ items: [Item]) -> Table {
        Table(
            caption: words["report.followUp"],
            head: ["recommendation", "position", "done", "evidence"].map { words["report.columns.\($0)"] },
            rows: items.map(row), hasRowHeads: false)
    }

    private func row(_ item: Item) -> [[Line]] {
        let address = "recommendation:\(item[FollowUpFields.recommendation].value ?? "")"
        let found = (try? Citation(address)).map(citations.sources.recommendations(for:)) ?? []
        return [asked(address, found), positions(found), done(item), evidence(item)]
    }

    private func asked(_ address: String, _ found: [Recommendation]) -> [Line] {
        guard let first = found.first else { return [Line(citations.runs(for: address))] }
        let text = found.compactMap(\.text).first.map {
            [Line([Run($0, first.language.language == phrases.language.language ? nil : first.language)])]
        }
        let states = first.recommendingStates
        return [Line([Run(citations.key(first.key), emphasis: .bold)])] + (text ?? [])
            + (states.isEmpty ? [] : [Line([Run("(\(states.joined(separator: ", ")))")])])
    }

    /// Every position on record, oldest first: a State may change its mind, and the change is a fact.
    private func positions(_ found: [Recommendation]) -> [Line] {
        var told: [String] = []
        for position in found.flatMap(\.positions) {
            let text = citations.position(position)
            if !told.contains(text) { told.append(text) }
        }
        return told.isEmpty ? [Line([Run(words["report.noPosition"])])] : told.map { Line([Run($0)]) }
    }

    private func done(_ item: Item) -> [Line] {
        let assessment = item[FollowUpFields.assessment].value.map {
            [Line([Run(phrases.choice($0, of: FollowUpFields.assessment.definition), emphasis: .bold)])]
        }
        let text = item[FollowUpFields.done].value.map { [Line([phrases.run($0.best(for: phrases.language))])] }
        return (assessment ?? []) + (text ?? [])
    }

    private func evidence(_ item: Item) -> [Line] {
        (item[FollowUpFields.evidence].value ?? []).map { address in
            if let web = WebAddress(address) { return Line([Run(address, link: web.text)]) }
            return Line(citations.runs(for: address))
        }
    }
}
