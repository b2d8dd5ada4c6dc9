public import DossierModel

/// What `Templates/intake/columns.yaml` says: what the headings and cells of lists mean.
public struct ColumnWords: Sendable {
    let key: [String]
    let ignored: Set<String>
    let unknown: [String]
    let people: [String]
    /// Headings of columns that name files.
    let files: Set<String>
    let headings: [(target: TableMapping.Target, words: [String])]
    /// What lists write, by field, and the word of the catalogue for it.
    let values: [String: [String: String]]

    /// - Throws: ``TemplateFiles/Unusable`` with the fields that are none.
    public init(from node: PlainNode, file: String) throws(TemplateFiles.Unusable) {
        let texts = { (node: PlainNode?) -> [String] in
            if case .list(let nodes)? = node?.content { nodes.compactMap(\.scalar) } else { [] }
        }
        var problems: [String] = []
        key = texts(node["key"]).map(Self.folded)
        ignored = Set(texts(node["ignore"]).map(Self.folded))
        unknown = texts(node["unknown"])
        people = texts(node["people"])
        files = Set(texts(node["files"]).map(Self.folded))
        var headings: [(TableMapping.Target, [String])] = []
        if case .list(let entries)? = node["headings"]?.content {
            for entry in entries {
                guard let path = entry["to"]?.scalar, var target = TableMapping.target(path) else {
                    problems.append(
                        "line \(entry.line): “\(entry["to"]?.scalar ?? "")” is no field that a column can go to")
                    continue
                }
                target.part = entry["part"]?.scalar.flatMap { .init(rawValue: $0) } ?? .full
                target.script = entry["script"]?.scalar.flatMap { .init(rawValue: $0) }
                target.kind = entry["kind"]?.scalar.flatMap { .init(rawValue: $0) } ?? .asListed
                target.calendar = entry["calendar"]?.scalar.flatMap { .init(rawValue: $0) }
                headings.append((target, texts(entry["words"]).map(Self.folded)))
            }
        }
        self.headings = headings
        var values: [String: [String: String]] = [:]
        for field in node["values"]?.pairs ?? [] {
            if FieldCatalogue.field(id: field.key) == nil {
                problems.append("line \(field.line): “\(field.key)” is no field")
            }
            for word in field.value.pairs ?? [] {
                for text in texts(word.value) { values[field.key, default: [:]][text] = word.key }
            }
        }
        self.values = values
        guard problems.isEmpty else { throw TemplateFiles.Unusable(path: file, problems: problems) }
    }

    /// A heading without case, spaces and signs; an underscore counts at the beginning alone, where it marks what programs add.
    static func folded(_ text: String) -> String {
        let kept = text.lowercased().unicodeScalars.filter { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "." || scalar == "/"
        }
        return (text.hasPrefix("_") ? "_" : "") + String(String.UnicodeScalarView(kept))
    }

    /// Where a heading goes; nil when nothing is known of it.
    func target(_ heading: String) -> TableMapping.Target? {
        let whole = Self.folded(heading)
        let last = whole.split(separator: "/").last.map(String.init) ?? whole
        for text in [whole, last] {
            if let found = headings.first(where: { $0.words.contains(text) }) { return found.target }
        }
        // A word in it: 피랍인 성명. Single letters are in too many words.
        return headings.first { entry in entry.words.contains { $0.count > 1 && last.contains($0) } }?.target
    }
}
