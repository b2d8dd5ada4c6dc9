import DossierModel
import DossierProfiles

/// A given name alone is looked for too; that it may hit an ordinary word is why it only advises.
struct GivenNamesAbsentJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        (hearing.circumstances.names ?? []).filter { $0.kind == .givenName }.map {
            hearing.shortfall(in: $0.file, line: $0.line, ["person": $0.person.text])
        }
    }
}
