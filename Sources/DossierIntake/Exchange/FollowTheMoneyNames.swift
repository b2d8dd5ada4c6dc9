import DossierModel

/// The names of an entity: its parts where it has them, else divided where the table of surnames tells how.
struct FollowTheMoneyNames {
    let nodes: [PlainNode]

    init(_ entity: FollowTheMoneyReader.Entity, divide: (String) -> PersonName?) {
        let families = entity.values("lastName")
        let givens = entity.values("firstName")
        var nodes: [PlainNode] = []
        var seen: Set<String> = []
        let kinds: [(String, PersonName.Kind)] = [
            ("name", .primary), ("alias", .alias), ("previousName", .alias), ("weakAlias", .alias),
        ]
        for (property, kind) in kinds {
            for text in entity.values(property) where seen.insert(text).inserted {
                let told = families.lazy.flatMap { family in givens.lazy.map { (family, $0) } }.first { family, given in
                    [family + given, "\(family) \(given)", "\(given) \(family)", "\(family), \(given)"].contains(text)
                }
                if let told {
                    nodes.append(Self.node(told.0, told.1, NameLetters.script(of: text) ?? .latin, kind, entity.line))
                } else if let node = Self.node(text, kind, entity.line, divide) {
                    nodes.append(node)
                }
            }
        }
        // Han characters beside kana are Japanese.
        let isJapanese = nodes.contains { $0["script"]?.scalar == PersonName.Script.kana.rawValue }
        self.nodes = isJapanese ? nodes.map(Self.japanese) : nodes
    }

    private static func japanese(_ node: PlainNode) -> PlainNode {
        guard case .map(var pairs) = node.content else { return node }
        for place in pairs.indices
        where pairs[place].key == "script" && pairs[place].value.scalar == PersonName.Script.hanja.rawValue {
            pairs[place].value.content = .scalar(PersonName.Script.kanji.rawValue)
        }
        return PlainNode(.map(pairs), line: node.line)
    }

    /// Nil for a text without letters that a name is written in.
    static func node(
        _ text: String, _ kind: PersonName.Kind, _ line: Int, _ divide: (String) -> PersonName?
    ) -> PlainNode? {
        guard let script = NameLetters.script(of: text) else { return nil }
        let parts = divide(text)
        return node(parts?.family, parts == nil ? text : parts?.given, script, kind, line)
    }

    private static func node(
        _ family: String?, _ given: String?, _ script: PersonName.Script, _ kind: PersonName.Kind, _ line: Int
    ) -> PlainNode {
        let pairs: [(String, String?)] = [
            ("kind", kind == .primary ? nil : kind.rawValue), ("script", script.rawValue), ("family", family),
            ("given", given),
        ]
        return PlainNode(
            .map(pairs.compactMap { key, value in value.map { .init(key, PlainNode(.scalar($0), line: line)) } }),
            line: line)
    }
}
