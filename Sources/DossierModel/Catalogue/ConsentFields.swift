/// The fields of a consent. None of them is ever printed: a consent opens other fields, and stays in the house.
public enum ConsentFields {
    /// The person who consents.
    public static let by = Field<RecordID>("consent.by", .reference(.person), .house)
    /// The person whose data it opens.
    public static let about = Field<RecordID>("consent.about", .reference(.person), .house)
    public static let purposes = Field<[String]>("consent.purposes", .choices(Purpose.allCases.map(\.rawValue)), .house)
    /// Channels such as `wgeid`, codes of partners, `public`; `any` for all of a purpose.
    public static let recipients = Field<[String]>("consent.recipients", .codes, .house)
    /// Where these or ``exhibits`` are given, the consent opens these accounts and exhibits alone, and no other data of
    /// the person; else it opens all that the person has told or given.
    public static let testimonies = Field<[RecordID]>("consent.testimonies", .references(.testimony), .house)
    public static let exhibits = Field<[RecordID]>("consent.exhibits", .references(.exhibit), .house)
    public static let nameForm = Field<String>("consent.nameForm", .choice(NameForm.allCases.map(\.rawValue)), .house)
    /// Field ids that the consent leaves out, for example `person.occupation`.
    public static let exceptFields = Field<[String]>("consent.exceptFields", .choices(FieldIDs.opened), .house)
    public static let despiteRisk = Field<String>("consent.despiteRisk", .choice(["yes", "no"]), .house)
    public static let givenOn = Field<DateStatement>("consent.givenOn", .date, .house)
    public static let recorded = Field<String>(
        "consent.recorded", .choice(["written", "audio", "video", "oral-with-witness"]), .house)
    public static let expiresOn = Field<DateStatement>("consent.expiresOn", .date, .house)
    public static let withdrawnOn = Field<DateStatement>("consent.withdrawnOn", .date, .house)
    public static let notes = Field<LocalizedText>("consent.notes", .text, .house)

    static let all: [FieldDefinition] = [
        by.definition, about.definition, purposes.definition, recipients.definition, testimonies.definition,
        exhibits.definition, nameForm.definition,
        exceptFields.definition, despiteRisk.definition, givenOn.definition, recorded.definition,
        expiresOn.definition, withdrawnOn.definition, notes.definition,
    ]

    /// What a person may allow. One flag for all of these has harmed families: a name printed by a UN body is not
    /// leave to print it again.
    public enum Purpose: String, Sendable, CaseIterable {
        /// Keep and work with inside the house, and nothing else.
        case `internal`
        /// Send to a UN body: `wgeid`, or `coi` for the repository of OHCHR that holds the Commission's archive.
        case submit
        /// Let the body name the person to a Government.
        case nameToGovernment = "name-to-government"
        /// Share with another organisation.
        case share
        /// Print in a public report.
        case publish
        /// Print again what a UN body has printed.
        case republish
        /// Hand to another investigation: a court, a prosecutor, another inquiry.
        case investigate
        /// Be put in touch with family by what was told.
        case contactFamily = "contact-family"
    }

    /// How the person may be named where the consent holds.
    public enum NameForm: String, Sendable, CaseIterable {
        case full, initials, withheld
    }

    enum FieldIDs {
        static let opened = [
            PersonFields.all, IncidentFields.all, CaseFields.all, TestimonyFields.all, ExhibitFields.all,
        ]
        .flatMap { $0 }.flatMap { [$0] + $0.type.itemFields }.map(\.id)
    }
}
