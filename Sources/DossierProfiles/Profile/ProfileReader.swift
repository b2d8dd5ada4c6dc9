public import DossierModel

/// Reads a profile out of the plain tree of `profile.yaml`.
public struct ProfileReader {
    /// Why a profile cannot be used: everything at once.
    public struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
        public var file: String
        /// Line and what is wrong there.
        public var problems: [String]

        public var description: String { problems.map { "\(file):\($0)" }.joined(separator: "\n") }
    }

    private let file: String
    private var problems: [String] = []

    /// - Throws: ``Unusable`` with every fault of the file.
    public static func profile(from node: PlainNode, file: String) throws -> Profile {
        var reader = ProfileReader(file: file)
        let profile = reader.profile(node)
        guard let profile, reader.problems.isEmpty else { throw Unusable(file: file, problems: reader.problems) }
        return profile
    }

    private init(file: String) { self.file = file }

    private mutating func profile(_ node: PlainNode) -> Profile? {
        let channel = text("profile", of: node)
        let version = text("version", of: node)
        let checked = day("checked", of: node)
        let languages = tags("languages", of: node)
        let working = tags("workingLanguages", of: node)
        let document = child("document", of: node)
        let subtype = document.flatMap { text("subtype", of: $0) }
        let name = document.flatMap { text("name", of: $0) }
        let procedure = child("procedure", of: node)
        let urgent = procedure.flatMap { number("urgentMonths", of: $0) }
        let linked = procedure.flatMap { number("linkedMonths", of: $0) }
        let sources = members("sources", of: node).compactMap { source($0) }
        let sections = members("sections", of: node).compactMap { section($0) }
        let rows = Set(sections.flatMap(\.rows).map(\.id))
        let rules = members("rules", of: node).compactMap { rule($0, rows: rows, sources: Set(sources.map(\.id))) }
        noteDoubles(sections.flatMap(\.rows).map(\.id) + sections.map(\.id), "row or section", node)
        noteDoubles(rules.map(\.id), "rule", node)
        guard let channel, let version, let checked, let subtype, let name, let urgent, let linked else { return nil }
        return Profile(
            channel: channel, version: version, checkedOn: checked, languages: languages, workingLanguages: working,
            document: .init(subtype: subtype, name: name),
            procedure: .init(urgentMonths: urgent, linkedMonths: linked), sections: sections, rules: rules,
            sources: sources)
    }

    private mutating func section(_ node: PlainNode) -> Profile.Section? {
        let rows = members("rows", of: node).compactMap { row($0) }
        return text("id", of: node).map { Profile.Section(id: $0, rows: rows) }
    }

    private mutating func row(_ node: PlainNode) -> Profile.Row? {
        guard let id = text("id", of: node), let fieldID = text("field", of: node) else { return nil }
        guard let field = FieldCatalogue.field(id: fieldID) else {
            problem(node, "row \(id): no field “\(fieldID)” in the catalogue")
            return nil
        }
        let word = node["show"]?.scalar ?? "all"
        guard let show = Profile.Show(rawValue: word) else {
            problem(node, "row \(id): “\(word)” is not one of \(Profile.Show.allCases.map(\.rawValue))")
            return nil
        }
        return Profile.Row(id: id, field: field, show: show, isStarred: node["star"]?.scalar == "yes")
    }

    private mutating func rule(_ node: PlainNode, rows: Set<String>, sources: Set<String>) -> RuleDefinition? {
        guard let id = text("id", of: node), let judge = text("judge", of: node),
            let severityWord = text("severity", of: node), let clause = text("clause", of: node),
            let trustWord = text("trust", of: node), let checked = day("checked", of: node)
        else { return nil }
        let cited = members("sources", of: node).compactMap(\.scalar)
        for source in cited where !sources.contains(source) { problem(node, "rule \(id): no source “\(source)”") }
        guard let severity = Severity(rawValue: severityWord), let trust = Trust(rawValue: trustWord) else {
            problem(node, "rule \(id): severity is blocks or advises, trust is V, V2, CALC or UNVERIFIED")
            return nil
        }
        if severity == .blocks, !trust.mayBlock {
            problem(node, "rule \(id): a rule whose source is unverified advises, it never blocks")
        }
        if Judges.judge(judge) == nil { problem(node, "rule \(id): no judge “\(judge)”") }
        let answering = node["rows"] == nil ? [] : members("rows", of: node).compactMap(\.scalar)
        for row in answering where !rows.contains(row) { problem(node, "rule \(id): no row “\(row)”") }
        let fieldIDs = node["fields"] == nil ? [] : members("fields", of: node).compactMap(\.scalar)
        let fields = fieldIDs.compactMap(FieldCatalogue.field(id:))
        if fields.count != fieldIDs.count { problem(node, "rule \(id): a field is not in the catalogue") }
        return RuleDefinition(
            id: id, judge: judge, severity: severity, clause: clause, trust: trust, sources: cited,
            checkedOn: checked, rows: answering, fields: fields)
    }

    private mutating func source(_ node: PlainNode) -> Profile.Source? {
        guard let id = text("id", of: node), let title = text("title", of: node) else { return nil }
        return Profile.Source(id: id, title: title)
    }

    // MARK: Parts

    private mutating func child(_ key: String, of node: PlainNode) -> PlainNode? {
        if node[key] == nil { problem(node, "“\(key)” is missing") }
        return node[key]
    }

    private mutating func text(_ key: String, of node: PlainNode) -> String? {
        guard let child = child(key, of: node) else { return nil }
        guard let text = child.scalar, !text.isEmpty else {
            problem(child, "“\(key)” is a line of text")
            return nil
        }
        return text
    }

    private mutating func number(_ key: String, of node: PlainNode) -> Int? {
        guard let text = text(key, of: node) else { return nil }
        if Int(text) == nil { problem(node, "“\(key)” is a number") }
        return Int(text)
    }

    private mutating func day(_ key: String, of node: PlainNode) -> Day? {
        guard let text = text(key, of: node) else { return nil }
        if Day(text) == nil { problem(node, "“\(key)” is a day, written YYYY-MM-DD") }
        return Day(text)
    }

    private mutating func members(_ key: String, of node: PlainNode) -> [PlainNode] {
        guard let child = child(key, of: node) else { return [] }
        if case .list(let nodes) = child.content { return nodes }
        problem(child, "“\(key)” is a list")
        return []
    }

    private mutating func tags(_ key: String, of node: PlainNode) -> [LanguageTag] {
        members(key, of: node).compactMap { member in
            let tag = member.scalar.flatMap(LanguageTag.init)
            if tag == nil { problem(member, "“\(key)” lists language tags") }
            return tag
        }
    }

    private mutating func noteDoubles(_ ids: [String], _ what: String, _ node: PlainNode) {
        let doubles = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        for id in doubles { problem(node, "\(what) “\(id)” stands twice") }
    }

    private mutating func problem(_ node: PlainNode, _ what: String) { problems.append("\(node.line): \(what)") }
}
