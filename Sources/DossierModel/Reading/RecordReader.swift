/// Reads records out of plain trees against the field catalogue, and collects everything that it cannot take in.
public struct RecordReader {
    /// What was found wrong so far, in the order of the file.
    public private(set) var findings: [RecordFinding] = []
    let file: String
    /// Judges the characters of a text; nil when they are fit to keep.
    let inspectText: (String) -> RecordFinding.Rule?
    /// The language of texts that name none.
    var language = LanguageTag.english
    private var path: [Step] = []

    public init(file: String, inspectText: @escaping (String) -> RecordFinding.Rule? = { _ in nil }) {
        self.file = file
        self.inspectText = inspectText
    }

    /// The record that `node` holds; nil when not even its kind and id can be made out. Fields that cannot be read are
    /// left out and found wanting in ``findings``: a caller that keeps the record must see that there are none.
    public mutating func record(from node: PlainNode) -> Record? {
        path = []
        guard let pairs = node.pairs else {
            note(.notARecord, node)
            return nil
        }
        guard let kindNode = node["record"], let kindText = text(kindNode, at: "record") else {
            note(.missingKey, node, expected: "record")
            return nil
        }
        guard let kind = RecordKind(rawValue: kindText) else {
            note(.unknownKind, kindNode, expected: RecordKind.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        path = [.key(kind.rawValue)]
        language = node["language"].flatMap { tag($0, at: "language") } ?? .english
        guard let idNode = node["id"] else {
            note(.missingKey, node, expected: "id")
            return nil
        }
        guard let id = identifier(idNode, at: "id") else { return nil }
        var record = Record(id: id, kind: kind, language: language)
        record.origin = Record.Origin(file: file, line: node.line)
        record.confidentiality = node["confidentiality"].flatMap { confidentiality($0) }
        let fieldPairs = pairs.filter { !Self.recordKeys.contains($0.key) }
        noteRepeatedKeys(pairs)
        record.entries = entries(from: fieldPairs, fields: FieldCatalogue.fields(of: kind))
        return record
    }

    /// The keys of a record that are no fields.
    private static let recordKeys = ["record", "id", "language", "confidentiality"]

    // MARK: Findings

    mutating func note(_ rule: RecordFinding.Rule, _ node: PlainNode, expected: String = "") {
        note(rule, line: node.line, value: node.scalar ?? "", expected: expected)
    }

    mutating func note(_ rule: RecordFinding.Rule, line: Int, value: String, expected: String = "") {
        let place = path.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .member(let number): text += "[\(number)]"
            }
        }
        findings.append(
            RecordFinding(rule: rule, file: file, line: line, path: place, value: value, expected: expected))
    }

    mutating func noteRepeatedKeys(_ pairs: [PlainNode.Pair]) {
        // A map has a few keys, for which comparing is faster than hashing; a hostile one has many.
        if pairs.count < 32 {
            for (index, pair) in pairs.enumerated() where pairs[..<index].contains(where: { $0.key == pair.key }) {
                within(pair.key) { $0.note(.repeatedKey, line: pair.line, value: pair.key) }
            }
            return
        }
        var seen = Set<String>()
        for pair in pairs where !seen.insert(pair.key).inserted {
            within(pair.key) { $0.note(.repeatedKey, line: pair.line, value: pair.key) }
        }
    }

    mutating func noteUnknownKeys(_ pairs: [PlainNode.Pair], known: [String]) {
        for pair in pairs where !known.contains(pair.key) {
            noteUnknownKey(pair, known: known)
        }
    }

    mutating func noteUnknownKey(_ pair: PlainNode.Pair, known: [String]) {
        // Finding the nearest word takes time, which a file of nothing but unknown keys must not be able to ask for.
        let nearest = findings.count < 1_000 ? NearestWord.nearest(to: pair.key, among: known) : nil
        within(pair.key) { $0.note(.unknownKey, line: pair.line, value: pair.key, expected: nearest ?? "") }
    }

    /// Runs `body` with the place extended by `key`.
    mutating func within<Result>(_ key: String, _ body: (inout RecordReader) -> Result) -> Result {
        within(.key(key), body)
    }

    /// Runs `body` with the place extended by the member of a list, the first being 1.
    mutating func within<Result>(member number: Int, _ body: (inout RecordReader) -> Result) -> Result {
        within(.member(number), body)
    }

    private mutating func within<Result>(_ step: Step, _ body: (inout RecordReader) -> Result) -> Result {
        path.append(step)
        defer { path.removeLast() }
        return body(&self)
    }

    // Put into words only when something is found wrong.
    private enum Step {
        case key(String)
        case member(Int)
    }
}
