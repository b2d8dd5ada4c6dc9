import DossierModel
import DossierProfiles

/// A cover without a text is no report.
struct TextThereJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.circumstances.words.body == 0
            ? [hearing.shortfall(in: hearing.report.origin?.file ?? "", line: 0)] : []
    }
}
