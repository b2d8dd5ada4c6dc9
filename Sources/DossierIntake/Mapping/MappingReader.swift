public import DossierModel

extension TableMapping {
    /// Why a mapping cannot be used: each fault with its line.
    public struct Unusable: Error, Sendable, Hashable {
        public var path: String
        public var problems: [Problem]

        public init(path: String, problems: [Problem]) {
            self.path = path
            self.problems = problems
        }
    }

    /// One fault of a mapping.
    public struct Problem: Sendable, Hashable {
        public enum Rule: String, Sendable, Hashable, CaseIterable {
            case syntax, missing, unknownKey, badSource, badWord, unknownField, noSuchColumn, badKey, badIncident
        }

        public var rule: Rule
        public var line: Int
        public var value: String
        /// What would be right, or the nearest known word.
        public var expected: String

        public init(rule: Rule, line: Int, value: String, expected: String) {
            self.rule = rule
            self.line = line
            self.value = value
            self.expected = expected
        }
    }

    /// Reads the mapping that `node` holds.
    /// - Throws: ``Unusable``
    public init(from node: PlainNode, path: String) throws(Unusable) {
        var reader = MappingReader()
        self = reader.mapping(node)
        guard reader.problems.isEmpty else { throw Unusable(path: path, problems: reader.problems) }
    }

    /// What is wrong between the mapping and a table: columns that the table has not.
    public func problems(with table: Table) -> [Problem] {
        let known = Set(table.columns)
        var needed = columns.map(\.name) + key + files
        if case .shared(let names) = incident { needed += names }
        for target in columns.flatMap(\.targets) {
            if let column = target.ageColumn { needed.append(column) }
        }
        var seen: Set<String> = []
        return needed.filter { !known.contains($0) && seen.insert($0).inserted }.map {
            Problem(
                rule: .noSuchColumn, line: 0, value: $0,
                expected: NearestWord.nearest(to: $0, among: table.columns) ?? table.columns.joined(separator: ", "))
        }
    }
}

extension TableMapping.Target {
    /// The column in which the date of an age stands.
    var ageColumn: String? { at.hasPrefix("[") && at.hasSuffix("]") ? String(at.dropFirst().dropLast()) : nil }
}

/// Reads a mapping out of its plain tree and collects what is wrong with it.
private struct MappingReader {
    var problems: [TableMapping.Problem] = []

    private static let keys = [
        "source", "title", "language", "encoding", "sheet", "headRow", "key", "unknown", "incident", "people",
        "unnamed",
        "constants", "files", "parent",
        "columns",
    ]
    private static let options = [
        "to", "item", "part", "name", "script", "kind", "system", "format", "calendar", "century", "counting", "at",
        "language", "state", "values", "unread",
    ]

    mutating func mapping(_ node: PlainNode) -> TableMapping {
        noteUnknown(node.pairs ?? [], Self.keys)
        let language = node["language"]?.scalar.flatMap { LanguageTag($0) }
        if node["language"] != nil, language == nil { note(.badWord, node["language"], "ko, en") }
        var mapping = TableMapping(source: source(node), language: language ?? .korean, columns: columns(node))
        mapping.title = title(node["title"], language ?? .korean)
        mapping.encoding = word(node["encoding"])
        mapping.sheet = node["sheet"]?.scalar
        if let head = node["headRow"] {
            mapping.headRow = head.scalar.flatMap { Int($0) }.flatMap { (1...1_000).contains($0) ? $0 : nil } ?? 1
            if String(mapping.headRow) != head.scalar { note(.badWord, head, "1…1000") }
        }
        mapping.key = texts(node["key"])
        if mapping.key.isEmpty { note(.badKey, node["key"] ?? node, "") }
        mapping.unknown = texts(node["unknown"])
        mapping.people = texts(node["people"])
        mapping.unnamed = word(node["unnamed"]) ?? .refuse
        mapping.incident = incident(node["incident"])
        mapping.constants = constants(node["constants"])
        mapping.files = texts(node["files"])
        mapping.parent = parent(node["parent"])
        return mapping
    }

    private mutating func source(_ node: PlainNode) -> String {
        guard let child = node["source"], let text = child.scalar else {
            note(.missing, node, "source")
            return ""
        }
        let isCode = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        if !isCode || !(1...24).contains(text.utf8.count) { note(.badSource, child, "a-z, 0-9, -") }
        return text
    }

    private func title(_ node: PlainNode?, _ language: LanguageTag) -> LocalizedText? {
        if let text = node?.scalar { return LocalizedText(text, language) }
        let wordings = (node?.pairs ?? []).compactMap { pair in
            LanguageTag(pair.key).flatMap { tag in
                pair.value.scalar.map { LocalizedText.Wording(text: $0, language: tag) }
            }
        }
        return wordings.first.map { first in
            LocalizedText(original: first, translations: wordings.dropFirst().map { .init(wording: $0) })
        }
    }

    private mutating func incident(_ node: PlainNode?) -> TableMapping.Incident {
        guard let node else { return .perRow }
        if let text = node.scalar, text == "per-row" { return .perRow }
        if let pair = node.pairs?.first, node.pairs?.count == 1 {
            if pair.key == "existing", let id = pair.value.scalar.flatMap({ RecordID($0) }) { return .existing(id) }
            if pair.key == "shared" {
                let columns = texts(pair.value)
                if !columns.isEmpty { return .shared(columns) }
            }
        }
        note(.badIncident, node, "per-row | {shared: [column]} | {existing: id}")
        return .perRow
    }

