/// All fields, in the order in which manuals and case files list them.
public enum FieldCatalogue {
    /// The fields of one kind of record.
    public static func fields(of kind: RecordKind) -> [FieldDefinition] {
        switch kind {
        case .person: PersonFields.all
        case .incident: IncidentFields.all
        case .case: CaseFields.all
        case .testimony: TestimonyFields.all
        case .exhibit: ExhibitFields.all
        case .claim: ClaimFields.all
        case .consent: ConsentFields.all
        case .report: ReportFields.all
        case .submission: SubmissionFields.all
        }
    }

    /// The fields of one kind by name.
    public static func field(_ name: String, of kind: RecordKind) -> FieldDefinition? { byName[kind]?[name] }

    /// The fields of one kind that name other records, themselves or in their items.
    static func linkingFields(of kind: RecordKind) -> [FieldDefinition] { linking[kind] ?? [] }

    /// The lists of one kind that may only be added to at their end.
    public static func growingFields(of kind: RecordKind) -> [FieldDefinition] {
        fields(of: kind).filter(\.growsOnly)
    }

    private static let linking = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.map { kind in
            (kind, fields(of: kind).filter { $0.type.links || $0.type.itemFields.contains { $0.type.links } })
        })

    /// Every field with those of its items after it.
    public static let all: [FieldDefinition] = RecordKind.allCases.flatMap { kind in
        fields(of: kind).flatMap { [$0] + $0.type.itemFields }
    }

    /// The field with an id, of a record or of an item.
    public static func field(id: String) -> FieldDefinition? { byID[id] }

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    private static let byName = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.map { kind in
            (kind, Dictionary(fields(of: kind).map { ($0.name, $0) }) { first, _ in first })
        })
}
