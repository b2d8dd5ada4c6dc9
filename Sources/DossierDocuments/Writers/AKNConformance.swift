public import DossierXML

/// What the schema of Akoma Ntoso cannot check: that every reference points at something, and that the document's
/// names agree with its metadata.
public enum AKNConformance {
    /// One fault, with the line where it stands.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        public var line: Int
        public var message: String
        public var description: String { "line \(line): \(message)" }
    }

    /// Every fault of a document; none when it conforms.
    public static func faults(of root: XMLElement) -> [Fault] {
        dangling(root) + doubled(root) + identity(root)
    }

    private static func dangling(_ root: XMLElement) -> [Fault] {
        let ids = Set(everything(root).compactMap { $0.attribute("eId") })
        return everything(root).flatMap { element in
            ["refersTo", "source", "href", "as"].compactMap { name in
                guard let value = element.attribute(name), value.hasPrefix("#"),
                    !ids.contains(String(value.dropFirst()))
                else { return nil }
                return Fault(line: element.line, message: "\(element.name)/@\(name) “\(value)” points at nothing")
            }
        }
    }

    private static func doubled(_ root: XMLElement) -> [Fault] {
        var seen = Set<String>()
        return everything(root).compactMap { element in
            guard let id = element.attribute("eId"), !seen.insert(id).inserted else { return nil }
            return Fault(line: element.line, message: "eId “\(id)” stands twice")
        }
    }

    private static func identity(_ root: XMLElement) -> [Fault] {
        guard let work = root.first("FRBRWork"), let uri = work.first("FRBRuri")?.attribute("value") else {
            return [Fault(line: root.line, message: "there is no FRBRWork with its FRBRuri")]
        }
        // /akn/{country}/{type}/{subtype}/{actor}/{date}/{number}
        let parts = uri.split(separator: "/").map(String.init)
        guard parts.count == 7, parts[0] == "akn" else {
            return [Fault(line: work.line, message: "“\(uri)” is not /akn/country/type/subtype/actor/date/number")]
        }
        var faults: [Fault] = []
        let expected = [
            ("FRBRcountry", "value", parts[1]), ("FRBRsubtype", "value", parts[3]), ("FRBRdate", "date", parts[5]),
            ("FRBRnumber", "value", parts[6]),
        ]
        for (name, attribute, value) in expected where work.first(name)?.attribute(attribute) != value {
            faults.append(Fault(line: work.line, message: "\(name) is not “\(value)”, which the work's name says"))
        }
        if root.elements.first?.name != parts[2] {
            faults.append(Fault(line: root.line, message: "the document is not a “\(parts[2])”"))
        }
        for level in ["FRBRExpression", "FRBRManifestation"] {
            guard let element = root.first(level),
                element.first("FRBRuri")?.attribute("value")?.hasPrefix(uri + "/") == true
            else {
                faults.append(Fault(line: root.line, message: "\(level) does not extend the work's name"))
                continue
            }
        }
        return faults
    }

    private static func everything(_ root: XMLElement) -> [XMLElement] { [root] + root.descendants }
}
