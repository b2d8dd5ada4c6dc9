/// The fields of an exhibit: a piece of evidence, a file or an object.
public enum ExhibitFields {
    public static let title = Field<LocalizedText>("exhibit.title", .text, .body)
    public static let material = Field<String>("exhibit.material", .choice(materials), .partner)
    public static let form = Field<String>("exhibit.form", .choice(["file", "object"]), .body)
    /// Lower-case hexadecimal digests of the original, by which the library keeps it.
    public static let sha256 = Field<String>("exhibit.sha256", .line, .body, isMeasured: true)
    public static let sha512 = Field<String>("exhibit.sha512", .line, .body, isMeasured: true)
    public static let bytes = Field<Int>("exhibit.bytes", .number(1...Int.max), .body, isMeasured: true)
    public static let mediaType = Field<String>("exhibit.mediaType", .line, .body, isMeasured: true)
    /// File names often hold the names of people.
    public static let originalName = Field<String>("exhibit.originalName", .line, .house, isMeasured: true)
    public static let date = Field<DateStatement>("exhibit.date", .date, .body)
    public static let origin = Field<LocalizedText>("exhibit.origin", .text, .body)
    public static let obtained = Field<LocalizedText>("exhibit.obtained", .text, .house)
    public static let obtainedFrom = Field<RecordID>("exhibit.obtainedFrom", .reference(.person), .house)
    public static let obtainedOn = Field<DateStatement>("exhibit.obtainedOn", .date, .body)
    /// Whether anybody can read it already, for example in a newspaper: it then needs no consent of a giver.
    public static let isPublic = Field<String>("exhibit.isPublic", .choice(["yes", "no"]), .body)
    public static let keptAt = Field<LocalizedText>("exhibit.keptAt", .text, .house)
    public static let languages = Field<[String]>("exhibit.languages", .codes, .body)
    public static let pages = Field<Int>("exhibit.pages", .number(1...100_000), .body)
    public static let transcription = Field<LocalizedText>("exhibit.transcription", .text, .body)
    public static let persons = Field<[RecordID]>("exhibit.persons", .references(.person), .house)
    public static let cases = Field<[RecordID]>("exhibit.cases", .references(.case), .public)
    public static let sourceReliability = Field<String>("exhibit.sourceReliability", Grading.type, .body)
    public static let sourceReasons = Field<LocalizedText>("exhibit.sourceReasons", .text, .house)
    public static let reliability = Field<String>("exhibit.reliability", Grading.type, .body)
    public static let reliabilityReasons = Field<LocalizedText>("exhibit.reliabilityReasons", .text, .house)
    public static let metadata = Field<[Item]>(
        "exhibit.metadata", .items(ExhibitMetadataFields.all), .house, isMeasured: true)
    public static let copies = Field<[Item]>("exhibit.copies", .items(CopyFields.all), .house, isMeasured: true)
    public static let custody = Field<[Item]>(
        "exhibit.custody", .items(CustodyFields.all), .house, growsOnly: true)
    public static let notes = Field<LocalizedText>("exhibit.notes", .text, .house)

    /// After HURIDOCS micro-thesaurus 16, with what Korean families keep.
    static let materials = [
        "letter", "photograph", "list", "audio", "video", "official-document", "identity-document", "family-register",
        "court-record", "medical-record", "press", "statement", "map", "object", "other",
    ]

    static let all: [FieldDefinition] = [
        title.definition, material.definition, form.definition, sha256.definition, sha512.definition,
        bytes.definition, mediaType.definition, originalName.definition, date.definition, origin.definition,
        obtained.definition, obtainedFrom.definition, obtainedOn.definition, isPublic.definition, keptAt.definition,
        languages.definition, pages.definition, transcription.definition, persons.definition, cases.definition,
        sourceReliability.definition, sourceReasons.definition, reliability.definition,
        reliabilityReasons.definition, metadata.definition, copies.definition, custody.definition, notes.definition,
    ]
}

/// What a file says of itself: camera, author, place. Kept for the custody record; never leaves.
public enum ExhibitMetadataFields {
    public static let group = Field<String>("exhibit.metadata.group", .line, .house)
    public static let name = Field<String>("exhibit.metadata.name", .line, .house)
    public static let value = Field<String>("exhibit.metadata.value", .line, .house)

    static let all: [FieldDefinition] = [group.definition, name.definition, value.definition]
}

/// The fields of one copy. The original is never touched.
public enum CopyFields {
    public static let kind = Field<String>(
        "exhibit.copies.kind", .choice(["working", "translation", "redacted"]), .house)
    public static let sha256 = Field<String>("exhibit.copies.sha256", .line, .house)
    public static let bytes = Field<Int>("exhibit.copies.bytes", .number(1...Int.max), .house)
    public static let mediaType = Field<String>("exhibit.copies.mediaType", .line, .house)
    public static let note = Field<LocalizedText>("exhibit.copies.note", .text, .house)

    static let all: [FieldDefinition] = [
        kind.definition, sha256.definition, bytes.definition, mediaType.definition, note.definition,
    ]
}

/// The fields of one entry of the custody record: who held or handled the exhibit, when.
public enum CustodyFields {
    /// UTC, as `2026-11-24T08:00:00Z`; the words of the family where the time is not known.
    public static let at = Field<String>("exhibit.custody.at", .line, .house)
    public static let actor = Field<String>("exhibit.custody.actor", .line, .house)
    public static let action = Field<String>("exhibit.custody.action", .choice(actions), .house)
    public static let note = Field<LocalizedText>("exhibit.custody.note", .text, .house)

    public static let actions = [
        "held", "received", "stored", "copied", "examined", "handed-over", "returned", "verified",
    ]

    static let all: [FieldDefinition] = [at.definition, actor.definition, action.definition, note.definition]
}
