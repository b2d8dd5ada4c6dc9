import DossierModel
import DossierProfiles

/// A report says about which one State it is.
struct StateNamedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.report[ReportFields.state].value == nil ? [hearing.shortfall(at: ReportFields.state.definition)] : []
    }
}
