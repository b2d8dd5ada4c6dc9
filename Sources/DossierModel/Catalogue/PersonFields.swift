/// The fields of a person.
public enum PersonFields {
    public static let names = Field<[PersonName]>("person.names", .names, .public, identifies: .subject)
    public static let sex = Field<String>("person.sex", .choice(["male", "female", "other"]), .public)
    public static let birthDate = Field<DateStatement>("person.birthDate", .date, .partner, identifies: .subject)
    public static let age = Field<AgeStatement>("person.age", .age, .partner)
    public static let birthPlace = Field<Place>("person.birthPlace", .place, .partner, identifies: .subject)
    public static let nationalities = Field<[StateCode]>("person.nationalities", .states, .public)
    public static let occupation = Field<LocalizedText>("person.occupation", .text, .partner)
    public static let father = Field<[PersonName]>("person.father", .names, .body, identifies: .subject)
    public static let mother = Field<[PersonName]>("person.mother", .names, .body, identifies: .subject)
    public static let identityDocuments = Field<[Item]>(
        "person.identityDocuments", .items(IdentityDocumentFields.all), .body, identifies: .subject)
    public static let residence = Field<Place>("person.residence", .place, .body, identifies: .subject)
    public static let maritalStatus = Field<String>(
        "person.maritalStatus", .choice(["single", "married", "widowed", "divorced", "separated"]), .partner)
    public static let minority = Field<LocalizedText>("person.minority", .text, .body)
    public static let activities = Field<LocalizedText>("person.activities", .text, .partner)
    public static let contact = Field<LocalizedText>("person.contact", .text, .body, identifies: .subject)
    public static let livesIn = Field<StateCode>("person.livesIn", .state, .house)
    public static let riskIfNamed = Field<String>("person.riskIfNamed", .choice(["yes", "no"]), .house)
    public static let notes = Field<LocalizedText>("person.notes", .text, .house, identifies: .subject)

    static let all: [FieldDefinition] = [
        names.definition, sex.definition, birthDate.definition, age.definition, birthPlace.definition,
        nationalities.definition, occupation.definition, father.definition, mother.definition,
        identityDocuments.definition, residence.definition, maritalStatus.definition, minority.definition,
        activities.definition, contact.definition, livesIn.definition, riskIfNamed.definition, notes.definition,
    ]
}

/// The fields of one identity document.
public enum IdentityDocumentFields {
    public static let type = Field<LocalizedText>("person.identityDocuments.type", .text, .body)
    public static let number = Field<String>("person.identityDocuments.number", .line, .body, identifies: .subject)
    public static let issuedOn = Field<DateStatement>("person.identityDocuments.issuedOn", .date, .body)
    public static let issuedAt = Field<Place>("person.identityDocuments.issuedAt", .place, .body)

    static let all: [FieldDefinition] = [
        type.definition, number.definition, issuedOn.definition, issuedAt.definition,
    ]
}
