import DossierModel

/// Tells staff how the urgent procedure's clock stands: when it closes, or that the date leaves it open.
struct ProcedureClockJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let standing = ProcedureStanding(folder: hearing.folder, check: hearing.check)
        let variant: String
        switch standing.assessment {
        case .urgent: variant = "closing"
        case .undetermined: variant = "open"
        case .linkedOlder: variant = "linked"
        case .future: variant = "future"
        case .standard, .unknown: return []
        }
        let arguments = standing.closesOn.map { ["closes": $0.description] } ?? [:]
        return [
            hearing.shortfall(
                at: IncidentFields.date.definition, of: hearing.folder.incident, variant: variant, arguments)
        ]
    }
}
