import DossierModel
import DossierProfiles

/// Every organisation has its name at the start of the text, so that each must have one.
struct SubmittersNamedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let submitters = hearing.manuscript.submitters
        if submitters.isEmpty { return [hearing.shortfall(at: ReportFields.submitters.definition, variant: "none")] }
        return submitters.filter { $0[SubmitterFields.name].value == nil }.map {
            hearing.shortfall(at: SubmitterFields.name.definition, line: $0.line, variant: "unnamed")
        }
    }
}
