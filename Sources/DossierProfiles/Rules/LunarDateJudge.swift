import DossierModel

/// A date told by the lunar calendar is marked as approximate until somebody has converted it to the day.
struct LunarDateJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        hearing.folder.incidents.flatMap { incident in
            incident[IncidentFields.date].accounts.map(\.value)
                .filter { statement in
                    guard statement.calendar == .lunar, case .point(let part) = statement.date else { return false }
                    return part.precision == .month && !part.isApproximate
                }
                .map { hearing.shortfall(at: IncidentFields.date.definition, of: incident, ["date": $0.date.edtf]) }
        }
    }
}
