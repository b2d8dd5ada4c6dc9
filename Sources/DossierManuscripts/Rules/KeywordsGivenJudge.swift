import DossierModel
import DossierProfiles

/// Key words help whoever mines hundreds of reports for one summary.
struct KeywordsGivenJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.report[ReportFields.keywords].isNotAsked
            ? [hearing.shortfall(at: ReportFields.keywords.definition)] : []
    }
}
