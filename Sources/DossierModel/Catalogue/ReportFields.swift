/// The fields of a report to the Universal Periodic Review: what stands on its cover, in its tables and charts. Its text
/// is a manuscript.
public enum ReportFields {
    public static let title = Field<LocalizedText>("report.title", .text, .public)
    /// The State under review: one, and one alone.
    public static let state = Field<StateCode>("report.state", .state, .public)
    public static let cycle = Field<Int>("report.cycle", .number(1...20), .public)
    /// Of the Working Group on the Universal Periodic Review.
    public static let session = Field<Int>("report.session", .number(1...400), .public)
    public static let form = Field<String>("report.form", .choice(["individual", "joint"]), .public)
    /// The time that the report covers, as an interval.
    public static let period = Field<DateStatement>("report.period", .date, .public)
    public static let keywords = Field<LocalizedText>("report.keywords", .text, .public)
    public static let languageOfText = Field<[String]>("report.languageOfText", .codes, .public)
    public static let submitters = Field<[Item]>("report.submitters", .items(SubmitterFields.all), .public)
    public static let followUp = Field<[Item]>("report.followUp", .items(FollowUpFields.all), .public)
    public static let counts = Field<[Item]>("report.counts", .items(ReportCountFields.all), .public)
    public static let notes = Field<LocalizedText>("report.notes", .text, .house)

    static let all: [FieldDefinition] = [
        title.definition, state.definition, cycle.definition, session.definition, form.definition,
        period.definition, keywords.definition, languageOfText.definition, submitters.definition,
        followUp.definition, counts.definition, notes.definition,
    ]
}

/// The fields of one organisation that hands the report in. Whom to call there goes into the registration system and
/// is not printed.
public enum SubmitterFields {
    public static let name = Field<LocalizedText>("report.submitters.name", .text, .public)
    public static let acronym = Field<String>("report.submitters.acronym", .line, .public)
    public static let founded = Field<DateStatement>("report.submitters.founded", .date, .public)
    public static let activities = Field<LocalizedText>("report.submitters.activities", .text, .public)
    /// Consultative status with the Economic and Social Council.
    public static let ecosoc = Field<String>(
        "report.submitters.ecosoc", .choice(["general", "special", "roster", "none"]), .public)
    public static let website = Field<String>("report.submitters.website", .line, .public)
    public static let contactName = Field<LocalizedText>("report.submitters.contactName", .text, .house)
    public static let contactEmail = Field<String>("report.submitters.contactEmail", .line, .house)
    public static let contactPhone = Field<String>("report.submitters.contactPhone", .line, .house)
    public static let contactAddress = Field<LocalizedText>("report.submitters.contactAddress", .text, .house)

    static let all: [FieldDefinition] = [
        name.definition, acronym.definition, founded.definition, activities.definition, ecosoc.definition,
        website.definition, contactName.definition, contactEmail.definition, contactPhone.definition,
        contactAddress.definition,
    ]
}

/// The fields of one line of the follow-up table: what became of a recommendation.
public enum FollowUpFields {
    /// Symbol and number, as a citation writes them after `recommendation:`.
    public static let recommendation = Field<String>("report.followUp.recommendation", .line, .public)
    /// The submitters' judgement, after the words of follow-up in treaty bodies and mid-term reports.
    public static let assessment = Field<String>(
        "report.followUp.assessment",
        .choice(["implemented", "partly", "not-implemented", "contrary", "no-information"]), .public)
    public static let done = Field<LocalizedText>("report.followUp.done", .text, .public)
    /// Citations, as in the text.
    public static let evidence = Field<[String]>("report.followUp.evidence", .lines, .public)

    static let all: [FieldDefinition] = [
        recommendation.definition, assessment.definition, done.definition, evidence.definition,
    ]
}

/// The fields of one count of the library that the report shows.
public enum ReportCountFields {
    /// By which the text places it.
    public static let id = Field<[String]>("report.counts.id", .codes, .public)
    public static let title = Field<LocalizedText>("report.counts.title", .text, .public)
    public static let unit = Field<String>(
        "report.counts.unit", .choice(["cases", "incidents", "persons", "testimonies", "exhibits"]), .public)
    public static let by = Field<String>(
        "report.counts.by", .choice(["none", "decade", "year", "sex", "nationality", "agents", "state"]), .public)
    /// Leaves out what began after the end of this time. Nothing is left out for having begun before it: a disappearance
    /// goes on until somebody knows what became of the person.
    public static let period = Field<DateStatement>("report.counts.period", .date, .public)
    public static let note = Field<LocalizedText>("report.counts.note", .text, .public)

    static let all: [FieldDefinition] = [
        id.definition, title.definition, unit.definition, by.definition, period.definition, note.definition,
    ]
}
