import DossierModel
import DossierProfiles

/// The limit of words of a guide that somebody has read.
struct WordsWithinJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let version = hearing.version, version.trust.mayBlock else { return [] }
        return hearing.circumstances.words.body > version.limit(isJoint: hearing.manuscript.isJoint)
            ? hearing.overLimit(of: version) : []
    }
}
