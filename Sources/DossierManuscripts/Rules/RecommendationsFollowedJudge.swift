import DossierModel
import DossierProfiles

/// From the second review on, a report is about what became of earlier recommendations.
struct RecommendationsFollowedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let cycle = hearing.profile.cycle(of: hearing.report) ?? 0
        guard cycle > 1 else { return [] }
        let cites = hearing.walk.citations.contains {
            if case .recommendation = $0.citation { true } else { false }
        }
        return cites ? [] : [hearing.shortfall(at: ReportFields.followUp.definition)]
    }
}
