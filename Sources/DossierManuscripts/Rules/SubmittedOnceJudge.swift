import DossierModel
import DossierProfiles

/// An organisation takes part in one individual and one joint report on a review at most.
struct SubmittedOnceJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let isJoint = hearing.manuscript.isJoint
        return hearing.manuscript.submitters.flatMap { submitter -> [Shortfall] in
            guard let key = submitter.organisationKey else { return [] }
            return hearing.circumstances.others.filter { $0.isJoint == isJoint && $0.submitters.contains(key) }.map {
                hearing.shortfall(
                    at: ReportFields.submitters.definition, line: submitter.line,
                    variant: isJoint ? "joint" : "individual",
                    ["name": submitter[SubmitterFields.name].value?.original.text ?? key, "other": $0.id.text])
            }
        }
    }
}
