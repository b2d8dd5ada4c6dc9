import DossierModel

/// One table of an export, with its columns by the catalogue.
public struct ExportTable: Sendable, Hashable {
    /// For files and sheets: the plural of a kind of record, or the id of a list field.
    public let name: String
    public let columns: [ExportColumn]

    /// One row a case: the case, the disappeared person and the incident of the disappearance side by side.
    public static let cases = ExportTable(
        name: "cases", keys: [.case],
        fields: PersonFields.definitions + FieldCatalogue.fields(of: .incident)
            + FieldCatalogue.fields(of: .case))
    public static let incidents = ExportTable("incidents", .incident)
    public static let persons = ExportTable("persons", .person)
    public static let testimonies = ExportTable("testimonies", .testimony)
    public static let exhibits = ExportTable("exhibits", .exhibit)
    public static let claims = ExportTable("claims", .claim, [.case, .record, .strength])

    /// The lists that stand in records of these kinds, one table each.
    static let lists: [FieldDefinition: ExportTable] = {
        let kinds: [RecordKind] = [.person, .incident, .case, .testimony, .exhibit, .claim]
        let fields = kinds.flatMap { FieldCatalogue.fields(of: $0) }.filter { !$0.type.itemFields.isEmpty }
        return Dictionary(
            uniqueKeysWithValues: fields.map { field in
                (
                    field,
                    ExportTable(name: field.id, keys: [.case, .record, .position], fields: field.type.itemFields)
                )
            })
    }()

    /// Every table that an export can have, in the order in which they are explained.
    public static let all: [ExportTable] =
        [cases, incidents, persons, testimonies, exhibits, claims] + lists.values.sorted { $0.name < $1.name }

    private init(_ name: String, _ kind: RecordKind, _ keys: [ExportColumn.Key] = [.case, .record]) {
        self.init(name: name, keys: keys, fields: FieldCatalogue.fields(of: kind))
    }

    private init(name: String, keys: [ExportColumn.Key], fields: [FieldDefinition]) {
        self.name = name
        columns = keys.map(ExportColumn.init) + fields.filter { !$0.isOfTheRow }.flatMap(ExportColumn.columns)
    }
}

extension PersonFields {
    fileprivate static var definitions: [FieldDefinition] { FieldCatalogue.fields(of: .person) }
}

extension FieldDefinition {
    /// Whether it points to what stands in the same row.
    fileprivate var isOfTheRow: Bool {
        [CaseFields.person.definition, CaseFields.incident.definition, ClaimFields.aboutCase.definition].contains(self)
    }
}
