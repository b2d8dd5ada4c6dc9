import DossierXML
import Testing

/// The parent of all suites of this room. libxml2 under parallel Swift Testing has crashed elsewhere, so all of them run
/// one test after the other.
@Suite("XML", .serialized)
enum DossierXMLSuite {}

/// What one attempt to read gave: a tree or the faults.
func outcome(_ text: String, limits: XMLLimits = .default) -> Result<XMLElement, XMLReadingError> {
    outcome(bytes: Array(text.utf8), limits: limits)
}

func outcome(bytes: [UInt8], limits: XMLLimits = .default) -> Result<XMLElement, XMLReadingError> {
    do {
        return .success(try SafeXMLParser.parse(bytes, limits: limits))
    } catch {
        return .failure(error)
    }
}

/// The rules that the faults of a document break; empty when it was read.
func rulesBroken(_ outcome: Result<XMLElement, XMLReadingError>) -> [XMLRule] {
    guard case .failure(let error) = outcome else { return [] }
    return error.faults.map(\.rule)
}

/// One root that holds one text and one attribute.
func written(text: String = "", attribute: String = "", indented: Bool = false) throws -> [UInt8] {
    let writer = XMLWriter(indented: indented)
    writer.startDocument()
    writer.element("p", [("a", attribute)], text: text)
    return try writer.finish()
}
