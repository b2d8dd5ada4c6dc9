public import DossierModel

/// Institutions by code, with the full names that they bore and when. A submission writes them out, as they were called
/// on the day of the event.
public struct Institutions: Sendable {
    public struct Institution: Sendable {
        public var code: String
        public var state: StateCode?
        public var trust: Trust
        public var abbreviations: [String]
        var names: [Name]

        /// The full name on a date; where the date fits several, the first of them.
        public func name(in language: LanguageTag, at date: PartialDate?) -> String? {
            let valid = names.filter { name in
                guard let date else { return true }
                if let from = name.from, let latest = date.latest, latest < from { return false }
                if let until = name.until, let earliest = date.earliest, earliest > until { return false }
                return true
            }
            let name = valid.first ?? names.last
            return name?.texts[language.language] ?? name?.texts["en"]
        }
    }

    struct Name: Sendable {
        var from: Day?
        var until: Day?
        var texts: [String: String]
    }

    private let byCode: [String: Institution]
    public let all: [Institution]

    /// From the tree of `institutions.yaml`.
    public init(_ node: PlainNode) {
        all = (node["institutions"]?.pairs ?? []).map { pair in
            Institution(
                code: pair.key, state: pair.value["state"]?.scalar.flatMap(StateCode.init),
                trust: pair.value["trust"]?.scalar.flatMap(Trust.init) ?? .unverified,
                abbreviations: Self.members(pair.value["abbreviations"]).compactMap(\.scalar),
                names: Self.members(pair.value["names"]).map(Self.name))
        }
        byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    }

    public subscript(code: String) -> Institution? { byCode[code] }

    private static func members(_ node: PlainNode?) -> [PlainNode] {
        if case .list(let members) = node?.content { members } else { [] }
    }

    private static func name(_ node: PlainNode) -> Name {
        let texts = (node.pairs ?? []).compactMap { pair in pair.value.scalar.map { (pair.key, $0) } }
        return Name(
            from: node["from"]?.scalar.flatMap { PartialDate($0) }?.earliest,
            until: node["until"]?.scalar.flatMap { PartialDate($0) }?.latest,
            texts: Dictionary(texts) { first, _ in first })
    }
}
