import DossierModel
import DossierProfiles

/// An individual report has one submitter, a joint one several.
struct FormFitsJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let count = hearing.manuscript.submitters.count
        let field = ReportFields.form.definition
        guard let form = hearing.report[ReportFields.form].value else {
            return [hearing.shortfall(at: field, variant: "unsaid")]
        }
        guard count > 0, (form == "joint") != (count > 1) else { return [] }
        return [hearing.shortfall(at: field, variant: form, ["count": "\(count)"])]
    }
}
