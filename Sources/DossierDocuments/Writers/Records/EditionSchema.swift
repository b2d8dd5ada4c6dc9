import DossierModel
public import DossierXML

/// The schema (XSD 1.0) of what ``EditionXMLWriter`` writes, made from the catalogue of fields: a new field is in it
/// without another change. `Templates/record` holds it as a file.
public enum EditionSchema {
    public static let namespace = "urn:dossier:record:1"
    public static let version = "1.0"

    /// What stands in an edition after the case, its person and its incident: one element around its records each,
    /// so that nobody takes a witness for the disappeared person. Not there when it holds nothing.
    enum Group: String, CaseIterable {
        case earlierIncidents, otherPersons, testimonies, exhibits, claims

        var kind: RecordKind {
            switch self {
            case .earlierIncidents: .incident
            case .otherPersons: .person
            case .testimonies: .testimony
            case .exhibits: .exhibit
            case .claims: .claim
            }
        }
    }

    /// The kinds of record that an edition holds. Consents stay in the house.
    static let kinds: [RecordKind] = [.case, .person, .incident, .testimony, .exhibit, .claim]

    /// The schema as a file.
    /// - Throws: ``XMLWriterError`` when libxml2 refuses a step.
    public static func bytes() throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: true)
        xml.startDocument()
        xml.start(
            "xs:schema",
            [
                ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", namespace),
                ("targetNamespace", namespace), ("elementFormDefault", "qualified"),
                // No xsi:type may put another type in a declared one's place.
                ("blockDefault", "#all"), ("version", version),
            ])
        xml.element(
            "xs:import",
            [("namespace", XMLAttribute.xmlNamespaceURI), ("schemaLocation", BundledXMLSchema.location)])
        let markup = SchemaMarkup(xml: xml)
        root(markup)
        for kind in kinds { record(kind, markup) }
        let fields = EditionSchemaFields(markup: markup)
        for kind in kinds { fields.types(of: FieldCatalogue.fields(of: kind)) }
        EditionSchemaShapes(markup: markup).write()
        xml.end()
        return try xml.finish()
    }

    private static func root(_ markup: SchemaMarkup) {
        markup.element("edition") {
            markup.sequence {
                markup.element("case", type(of: .case))
                markup.element("person", type(of: .person), .optional)
                markup.element("incident", type(of: .incident), .optional)
                for group in Group.allCases {
                    markup.element(group.rawValue, .optional) {
                        markup.sequence { markup.element(group.kind.rawValue, type(of: group.kind), .many) }
                    }
                }
            }
            for (name, type) in [
                ("version", "version"), ("channel", "code"), ("edition", "audience"), ("number", "opaque"),
                ("date", "day"),
            ] {
                markup.attribute(name, type, required: true)
            }
        }
    }

    private static func record(_ kind: RecordKind, _ markup: SchemaMarkup) {
        markup.complexType(type(of: kind)) {
            EditionSchemaFields(markup: markup).elements(FieldCatalogue.fields(of: kind))
            markup.attribute("id", "opaque", required: true)
            markup.language()
            if kind == .claim { markup.attribute("strength", "strength") }
        }
    }

    private static func type(of kind: RecordKind) -> String { "record.\(kind.rawValue)" }
}
