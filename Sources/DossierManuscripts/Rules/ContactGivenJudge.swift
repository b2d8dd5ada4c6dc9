import DossierModel
import DossierProfiles

/// The registration system asks for a person to write to.
struct ContactGivenJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.manuscript.submitters.filter { $0[SubmitterFields.contactEmail].value == nil }.map {
            hearing.shortfall(
                at: SubmitterFields.contactEmail.definition, line: $0.line,
                ["name": $0[SubmitterFields.name].value?.original.text ?? ""])
        }
    }
}
