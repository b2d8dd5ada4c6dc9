import CLibXML2

/// The rules a document is read by, each with its clause and its mend.
public enum XMLRule: String, Sendable, Hashable, CaseIterable {
    case size, startTag, depth, documentType, encoding, characters, nesting, attributes, references, namespaces
    case complete, wellFormed

    /// What a document must be.
    public var statement: String {
        switch self {
        case .size: "a document keeps within the size limit."
        case .startTag: "start tags keep within the limits of size, attributes and prefixes."
        case .depth: "elements nest at most 256 deep."
        case .documentType:
            "a document has no document type declaration, which XML 1.0 §2.8 allows and this reader refuses."
        case .encoding: "a document is UTF-8 and says so or nothing (XML 1.0 §4.3.3)."
        case .characters: "a document holds XML characters only (XML 1.0 §2.2)."
        case .nesting: "start and end tags match (XML 1.0 §3)."
        case .attributes: "an attribute has a quoted value and appears once in a tag (XML 1.0 §3.1)."
        case .references: "only amp, lt, gt, quot, apos and character references are known (XML 1.0 §4.1, §4.6)."
        case .namespaces: "a prefix is declared before it is used (Namespaces in XML 1.0 §5)."
        case .complete: "a document is one whole element (XML 1.0 §2.1)."
        case .wellFormed: "a document is well-formed (XML 1.0 §2.1)."
        }
    }

    /// What to do about it.
    public var mend: String {
        switch self {
        case .size: "Split the document, or send attachments as files."
        case .startTag: "Move data from attributes into elements, and declare prefixes once, on the root."
        case .depth: "Flatten the document."
        case .documentType: "Delete the DOCTYPE and write entities out."
        case .encoding: "Save the file as UTF-8."
        case .characters: "Delete the control characters, or save the file as UTF-8 again."
        case .nesting: "Close each element before its parent."
        case .attributes: "Quote the value, and delete what is repeated."
        case .references: "Write & as &amp; and other characters as themselves."
        case .namespaces: "Declare the prefix with xmlns on the root."
        case .complete: "Check that the whole file was received."
        case .wellFormed: "Mend the markup here."
        }
    }

    /// The rule behind a libxml2 error code.
    init(code: Int32) {
        guard code >= 0 else {
            self = .wellFormed
            return
        }
        switch xmlParserErrors(UInt32(code)) {
        case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_LT_REQUIRED, XML_ERR_LTSLASH_REQUIRED: self = .nesting
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED:
            self = .complete
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF: self = .characters
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING: self = .encoding
        case XML_ERR_ATTRIBUTE_REDEFINED, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
            XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_LT_IN_ATTRIBUTE:
            self = .attributes
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_NAME_REQUIRED,
            XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITY_LOOP:
            self = .references
        case XML_NS_ERR_UNDEFINED_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_EMPTY,
            XML_NS_ERR_COLON:
            self = .namespaces
        case XML_NS_ERR_ATTRIBUTE_REDEFINED: self = .attributes
        default: self = .wellFormed
        }
    }
}
