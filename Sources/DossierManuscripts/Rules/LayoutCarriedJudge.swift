import DossierModel
import DossierProfiles

/// What a report has no form for is put in the nearest one, and said so.
struct LayoutCarriedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.walk.faults.filter { Self.rules.contains($0.rule) }.map {
            hearing.shortfall(in: $0.file, line: $0.line, variant: $0.rule.rawValue, ["value": $0.value])
        }
    }

    static let rules: Set<ManuscriptWalk.Fault.Rule> = [.headingTooDeep, .codeBlock]
}
