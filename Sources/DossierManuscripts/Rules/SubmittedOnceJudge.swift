import DossierModel
import DossierProfiles

/// An organisation takes part in one individual and one joint report on a review at most.
struct SubmittedOnceJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let isJoint = hearing.manuscript.isJoint
        var seen: Set<String> = []
        return hearing.manuscript.submitters.flatMap { submitter -> [Shortfall] in
            let keys = submitter.organisationKeys
            let name = submitter[SubmitterFields.name].value?.original.text ?? keys.sorted().first ?? ""
            let place = ReportFields.submitters.definition
            let isTwiceHere = !seen.isDisjoint(with: keys)
            seen.formUnion(keys)
            let elsewhere = hearing.circumstances.others.filter {
                $0.isJoint == isJoint && !$0.submitters.isDisjoint(with: keys)
            }
            return
                (isTwiceHere
                ? [hearing.shortfall(at: place, line: submitter.line, variant: "here", ["name": name])] : [])
                + elsewhere.map {
                    hearing.shortfall(
                        at: place, line: submitter.line, variant: isJoint ? "joint" : "individual",
                        ["name": name, "other": $0.id.text])
                }
        }
    }
}
