import DossierModel
import DossierXML

/// The `meta` part of an Akoma Ntoso document. It travels with the file, so it names nobody and holds no id of the
/// house.
struct AKNMetadata {
    static let source = "source"
    static let body = "body"
    static let person = "person"

    let document: Document

    func write(to xml: XMLWriter) {
        let identifiers = AKNIdentifiers(document)
        xml.start("meta")
        xml.start("identification", [("source", "#\(Self.source)")])
        work(identifiers, xml)
        expression(identifiers, xml)
        manifestation(identifiers, xml)
        xml.end()
        xml.start("lifecycle", [("source", "#\(Self.source)")])
        xml.element(
            "eventRef",
            [("eId", "made"), ("date", date), ("source", "#\(Self.source)"), ("type", "generation")])
        xml.end()
        references(xml)
        xml.end()
    }

    private var date: String { document.identity.date.description }

    private func work(_ identifiers: AKNIdentifiers, _ xml: XMLWriter) {
        let identity = document.identity
        xml.start("FRBRWork")
        xml.element("FRBRthis", [("value", "\(identifiers.work)/!main")])
        xml.element("FRBRuri", [("value", identifiers.work)])
        xml.element("FRBRdate", [("date", date), ("name", "submission")])
        xml.element("FRBRauthor", [("href", "#\(Self.source)")])
        xml.element("FRBRcountry", [("value", "un")])
        xml.element("FRBRsubtype", [("value", identity.subtype)])
        xml.element("FRBRnumber", [("value", identity.number)])
        xml.element("FRBRname", [("value", identity.name)])
        // The source is no organ of the UN: nothing in it binds anybody, and no authority has issued it.
        xml.element("FRBRprescriptive", [("value", "false")])
        xml.element("FRBRauthoritative", [("value", "false")])
        xml.end()
    }

    private func expression(_ identifiers: AKNIdentifiers, _ xml: XMLWriter) {
        xml.start("FRBRExpression")
        xml.element("FRBRthis", [("value", "\(identifiers.expression)/!main")])
        xml.element("FRBRuri", [("value", identifiers.expression)])
        xml.element("FRBRdate", [("date", date), ("name", document.draft == nil ? "final" : "draft")])
        xml.element("FRBRauthor", [("href", "#\(Self.source)")])
        xml.element("FRBRlanguage", [("language", AKNIdentifiers.threeLetters(document.language))])
        xml.end()
    }

    private func manifestation(_ identifiers: AKNIdentifiers, _ xml: XMLWriter) {
        xml.start("FRBRManifestation")
        xml.element("FRBRthis", [("value", "\(identifiers.expression)/!main.xml")])
        xml.element("FRBRuri", [("value", identifiers.manifestation)])
        xml.element("FRBRdate", [("date", date), ("name", "XMLConversion")])
        xml.element("FRBRauthor", [("href", "#\(Self.source)")])
        xml.element("FRBRformat", [("value", "application/akn+xml")])
        xml.end()
    }

    private func references(_ xml: XMLWriter) {
        let identity = document.identity
        xml.start("references", [("source", "#\(Self.source)")])
        xml.element(
            "TLCOrganization",
            [("eId", Self.source), ("href", "/akn/ontology/organization/un/source"), ("showAs", identity.authorLabel)])
        xml.element(
            "TLCOrganization",
            [
                ("eId", Self.body), ("href", "/akn/ontology/organization/un/\(identity.actor)"),
                ("showAs", identity.bodyLabel),
            ])
        if let label = identity.personLabel {
            xml.element(
                "TLCPerson", [("eId", Self.person), ("href", "/akn/ontology/person/un/p1"), ("showAs", label)])
        }
        xml.end()
    }
}
