public import DossierModel

/// The words of one language, by key: `rules.wgeid.date-month.headline`. No other place holds text for people.
public struct Wording: Sendable {
    public let language: LanguageTag
    private let texts: [String: String]

    public init(language: LanguageTag, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// Flattens the trees of wording files into keys; a later file adds to an earlier one.
    public init(language: LanguageTag, nodes: [PlainNode]) {
        var texts: [String: String] = [:]
        for node in nodes { Self.flatten(node, under: "", into: &texts) }
        self.init(language: language, texts: texts)
    }

    /// The text of a key; the key itself in angle quotes when the language lacks it, which no test lets pass.
    public subscript(key: String) -> String { texts[key] ?? "‹\(key)›" }

    public func contains(_ key: String) -> Bool { texts[key] != nil }

    public var keys: Set<String> { Set(texts.keys) }

    /// Every text, in no order.
    public var all: [String] { Array(texts.values) }

    /// The text of a key with each `{name}` replaced by its argument.
    public func filled(_ key: String, _ arguments: [String: String]) -> String {
        Self.fill(self[key], arguments)
    }

    /// One pass from left to right, so that an argument which itself holds braces is left as it is.
    static func fill(_ template: String, _ arguments: [String: String]) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func flatten(_ node: PlainNode, under prefix: String, into texts: inout [String: String]) {
        switch node.content {
        case .scalar(let text): texts[prefix] = text
        case .list(let members):
            for (index, member) in members.enumerated() {
                flatten(member, under: "\(prefix).\(index + 1)", into: &texts)
            }
        case .map(let pairs):
            for pair in pairs {
                flatten(pair.value, under: prefix.isEmpty ? pair.key : "\(prefix).\(pair.key)", into: &texts)
            }
        }
    }
}
