import DossierModel
import DossierProfiles
import Foundation

/// Warns while the last hours run.
struct DeadlineFarJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let session = hearing.session, let window = hearing.profile.window(of: session),
            let closes = GenevaClock.moment(window.closes)
        else { return [] }
        let left = closes.timeIntervalSince(hearing.circumstances.now)
        guard left >= 0, left <= Double(hearing.profile.warnHours) * 3_600 else { return [] }
        var arguments = hearing.clocks(closes)
        arguments["hours"] = "\(Int(left / 3_600))"
        return [hearing.shortfall(at: ReportFields.session.definition, arguments)]
    }
}
