/// Why a document was not written. Element and attribute names are code, not case data, and may be shown.
public enum XMLWriterError: Error, Sendable, Hashable, CustomStringConvertible {
    case outOfMemory
    /// libxml2 returned a failure for a step that was in order.
    case refused
    case notAName(String)
    case repeatedAttribute(element: String, attribute: String)
    /// An end without a start, text outside the root, a second root, a declaration that is not first.
    case outOfPlace(String)
    case unclosed([String])
    case noRoot
    case alreadyFinished

    public var description: String {
        switch self {
        case .outOfMemory:
            "There is not enough memory to write the XML document. Write fewer documents at once."
        case .refused:
            "libxml2 could not write the XML document. Try again; if it fails again, report it with the steps."
        case .notAName(let name):
            "“\(name)” is not an XML name (XML 1.0 §2.3). Use letters, digits, “-”, “_” and “.”, a letter first."
        case .repeatedAttribute(let element, let attribute):
            "An attribute may appear once in a tag (XML 1.0 §3.1): write “\(attribute)” of “\(element)” once."
        case .outOfPlace(let step):
            "A document is one element with everything inside it (XML 1.0 §2.1): \(step) is out of place."
        case .unclosed(let names):
            "Every element is ended (XML 1.0 §3): end \(names.map { "“\($0)”" }.joined(separator: ", "))."
        case .noRoot:
            "A document holds one element (XML 1.0 §2.1): start one before finishing."
        case .alreadyFinished:
            "A writer writes one document: make another writer for the next."
        }
    }
}
