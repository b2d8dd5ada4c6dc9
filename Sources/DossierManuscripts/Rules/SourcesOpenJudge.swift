import DossierModel
import DossierProfiles

/// What nobody has allowed to be published cannot be cited in public.
struct SourcesOpenJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.walk.citations.filter { hearing.circumstances.standings[$0] == .closed }.map {
            hearing.shortfall(in: $0.file, line: $0.line, ["address": $0.address])
        }
    }
}
