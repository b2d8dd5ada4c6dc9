import DossierModel
import DossierProfiles

/// A citation that leads nowhere discredits all the others.
struct CitationsResolveJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.walk.citations.compactMap { use in
            switch hearing.circumstances.standings[use] {
            case .resolved, .closed, nil: nil
            case .notFound:
                hearing.shortfall(in: use.file, line: use.line, variant: "notFound", ["address": use.address])
            case .noPlace(let place):
                hearing.shortfall(
                    in: use.file, line: use.line, variant: "noPlace", ["address": use.address, "place": place])
            case .ambiguous(let symbols):
                hearing.shortfall(
                    in: use.file, line: use.line, variant: "ambiguous",
                    ["address": use.address, "symbols": symbols.joined(separator: ", ")])
            case .ofOtherState(let state):
                hearing.shortfall(
                    in: use.file, line: use.line, variant: "otherState", ["address": use.address, "state": state])
            }
        }
    }
}
