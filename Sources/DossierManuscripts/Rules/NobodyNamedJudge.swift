import DossierModel
import DossierProfiles

/// A report is published: a name or number of somebody who has not agreed holds it up.
struct NobodyNamedJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        guard let names = hearing.circumstances.names else {
            return [hearing.shortfall(at: ReportFields.form.definition, variant: "unchecked")]
        }
        return names.filter { $0.kind != .givenName }.map {
            hearing.shortfall(in: $0.file, line: $0.line, variant: $0.kind.rawValue, ["person": $0.person.text])
        }
    }
}