    private mutating func parent(_ node: PlainNode?) -> TableMapping.Parent? {
        guard let node else { return nil }
        noteUnknown(node.pairs ?? [], ["sheet", "file", "key", "by"])
        let places: [TableMapping.Parent.Place?] = [
            node["sheet"]?.scalar.map { .sheet($0) }, node["file"]?.scalar.map { .file($0) },
        ]
        let found = places.compactMap(\.self)
        guard found.count == 1, let key = node["key"]?.scalar, let by = node["by"]?.scalar else {
            note(.missing, node, "{sheet: …, key: …, by: …} | {file: …, key: …, by: …}")
            return nil
        }
        return .init(found[0], key: key, by: by)
    }

    // MARK: Columns

    private mutating func columns(_ node: PlainNode) -> [TableMapping.Column] {
        guard let pairs = node["columns"]?.pairs else {
            note(.missing, node["columns"] ?? node, "columns")
            return []
        }
        return pairs.map { pair in
            if pair.value.scalar == "ignore" { return .init(name: pair.key, targets: []) }
            if case .list(let members) = pair.value.content {
                return .init(name: pair.key, targets: members.compactMap { target($0) })
            }
            return .init(name: pair.key, targets: target(pair.value).map { [$0] } ?? [])
        }
    }

    private mutating func constants(_ node: PlainNode?) -> [TableMapping.Constant] {
        guard let node else { return [] }
        guard let pairs = node.pairs else {
            note(.badWord, node, "field: value")
            return []
        }
        return pairs.compactMap { pair in
            let target = field(pair.key, at: pair.value)
            guard let text = pair.value.scalar else {
                note(.badWord, pair.value, "field: value")
                return nil
            }
            return target.map { .init(target: $0, value: text) }
        }
    }

    private mutating func field(_ path: String, at node: PlainNode) -> TableMapping.Target? {
        if let target = TableMapping.target(path) { return target }
        problems.append(
            .init(
                rule: .unknownField, line: node.line, value: path,
                expected: NearestWord.nearest(to: path, among: TableMapping.paths) ?? ""))
        return nil
    }

    private mutating func target(_ node: PlainNode) -> TableMapping.Target? {
        // A field alone needs no map around it.
        if let path = node.scalar { return field(path, at: node) }
        noteUnknown(node.pairs ?? [], Self.options)
        guard let to = node["to"], let path = to.scalar else {
            note(.missing, node, "to")
            return nil
        }
        guard var target = field(path, at: to) else { return nil }
        target.item = number(node["item"], 1...100) ?? 1
        target.part = word(node["part"]) ?? .full
        target.name = node["name"]?.scalar ?? ""
        target.script = word(node["script"])
        target.kind = word(node["kind"]) ?? .asListed
        target.system = word(node["system"])
        target.format = word(node["format"]) ?? .spoken
        target.calendar = word(node["calendar"])
        target.century = number(node["century"], 10...29)
        target.counting = word(node["counting"]) ?? .unknown
        target.at = node["at"]?.scalar ?? ""
        if !target.at.isEmpty, target.ageColumn == nil, PartialDate(target.at) == nil {
            note(.badWord, node["at"], "EDTF | [column]")
        }
        target.language = node["language"]?.scalar.flatMap { LanguageTag($0) }
        if node["language"] != nil, target.language == nil { note(.badWord, node["language"], "ko, en") }
        target.state = node["state"]?.scalar.flatMap { StateCode($0) }
        if node["state"] != nil, target.state == nil { note(.badWord, node["state"], "KOR, PRK") }
        if let values = node["values"], values.pairs == nil { note(.badWord, values, "word: word") }
        for pair in node["values"]?.pairs ?? [] { target.values[pair.key] = pair.value.scalar ?? "" }
        target.unread = word(node["unread"]) ?? .refuse
        return target
    }

    // MARK: Parts

    private mutating func number(_ node: PlainNode?, _ range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard let number = node.scalar.flatMap({ Int($0) }), range.contains(number) else {
            note(.badWord, node, "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return number
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(_ node: PlainNode?) -> Word?
    where Word.RawValue == String {
        guard let node else { return nil }
        if let word = node.scalar.flatMap({ Word(rawValue: $0) }) { return word }
        note(.badWord, node, Word.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    private func texts(_ node: PlainNode?) -> [String] {
        switch node?.content {
        case .scalar(let text): [text]
        case .list(let nodes): nodes.compactMap(\.scalar)
        case .map, nil: []
        }
    }

    private mutating func noteUnknown(_ pairs: [PlainNode.Pair], _ known: [String]) {
        for pair in pairs where !known.contains(pair.key) {
            problems.append(
                .init(
                    rule: .unknownKey, line: pair.line, value: pair.key,
                    expected: NearestWord.nearest(to: pair.key, among: known) ?? known.joined(separator: ", ")))
        }
    }

    private mutating func note(_ rule: TableMapping.Problem.Rule, _ node: PlainNode?, _ expected: String) {
        problems.append(.init(rule: rule, line: node?.line ?? 0, value: node?.scalar ?? "", expected: expected))
    }
}
