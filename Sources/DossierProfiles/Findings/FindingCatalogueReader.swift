public import DossierModel

extension FindingCatalogue {
    /// Reads `catalogue.yaml`.
    /// - Throws: ``ProfileReader/Unusable`` with every fault of the file.
    public init(from node: PlainNode, file: String) throws {
        var reader = Reading()
        let catalogue = reader.catalogue(node)
        guard let catalogue, reader.problems.isEmpty else {
            throw ProfileReader.Unusable(file: file, problems: reader.problems)
        }
        self = catalogue
    }
}

private struct Reading {
    var problems: [String] = []

    mutating func catalogue(_ node: PlainNode) -> FindingCatalogue? {
        let findings = members("findings", of: node).compactMap { finding($0) }
        let doubles = Dictionary(grouping: findings, by: \.id).filter { $0.value.count > 1 }.keys.sorted()
        for id in doubles { problem(node, "finding “\(id)” stands twice") }
        let channel = text("channel", of: node)
        let version = text("version", of: node)
        let checked = text("checked", of: node).flatMap(Day.init)
        let subtype = node["document"].flatMap { text("subtype", of: $0) }
        let name = node["document"].flatMap { text("name", of: $0) }
        guard let channel, let version, let checked, let subtype, let name else {
            problem(node, "“checked” is a day, and “document” has “subtype” and “name”")
            return nil
        }
        return FindingCatalogue(
            channel: channel, version: version, checkedOn: checked, languages: tags("languages", of: node),
            workingLanguages: tags("workingLanguages", of: node), document: .init(subtype: subtype, name: name),
            findings: findings)
    }

    private mutating func finding(_ node: PlainNode) -> FindingCatalogue.Finding? {
        guard let id = text("id", of: node), let group = text("group", of: node) else { return nil }
        let letters = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        if !letters { problem(node, "an id is of a–z, 0–9 and “-”: “\(id)”") }
        return FindingCatalogue.Finding(
            id: id, group: group, citations: members("cites", of: node).compactMap { citation($0) })
    }

    private mutating func citation(_ node: PlainNode) -> FindingCatalogue.Citation? {
        guard let symbol = text("symbol", of: node), let word = text("trust", of: node) else { return nil }
        guard let trust = Trust(rawValue: word) else {
            problem(node, "trust is one of \(Trust.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        return .init(symbol: symbol, paragraph: node["paragraph"]?.scalar, trust: trust)
    }

    private mutating func text(_ key: String, of node: PlainNode) -> String? {
        guard let text = node[key]?.scalar, !text.isEmpty else {
            problem(node, "“\(key)” is missing")
            return nil
        }
        return text
    }

    private mutating func members(_ key: String, of node: PlainNode) -> [PlainNode] {
        guard case .list(let nodes)? = node[key]?.content else {
            problem(node, "“\(key)” is a list")
            return []
        }
        return nodes
    }

    private mutating func tags(_ key: String, of node: PlainNode) -> [LanguageTag] {
        members(key, of: node).compactMap { $0.scalar.flatMap(LanguageTag.init) }
    }

    private mutating func problem(_ node: PlainNode, _ what: String) { problems.append("\(node.line): \(what)") }
}
