import DossierModel

/// The place of the arrest or abduction is known, or the place where the person was last seen: either will do.
struct PlaceKnownJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let places =
            hearing.folder.incidents.compactMap { $0[IncidentFields.place].value }
            + [hearing.folder.caseRecord[CaseFields.lastSeenPlace].value].compactMap(\.self)
        guard !places.contains(where: { !$0.names.isEmpty }) else { return [] }
        return [hearing.shortfall(at: IncidentFields.place.definition, of: hearing.folder.incident)]
    }
}
