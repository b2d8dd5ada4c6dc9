import DossierModel
import DossierProfiles

/// From the second review on, a report is about what became of earlier recommendations.
struct RecommendationsFollowedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let cycle = hearing.report[ReportFields.cycle].value ?? hearing.session.flatMap(hearing.profile.cycle(of:)) ?? 0
        guard cycle > 1 else { return [] }
        let cites = hearing.walk.citations.contains {
            if case .recommendation = $0.citation { true } else { false }
        }
        return cites ? [] : [hearing.shortfall(at: ReportFields.followUp.definition)]
    }
}
