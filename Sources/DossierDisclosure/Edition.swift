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

    init(audience: Audience, folder: CaseFolder, withheld: [Withheld], markedConfidential: Set<Mark>) {
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

    /// Whether something of a field was withheld.
    public func withholds(_ field: FieldDefinition) -> Bool { withheld.contains { $0.field == field.id } }
}
