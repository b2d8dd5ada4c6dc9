import DossierModel

/// Acts of forces outside the State are documented in a stream of their own: not refused, and not counted together.
struct NonStateStreamJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let agents = hearing.folder.incidents.flatMap { $0[IncidentFields.agents].value ?? [] }
        let kinds = agents.compactMap { $0[AgentFields.kind].value }
        guard !kinds.isEmpty, kinds.allSatisfy({ $0 == "non-state" }) else { return [] }
        return [hearing.shortfall(at: AgentFields.kind.definition, of: hearing.folder.incident)]
    }
}
