/// The fields of a testimony: an account given by one person on one occasion.
public enum TestimonyFields {
    /// Who spoke; left out where only the category of the source may be recorded.
    public static let speaker = Field<RecordID>("testimony.speaker", .reference(.person), .body)
    public static let category = Field<String>("testimony.category", .choice(WitnessFields.categories), .partner)
    /// To the disappeared person.
    public static let relation = Field<LocalizedText>("testimony.relation", .text, .body)
    public static let cases = Field<[RecordID]>("testimony.cases", .references(.case), .public)
    public static let date = Field<DateStatement>("testimony.date", .date, .partner)
    public static let place = Field<Place>("testimony.place", .place, .body)
    public static let spoken = Field<[String]>("testimony.spoken", .codes, .body)
    public static let setting = Field<String>(
        "testimony.setting", .choice(["in-person", "telephone", "video", "in-writing", "public-hearing"]), .body)
    /// Who else was in the room.
    public static let present = Field<LocalizedText>("testimony.present", .text, .house)
    public static let occasion = Field<String>("testimony.occasion", .choice(["first", "repeated"]), .body)
    public static let earlierAccounts = Field<[RecordID]>(
        "testimony.earlierAccounts", .references(.testimony), .house)
    public static let interviewer = Field<String>("testimony.interviewer", .line, .house)
    public static let interpreter = Field<String>("testimony.interpreter", .line, .house)
    public static let recording = Field<RecordID>("testimony.recording", .reference(.exhibit), .body)
    public static let sourceReliability = Field<String>("testimony.sourceReliability", Grading.type, .body)
    public static let sourceReasons = Field<LocalizedText>("testimony.sourceReasons", .text, .house)
    public static let reliability = Field<String>("testimony.reliability", Grading.type, .body)
    public static let reliabilityReasons = Field<LocalizedText>("testimony.reliabilityReasons", .text, .house)
    public static let paragraphs = Field<[Item]>("testimony.paragraphs", .items(ParagraphFields.all), .body)
    public static let notes = Field<LocalizedText>("testimony.notes", .text, .house)

    static let all: [FieldDefinition] = [
        speaker.definition, category.definition, relation.definition, cases.definition, date.definition,
        place.definition, spoken.definition, setting.definition, present.definition, occasion.definition,
        earlierAccounts.definition, interviewer.definition, interpreter.definition, recording.definition,
        sourceReliability.definition, sourceReasons.definition, reliability.definition,
        reliabilityReasons.definition, paragraphs.definition, notes.definition,
    ]
}

/// The fields of one paragraph of a testimony.
public enum ParagraphFields {
    public static let number = Field<Int>("testimony.paragraphs.number", .number(1...9999), .body)
    public static let text = Field<LocalizedText>("testimony.paragraphs.text", .text, .body)
    public static let knowledge = Field<String>(
        "testimony.paragraphs.knowledge", .choice(Knowledge.allCases.map(\.rawValue)), .body)
    /// For hearsay: from whom, in words.
    public static let heardFrom = Field<LocalizedText>("testimony.paragraphs.heardFrom", .text, .body)
    /// Where it differs from that of the whole account.
    public static let reliability = Field<String>("testimony.paragraphs.reliability", Grading.type, .body)

    static let all: [FieldDefinition] = [
        number.definition, text.definition, knowledge.definition, heardFrom.definition, reliability.definition,
    ]

    /// How the speaker knows.
    public enum Knowledge: String, Sendable, CaseIterable {
        /// Seen, heard or lived through.
        case direct
        case hearsay
        /// Concluded by the speaker from something else.
        case inferred
    }
}

/// The scale of reliability, of a source and of one piece of information alike (HURIDOCS micro-thesaurus 42). The two
/// are graded apart and never added up.
public enum Grading: String, Sendable, CaseIterable {
    case highlyReliable = "highly-reliable"
    case likelyReliable = "likely-reliable"
    case unsure
    case likelyUnreliable = "likely-unreliable"
    case highlyUnreliable = "highly-unreliable"
    case unknown

    static let type = FieldType.choice(allCases.map(\.rawValue))
}
