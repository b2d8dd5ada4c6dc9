/// The fields of a case.
public enum CaseFields {
    public static let person = Field<RecordID>("case.person", .reference(.person), .public)
    /// The incident in which the person disappeared.
    public static let incident = Field<RecordID>("case.incident", .reference(.incident), .public)
    /// What led to it, in order of time, for example an arrest in another State before a hand-over.
    public static let earlierIncidents = Field<[RecordID]>("case.earlierIncidents", .references(.incident), .public)
    public static let summary = Field<LocalizedText>("case.summary", .text, .partner)
    public static let underAge = Field<String>("case.underAge", .choice(["yes", "no"]), .partner)
    public static let pregnant = Field<String>("case.pregnant", .choice(["yes", "no"]), .partner)
    public static let pregnantMonths = Field<Int>("case.pregnantMonths", .number(0...10), .partner)
    public static let lastSeenDate = Field<DateStatement>("case.lastSeenDate", .date, .partner)
    public static let lastSeenPlace = Field<Place>("case.lastSeenPlace", .place, .partner)
    public static let stateOfLastSighting = Field<StateCode>("case.stateOfLastSighting", .state, .partner)
    public static let sightings = Field<[Item]>("case.sightings", .items(SightingFields.all), .partner)
    public static let witnesses = Field<[Item]>("case.witnesses", .items(WitnessFields.all), .body)
    public static let evidence = Field<LocalizedText>("case.evidence", .text, .body)
    public static let complaints = Field<[Item]>("case.complaints", .items(StepFields.complaints), .body)
    public static let otherSteps = Field<[Item]>("case.otherSteps", .items(StepFields.otherSteps), .body)
    public static let author = Field<[Item]>("case.author", .items(AuthorFields.all), .body)
    public static let relatives = Field<[Item]>("case.relatives", .items(RelativeFields.all), .body)
    public static let linkedCases = Field<[Item]>("case.linkedCases", .items(LinkedCaseFields.all), .partner)
    public static let otherMechanisms = Field<[Item]>("case.otherMechanisms", .items(MechanismFields.all), .body)
    public static let statesAddressed = Field<[StateCode]>("case.statesAddressed", .states, .public)
    public static let statesCopied = Field<[StateCode]>("case.statesCopied", .states, .body)
    public static let furtherInformation = Field<LocalizedText>("case.furtherInformation", .text, .body)
    public static let notes = Field<LocalizedText>("case.notes", .text, .house)

    static let all: [FieldDefinition] = [
        person.definition, incident.definition, earlierIncidents.definition, summary.definition,
        underAge.definition, pregnant.definition, pregnantMonths.definition, lastSeenDate.definition,
        lastSeenPlace.definition, stateOfLastSighting.definition, sightings.definition, witnesses.definition,
        evidence.definition, complaints.definition, otherSteps.definition, author.definition,
        relatives.definition, linkedCases.definition, otherMechanisms.definition, statesAddressed.definition,
        statesCopied.definition, furtherInformation.definition, notes.definition,
    ]
}

/// The fields of one later sighting.
public enum SightingFields {
    public static let date = Field<DateStatement>("case.sightings.date", .date, .partner)
    public static let place = Field<Place>("case.sightings.place", .place, .partner)
    public static let official = Field<String>(
        "case.sightings.official", .choice(["official", "unofficial"]), .partner)
    public static let witness = Field<RecordID>("case.sightings.witness", .reference(.person), .body)
    public static let category = Field<String>("case.sightings.category", .choice(WitnessFields.categories), .body)
    public static let account = Field<LocalizedText>("case.sightings.account", .text, .body)

    static let all: [FieldDefinition] = [
        date.definition, place.definition, official.definition, witness.definition, category.definition,
        account.definition,
    ]
}

/// The fields of one witness.
public enum WitnessFields {
    static let categories = ["relative", "bystander", "fellow-captive", "colleague", "official", "other"]

