import DossierModel
import DossierProfiles
import Foundation

/// Reports go in only while the session's window is open, by Geneva's clocks.
struct WindowOpenJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let session = hearing.session, let window = hearing.profile.window(of: session), window.trust.mayBlock,
            let opens = GenevaClock.moment(window.opens), let closes = GenevaClock.moment(window.closes)
        else { return [] }
        let now = hearing.circumstances.now
        // The last minute is told as 23:59 and lasts until it is over.
        let isOver = now >= closes.addingTimeInterval(60)
        guard isOver || now < opens else { return [] }
        let moment = isOver ? closes : opens
        return [
            hearing.shortfall(
                at: ReportFields.session.definition, variant: isOver ? "closed" : "early", hearing.clocks(moment))
        ]
    }
}
