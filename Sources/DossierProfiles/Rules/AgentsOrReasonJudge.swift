import DossierModel

/// State or State-supported forces are named, or it is said why the State is believed to be behind the act: either will do.
struct AgentsOrReasonJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let agents = hearing.folder.incidents.flatMap { $0[IncidentFields.agents].value ?? [] }
        let field = IncidentFields.agents.definition
        guard !agents.isEmpty else {
            return [hearing.shortfall(at: field, of: hearing.folder.incident, variant: "missing")]
        }
        let suffices = agents.contains { agent in
            switch agent[AgentFields.kind].value {
            case "state", "state-linked":
                agent[AgentFields.state].value != nil || agent[AgentFields.institution].value != nil
                    || agent[AgentFields.description].value != nil || agent[AgentFields.reason].value != nil
            // Forces outside the State go to a separate stream; the rule on that stream says so.
            case "non-state": true
            default: agent[AgentFields.reason].value != nil
            }
        }
        return suffices ? [] : [hearing.shortfall(at: field, of: hearing.folder.incident, variant: "reason")]
    }
}
