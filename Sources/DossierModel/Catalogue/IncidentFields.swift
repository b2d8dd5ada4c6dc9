/// The fields of an incident.
public enum IncidentFields {
    public static let title = Field<LocalizedText>("incident.title", .text, .public)
    public static let date = Field<DateStatement>("incident.date", .date, .public)
    public static let dateRemarks = Field<LocalizedText>("incident.dateRemarks", .text, .partner)
    public static let place = Field<Place>("incident.place", .place, .public)
    public static let stateOfEvent = Field<StateCode>("incident.stateOfEvent", .state, .public)
    public static let agents = Field<[Item]>("incident.agents", .items(AgentFields.all), .public)
    public static let circumstances = Field<LocalizedText>("incident.circumstances", .text, .partner)
    public static let evidence = Field<LocalizedText>("incident.evidence", .text, .body)
    public static let notes = Field<LocalizedText>("incident.notes", .text, .house)

    static let all: [FieldDefinition] = [
        title.definition, date.definition, dateRemarks.definition, place.definition, stateOfEvent.definition,
        agents.definition, circumstances.definition, evidence.definition, notes.definition,
    ]
}

/// The fields of those who carried out an incident.
public enum AgentFields {
    public static let kind = Field<String>(
        "incident.agents.kind", .choice(["state", "state-linked", "non-state", "unknown"]), .public)
    public static let state = Field<StateCode>("incident.agents.state", .state, .public)
    /// A code of `Templates/institutions.yaml`, from which documents write the full name of the day.
    public static let institution = Field<[String]>("incident.agents.institution", .codes, .partner)
    public static let description = Field<LocalizedText>("incident.agents.description", .text, .partner)
    /// Why the State, or persons linked to it, are believed to be responsible.
    public static let reason = Field<LocalizedText>("incident.agents.reason", .text, .partner)

    static let all: [FieldDefinition] = [
        kind.definition, state.definition, institution.definition, description.definition, reason.definition,
    ]
}
