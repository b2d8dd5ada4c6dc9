import DossierModel
import DossierProfiles

/// Above all an organisation that comes to the UN for the first time says what it does and since when.
struct OrganisationDescribedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.manuscript.submitters.flatMap { submitter -> [Shortfall] in
            let name = submitter[SubmitterFields.name].value?.original.text ?? ""
            return [SubmitterFields.activities.definition, SubmitterFields.founded.definition].filter {
                submitter.entries[$0.name] == nil
            }.map { hearing.shortfall(at: $0, line: submitter.line, variant: $0.name, ["name": name]) }
        }
    }
}
