import CLibXML2

/// The one schema that a schema of ours may import: it declares `xml:lang`, which XSD 1.0 takes from nowhere else.
public enum BundledXMLSchema {
    /// The `schemaLocation` under which it is known; files of that name beside a schema are for other programs.
    public static let location = "xml.xsd"

    /// The schema itself, of our own writing: as much of the W3C's as we use.
    public static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="\(XMLAttribute.xmlNamespaceURI)">
          <xs:attribute name="lang" type="xs:language"/>
        </xs:schema>

        """

    /// What libxml2 gets when it asks for a file: this schema out of memory, and nothing else whatever it asks for.
    static func input(
        for location: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?
    ) -> xmlParserInputPtr? {
        guard let location, String(cString: location) == Self.location else { return nil }
        let bytes = Array(text.utf8)
        // The buffer copies, so that it may outlive these bytes.
        let buffer = bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                xmlParserInputBufferCreateMem($0.baseAddress, Int32($0.count), XML_CHAR_ENCODING_NONE)
            }
        }
        guard let buffer else { return nil }
        guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
            xmlFreeParserInputBuffer(buffer)
            return nil
        }
        return input
    }
}
