public import DossierModel

/// The part of a case that one audience may see. It is made by ``Discloser`` alone, and documents are composed of
/// nothing else, so that what was withheld cannot be reached.
public struct Edition: Sendable, Hashable {
    public let audience: Audience
    /// The case with everything withheld taken out.
    public let folder: CaseFolder
    /// What was taken out, and why, in the order of the catalogue.
    public let withheld: [Withheld]
    /// Fields that go to the body with the request to keep them there, by record and field id.
    public let markedConfidential: Set<Mark>
    /// How strongly each claim may be put, by its id: judged on all that is open to the audience, also on who spoke and
    /// how the sources are graded, which the edition itself may not tell.
    public let standings: [RecordID: ClaimStanding]
    /// Persons of the case, and of cases connected with it, whose names must not be told to the audience.
    public let unnamed: Set<RecordID>

    init(
        audience: Audience, folder: CaseFolder, withheld: [Withheld], markedConfidential: Set<Mark>,
        standings: [RecordID: ClaimStanding], unnamed: Set<RecordID>
    ) {
        self.unnamed = unnamed
        self.standings = standings
        self.audience = audience
        self.folder = folder
        self.withheld = withheld
        self.markedConfidential = markedConfidential
    }

    /// One field of one record.
    public struct Mark: Sendable, Hashable {
        public var record: RecordID
        public var field: String

        public init(record: RecordID, field: String) {
            self.record = record
            self.field = field
        }
    }

    /// Whether the body is asked to keep a field to itself.
    public func isMarkedConfidential(_ field: FieldDefinition, of record: Record) -> Bool {
        markedConfidential.contains(Mark(record: record.id, field: field.id))
    }

    /// Whether nothing at all may be disclosed: no consent about the disappeared person stands.
    public var isEmpty: Bool { folder.caseRecord.entries.isEmpty }

    /// Whether something of a field was withheld.
    public func withholds(_ field: FieldDefinition) -> Bool { withheld.contains { $0.field == field.id } }
}
