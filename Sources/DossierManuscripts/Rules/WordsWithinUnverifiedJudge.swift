import DossierModel
import DossierProfiles

/// The limit of words that everybody repeats and nobody here has read for the cycle: it cannot hold a report up.
struct WordsWithinUnverifiedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let version = hearing.version else { return [] }
        let isBodyOver = hearing.circumstances.words.body > version.limit(isJoint: hearing.manuscript.isJoint)
        // Whether notes, annexes and cover count is not certain, in any cycle.
        guard !isBodyOver || !version.trust.mayBlock else { return [] }
        return hearing.overLimit(of: version)
    }
}
