import DossierModel
import DossierProfiles

/// Without its session, or for a session whose window nobody has entered, the deadline must be looked up.
struct WindowKnownJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let session = hearing.session else {
            return [hearing.shortfall(at: ReportFields.session.definition, variant: "unsaid")]
        }
        guard hearing.profile.window(of: session) == nil else { return [] }
        return [
            hearing.shortfall(at: ReportFields.session.definition, variant: "unknown", ["session": "\(session)"])
        ]
    }
}
