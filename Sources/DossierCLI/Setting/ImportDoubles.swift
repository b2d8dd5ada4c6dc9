import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

/// Who of an import may be in the library already under another record, or twice in the import itself.
struct ImportDoubles {
    let office: Office
    let terminal: Terminal

    /// So many pairs are shown.
    private static let shown = 20

    /// The pairs, the likeliest first; nil where nobody new would come in.
    func find(in plan: ImportPlan, _ library: Library) throws -> (face: MatchFace, found: Matcher.Found)? {
        let fresh = plan.entries.filter { $0.standing == .new }.map(\.told)
        let ids = Set(fresh.lazy.filter { $0.kind == .person }.map(\.id))
        guard !ids.isEmpty else { return nil }
        let matching = try PersonMatching(library, adding: fresh, office: office)
        let bar = ProgressBar(office.messages["match.comparing"])
        let found = matching.matcher.pairs(
            from: matching.weights.possible, isWanted: { ids.contains($0.id) || ids.contains($1.id) },
            progress: { bar.update($0, of: $1) })
        bar.finish()
        return (MatchFace(office: office, terminal: terminal, matching: matching), found)
    }

    func show(_ doubles: (face: MatchFace, found: Matcher.Found)) {
        guard !doubles.found.pairs.isEmpty else {
            return terminal.line(office.messages["import.noDoubles"])
        }
        terminal.line(
            terminal.styled(
                office.messages.filled("import.doubles", ["count": String(doubles.found.pairs.count)]), .yellow))
        doubles.face.show(doubles.found.pairs.prefix(Self.shown))
    }
}
