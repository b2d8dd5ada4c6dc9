import DossierXML

/// The few words of XML Schema 1.0 that our schemas are written in.
struct SchemaMarkup {
    let xml: XMLWriter

    enum Count {
        case one, optional
        /// One or more.
        case many

        fileprivate var attributes: [(String, String)] {
            switch self {
            case .one: []
            case .optional: [("minOccurs", "0")]
            case .many: [("maxOccurs", "unbounded")]
            }
        }
    }

    /// A text type, with its facets in the order given.
    func simpleType(_ name: String, of base: String, _ facets: [(String, String)]) {
        xml.start("xs:simpleType", [("name", name)])
        xml.start("xs:restriction", [("base", base)])
        for (facet, value) in facets { xml.element("xs:\(facet)", [("value", value)]) }
        xml.end()
        xml.end()
    }

    /// One of a list of codes.
    func codes(_ name: String, _ codes: [String]) {
        simpleType(name, of: "xs:token", codes.map { ("enumeration", $0) })
    }

    func complexType(_ name: String? = nil, _ content: () -> Void) {
        xml.start("xs:complexType", name.map { [("name", $0)] } ?? [])
        content()
        xml.end()
    }

    func sequence(_ content: () -> Void) {
        xml.start("xs:sequence")
        content()
        xml.end()
    }

    func choice(_ content: () -> Void) {
        xml.start("xs:choice")
        content()
        xml.end()
    }

    func element(_ name: String, _ type: String, _ count: Count = .one) {
        xml.element("xs:element", [("name", name), ("type", type)] + count.attributes)
    }

    /// An element whose type nothing else has.
    func element(_ name: String, _ count: Count = .one, _ content: () -> Void) {
        xml.start("xs:element", [("name", name)] + count.attributes)
        complexType(nil, content)
        xml.end()
    }

    func attribute(_ name: String, _ type: String, required: Bool = false) {
        xml.element("xs:attribute", [("name", name), ("type", type)] + (required ? [("use", "required")] : []))
    }

    /// `xml:lang`, which every text and every record has.
    func language() { xml.element("xs:attribute", [("ref", "xml:lang"), ("use", "required")]) }
}
