import DossierModel

/// A starred question that is answered by "unknown", "none" or "withheld" says why.
struct ReasonGivenJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        hearing.check.profile.sections.flatMap(\.rows).filter(\.isStarred).flatMap { row in
            hearing.folder.records(of: row.field).compactMap { record in
                switch record.entries[row.field.name]?.answer {
                case .unknown(nil), .some(.none(nil)), .withheld(nil): hearing.shortfall(at: row.field, of: record)
                default: nil
                }
            }
        }
    }
}
