import DossierModel
import DossierProfiles

/// A report covers the time since the last review. A disappearance that has not ended lies in every later period, so
/// that no case falls out by its date.
struct PeriodSinceReviewJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let field = ReportFields.period.definition
        guard let period = hearing.report[ReportFields.period].value?.date else {
            return [hearing.shortfall(at: field, variant: "unsaid")]
        }
        guard let state = hearing.report[ReportFields.state].value, let session = hearing.session,
            let last = hearing.profile.review(of: state, before: session), let begin = period.earliest,
            begin < last.day
        else { return [] }
        return [
            hearing.shortfall(
                at: field, variant: "early", ["review": "\(last.day)", "session": "\(last.session)"])
        ]
    }
}
