/// The fields of a claim: a statement of fact that documents make about a case, and what it rests on.
public enum ClaimFields {
    public static let aboutCase = Field<RecordID>("claim.case", .reference(.case), .public)
    public static let statement = Field<LocalizedText>("claim.statement", .text, .partner)
    /// The fields whose answers state it: there the documents put the footnotes.
    public static let fields = Field<[String]>("claim.fields", .choices(stated), .public)
    public static let support = Field<[Item]>("claim.support", .items(SupportFields.all), .public)
    /// Of the allegation (HURIDOCS micro-thesaurus 41), which is neither grade of its sources.
    public static let status = Field<String>("claim.status", .choice(Status.allCases.map(\.rawValue)), .body)
    public static let statusReasons = Field<LocalizedText>("claim.statusReasons", .text, .body)
    /// Codes of the catalogue of findings in Templates/coi.
    public static let findings = Field<[String]>("claim.findings", .codes, .public)
    public static let notes = Field<LocalizedText>("claim.notes", .text, .house)

    static let all: [FieldDefinition] = [
        aboutCase.definition, statement.definition, fields.definition, support.definition, status.definition,
        statusReasons.definition, findings.definition, notes.definition,
    ]

    private static let stated = (PersonFields.all + IncidentFields.all + CaseFields.all).map(\.id)

    public enum Status: String, Sendable, CaseIterable {
        case confirmed, likely, possible, unlikely, unknown
    }
}

/// The fields of one thing that speaks for or against a claim.
public enum SupportFields {
    public static let stance = Field<String>("claim.support.stance", .choice(["supports", "contradicts"]), .public)
    public static let testimony = Field<RecordID>("claim.support.testimony", .reference(.testimony), .public)
    public static let paragraph = Field<Int>("claim.support.paragraph", .number(1...9999), .public)
    /// What the paragraph said when it was pointed at, as ``ParagraphPrint`` makes it.
    public static let print = Field<String>("claim.support.print", .line, .house, isMeasured: true)
    public static let exhibit = Field<RecordID>("claim.support.exhibit", .reference(.exhibit), .public)
    public static let pages = Field<String>("claim.support.pages", .line, .public)
    public static let note = Field<LocalizedText>("claim.support.note", .text, .body)

    static let all: [FieldDefinition] = [
        stance.definition, testimony.definition, paragraph.definition, print.definition, exhibit.definition,
        pages.definition, note.definition,
    ]
}
