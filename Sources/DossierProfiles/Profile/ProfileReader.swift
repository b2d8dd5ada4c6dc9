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

    private var nodes = ProfileNodes()

    /// - Throws: ``Unusable`` with every fault of the file.
    public static func profile(from node: PlainNode, file: String) throws -> Profile {
        var reader = ProfileReader()
        let profile = reader.profile(node)
        let problems = reader.nodes.problems
        guard let profile, problems.isEmpty else { throw Unusable(file: file, problems: problems) }
        return profile
    }

    private init() {}

    private mutating func profile(_ node: PlainNode) -> Profile? {
        let channel = nodes.text("profile", of: node)
        let version = nodes.text("version", of: node)
        let checked = nodes.day("checked", of: node)
        let languages = nodes.tags("languages", of: node)
        let working = nodes.tags("workingLanguages", of: node)
        let document = nodes.child("document", of: node)
        let subtype = document.flatMap { nodes.text("subtype", of: $0) }
        let name = document.flatMap { nodes.text("name", of: $0) }
        let procedure = nodes.child("procedure", of: node)
        let urgent = procedure.flatMap { nodes.number("urgentMonths", of: $0) }
        let linked = procedure.flatMap { nodes.number("linkedMonths", of: $0) }
        let sources = nodes.members("sources", of: node).compactMap { nodes.source($0) }
        let sections = nodes.members("sections", of: node).compactMap { section($0) }
        let rows = Set(sections.flatMap(\.rows).map(\.id))
        let rules = nodes.members("rules", of: node).compactMap {
            nodes.rule($0, rows: rows, sources: Set(sources.map(\.id))) { Judges.judge($0) != nil }
        }
        nodes.noteDoubles(sections.flatMap(\.rows).map(\.id) + sections.map(\.id), "row or section", node)
        nodes.noteDoubles(rules.map(\.id), "rule", node)
        guard let channel, let version, let checked, let subtype, let name, let urgent, let linked else { return nil }
        return Profile(
            channel: channel, version: version, checkedOn: checked, languages: languages, workingLanguages: working,
            document: .init(subtype: subtype, name: name),
            procedure: .init(urgentMonths: urgent, linkedMonths: linked), sections: sections, rules: rules,
            sources: sources)
    }

    private mutating func section(_ node: PlainNode) -> Profile.Section? {
        let rows = nodes.members("rows", of: node).compactMap { row($0) }
        return nodes.text("id", of: node).map { Profile.Section(id: $0, rows: rows) }
    }

    private mutating func row(_ node: PlainNode) -> Profile.Row? {
        guard let id = nodes.text("id", of: node), let fieldID = nodes.text("field", of: node) else { return nil }
        guard let field = FieldCatalogue.field(id: fieldID) else {
            nodes.problem(node, "row \(id): no field “\(fieldID)” in the catalogue")
            return nil
        }
        let word = node["show"]?.scalar ?? "all"
        guard let show = Profile.Show(rawValue: word) else {
            nodes.problem(node, "row \(id): “\(word)” is not one of \(Profile.Show.allCases.map(\.rawValue))")
            return nil
        }
        return Profile.Row(id: id, field: field, show: show, isStarred: node["star"]?.scalar == "yes")
    }

}
