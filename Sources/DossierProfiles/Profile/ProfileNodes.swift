import DossierModel

/// Reads the parts that all profiles have in common out of plain trees, and collects what is wrong with them.
struct ProfileNodes {
    private(set) var problems: [String] = []

    mutating func rule(
        _ node: PlainNode, rows: Set<String>, sources: Set<String>, isJudge: (String) -> Bool
    ) -> RuleDefinition? {
        guard let id = text("id", of: node), let judge = text("judge", of: node),
            let severityWord = text("severity", of: node), let clause = text("clause", of: node),
            let trustWord = text("trust", of: node), let checked = day("checked", of: node)
        else { return nil }
        let cited = members("sources", of: node).compactMap(\.scalar)
        for source in cited where !sources.contains(source) { problem(node, "rule \(id): no source “\(source)”") }
        guard let severity = Severity(rawValue: severityWord), let trust = Trust(rawValue: trustWord) else {
            problem(node, "rule \(id): severity is blocks or advises, trust is V, V2, CALC, HOUSE or UNVERIFIED")
            return nil
        }
        if severity == .blocks, !trust.mayBlock {
            problem(node, "rule \(id): a rule whose source is unverified advises, it never blocks")
        }
        if !isJudge(judge) { problem(node, "rule \(id): no judge “\(judge)”") }
        let answering = node["rows"] == nil ? [] : members("rows", of: node).compactMap(\.scalar)
        for row in answering where !rows.contains(row) { problem(node, "rule \(id): no row “\(row)”") }
        let fieldIDs = node["fields"] == nil ? [] : members("fields", of: node).compactMap(\.scalar)
        let fields = fieldIDs.compactMap(FieldCatalogue.field(id:))
        if fields.count != fieldIDs.count { problem(node, "rule \(id): a field is not in the catalogue") }
        return RuleDefinition(
            id: id, judge: judge, severity: severity, clause: clause, trust: trust, sources: cited,
            checkedOn: checked, rows: answering, fields: fields)
    }

    mutating func source(_ node: PlainNode) -> Profile.Source? {
        guard let id = text("id", of: node), let title = text("title", of: node) else { return nil }
        return Profile.Source(id: id, title: title)
    }

    // MARK: Parts

    mutating func child(_ key: String, of node: PlainNode) -> PlainNode? {
        if node[key] == nil { problem(node, "“\(key)” is missing") }
        return node[key]
    }

    mutating func text(_ key: String, of node: PlainNode) -> String? {
        guard let child = child(key, of: node) else { return nil }
        guard let text = child.scalar, !text.isEmpty else {
            problem(child, "“\(key)” is a line of text")
            return nil
        }
        return text
    }

    mutating func number(_ key: String, of node: PlainNode) -> Int? {
        guard let text = text(key, of: node) else { return nil }
        if Int(text) == nil { problem(node, "“\(key)” is a number") }
        return Int(text)
    }

    mutating func day(_ key: String, of node: PlainNode) -> Day? {
        guard let text = text(key, of: node) else { return nil }
        if Day(text) == nil { problem(node, "“\(key)” is a day, written YYYY-MM-DD") }
        return Day(text)
    }

    mutating func members(_ key: String, of node: PlainNode) -> [PlainNode] {
        guard let child = child(key, of: node) else { return [] }
        if case .list(let nodes) = child.content { return nodes }
        problem(child, "“\(key)” is a list")
        return []
    }

    mutating func tags(_ key: String, of node: PlainNode) -> [LanguageTag] {
        members(key, of: node).compactMap { member in
            let tag = member.scalar.flatMap(LanguageTag.init)
            if tag == nil { problem(member, "“\(key)” lists language tags") }
            return tag
        }
    }

    mutating func noteDoubles(_ ids: [String], _ what: String, _ node: PlainNode) {
        let doubles = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        for id in doubles { problem(node, "\(what) “\(id)” stands twice") }
    }

    mutating func problem(_ node: PlainNode, _ what: String) { problems.append("\(node.line): \(what)") }
}
