import DossierModel
import DossierProfiles

/// A session belongs to one cycle.
struct CycleFitsJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let cycle = hearing.report[ReportFields.cycle].value, let session = hearing.session,
            let expected = hearing.profile.cycle(of: session), expected != cycle
        else { return [] }
        return [
            hearing.shortfall(
                at: ReportFields.cycle.definition,
                ["session": "\(session)", "expected": "\(expected)", "cycle": "\(cycle)"])
        ]
    }
}