    public static let person = Field<RecordID>("case.witnesses.person", .reference(.person), .body)
    /// All that is said of a witness who may not be named.
    public static let category = Field<String>("case.witnesses.category", .choice(categories), .body)
    public static let relation = Field<LocalizedText>("case.witnesses.relation", .text, .body)
    public static let statement = Field<LocalizedText>("case.witnesses.statement", .text, .body)

    static let all: [FieldDefinition] = [
        person.definition, category.definition, relation.definition, statement.definition,
    ]
}

/// The fields of one step taken to find the person: when, by whom, to which organ, with what result.
public enum StepFields {
    public static let complaints = definitions(under: "case.complaints")
    public static let otherSteps = definitions(under: "case.otherSteps")

    // The two lists hold the same things; a typed field reads either by its last name.
    public static let date = Field<DateStatement>("case.complaints.date", .date, .body)
    public static let by = Field<LocalizedText>("case.complaints.by", .text, .body)
    public static let organ = Field<LocalizedText>("case.complaints.organ", .text, .body)
    public static let result = Field<LocalizedText>("case.complaints.result", .text, .body)

    private static func definitions(under list: String) -> [FieldDefinition] {
        [date.definition, by.definition, organ.definition, result.definition].map {
            FieldDefinition(id: "\(list).\($0.name)", type: $0.type, confidentiality: $0.confidentiality)
        }
    }
}

/// The fields of the person or organisation that submits.
public enum AuthorFields {
    public static let capacity = Field<String>(
        "case.author.capacity", .choice(["relative", "organisation", "lawyer", "other"]), .body)
    public static let person = Field<RecordID>("case.author.person", .reference(.person), .body)
    public static let organisation = Field<LocalizedText>("case.author.organisation", .text, .body)
    public static let address = Field<LocalizedText>("case.author.address", .text, .body)
    public static let telephone = Field<String>("case.author.telephone", .line, .body)
    public static let email = Field<String>("case.author.email", .line, .body)
    public static let relationship = Field<LocalizedText>("case.author.relationship", .text, .body)
    /// The relative on whose behalf an organisation submits.
    public static let onBehalfOf = Field<RecordID>("case.author.onBehalfOf", .reference(.person), .body)
    /// Whether the organisation will carry news between the body and the family.
    public static let followUp = Field<String>("case.author.followUp", .choice(["yes", "no"]), .body)
    public static let keepConfidential = Field<String>("case.author.keepConfidential", .choice(["yes", "no"]), .body)
    public static let signedOn = Field<DateStatement>("case.author.signedOn", .date, .body)

    static let all: [FieldDefinition] = [
        capacity.definition, person.definition, organisation.definition, address.definition, telephone.definition,
        email.definition, relationship.definition, onBehalfOf.definition, followUp.definition,
        keepConfidential.definition, signedOn.definition,
    ]
}

/// The fields of one relative.
public enum RelativeFields {
    public static let person = Field<RecordID>("case.relatives.person", .reference(.person), .body)
    public static let relationship = Field<LocalizedText>("case.relatives.relationship", .text, .body)

    static let all: [FieldDefinition] = [person.definition, relationship.definition]
}

/// The fields of one link to another case.
public enum LinkedCaseFields {
    public static let linkedCase = Field<RecordID>("case.linkedCases.case", .reference(.case), .partner)
    public static let relation = Field<LocalizedText>("case.linkedCases.relation", .text, .partner)

    static let all: [FieldDefinition] = [linkedCase.definition, relation.definition]
}

/// The fields of one other mechanism that was seized.
public enum MechanismFields {
    public static let mechanism = Field<LocalizedText>("case.otherMechanisms.mechanism", .text, .body)
    public static let date = Field<DateStatement>("case.otherMechanisms.date", .date, .body)
    public static let reference = Field<String>("case.otherMechanisms.reference", .line, .body)
    public static let outcome = Field<LocalizedText>("case.otherMechanisms.outcome", .text, .body)

    static let all: [FieldDefinition] = [
        mechanism.definition, date.definition, reference.definition, outcome.definition,
    ]
}
