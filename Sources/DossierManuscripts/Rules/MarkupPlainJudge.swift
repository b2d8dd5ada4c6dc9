import DossierModel
import DossierProfiles

/// Raw HTML and pictures are not taken over, and a broken note would lose its text.
struct MarkupPlainJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        hearing.walk.faults.filter { !LayoutCarriedJudge.rules.contains($0.rule) }.map {
            hearing.shortfall(in: $0.file, line: $0.line, variant: $0.rule.rawValue, ["value": $0.value])
        }
    }
}
