extension RecordReader {
    /// The keys that say how a question was answered, when the answer is more than a bare value.
    static let entryKeys = ["value", "accounts", "unknown", "none", "refused", "withheld", "confidentiality"]
    // The shortest word is "none", the longest "confidentiality": most other keys are told apart by their length.
    private static func isEntryKey(_ key: String) -> Bool {
        (4...15).contains(key.utf8.count) && entryKeys.contains(key)
    }

    private static let reasonKeys = ["unknown", "none", "refused", "withheld"]

    mutating func entries(from pairs: [PlainNode.Pair], fields: [FieldDefinition]) -> Entries {
        var result = Entries()
        for pair in pairs {
            guard let field = fields.first(where: { $0.name == pair.key }) else {
                noteUnknownKey(pair, known: fields.map(\.name))
                continue
            }
            if let entry = within(pair.key, { $0.entry(from: pair.value, field: field, line: pair.line) }) {
                result[field.name] = entry
            }
        }
        return result
    }

    private mutating func entry(from node: PlainNode, field: FieldDefinition, line: Int) -> Entry? {
        guard let pairs = node.pairs, pairs.contains(where: { Self.isEntryKey($0.key) }),
            !pairs.allSatisfy({ $0.key == "confidentiality" })
        else {
            return value(from: node, type: field.type).map { Entry(answer: .given(Accounts($0)), line: line) }
        }
        noteRepeatedKeys(pairs)
        noteUnknownKeys(pairs, known: Self.entryKeys)
        let answers = pairs.filter { $0.key != "confidentiality" && Self.entryKeys.contains($0.key) }
        guard answers.count == 1, let pair = answers.first else {
            note(.wrongType, node, expected: Self.entryKeys.dropLast().joined(separator: " | "))
            return nil
        }
        let level = node["confidentiality"].flatMap { confidentiality($0) }
        return within(pair.key) { reader in
            reader.answer(pair, field: field).map { Entry(answer: $0, confidentiality: level, line: line) }
        }
    }

    private mutating func answer(_ pair: PlainNode.Pair, field: FieldDefinition) -> Answer<FieldValue>? {
        switch pair.key {
        case "value": return value(from: pair.value, type: field.type).map { .given(Accounts($0)) }
        case "accounts": return accounts(from: pair.value, field: field).map { .given($0) }
        default:
            // A bare `unknown:` has no reason; a rule may ask for one later.
            let why = pair.value.scalar?.isEmpty == true ? nil : localizedText(pair.value)
            switch pair.key {
            case "unknown": return .unknown(why: why)
            case "none": return Answer.none(why: why)
            case "refused": return .refused(why: why)
            default: return .withheld(why: why)
            }
        }
    }

    private mutating func accounts(from node: PlainNode, field: FieldDefinition) -> Accounts<FieldValue>? {
        let all = members(of: node) { reader, member -> Account<FieldValue>? in
            guard let pairs = member.pairs, let valueNode = member["value"] else {
                reader.note(.missingKey, member, expected: "value")
                return nil
            }
            reader.noteRepeatedKeys(pairs)
            reader.noteUnknownKeys(pairs, known: ["value", "source", "preferred"])
            let value = reader.within("value") { $0.value(from: valueNode, type: field.type) }
            let source = member["source"].flatMap { source in reader.within("source") { $0.localizedText(source) } }
            let preferred = member["preferred"].flatMap { flag in
                reader.within("preferred") { $0.choice(flag, among: ["yes", "no", "true", "false"]) }
            }
            return value.map {
                Account(value: $0, source: source, isPreferred: preferred == "yes" || preferred == "true")
            }
        }
        if all.filter(\.isPreferred).count > 1 { note(.severalPreferred, node) }
        return Accounts(all)
    }

    mutating func confidentiality(_ node: PlainNode) -> Confidentiality? {
        within("confidentiality") { reader in
            reader.choice(node, among: Confidentiality.allCases.map(\.word)).flatMap(Confidentiality.init(word:))
        }
    }

    private mutating func value(from node: PlainNode, type: FieldType) -> FieldValue? {
        switch type {
        case .line: text(node).map { .line($0) }
        case .text: localizedText(node).map { .text($0) }
        case .names: nonEmpty(members(of: node) { $0.personName($1) }).map { .names($0) }
        case .date: dateStatement(node).map { .date($0) }
        case .age: ageStatement(node).map { .age($0) }
        case .place: place(node).map { .place($0) }
        case .choice(let choices): choice(node, among: choices).map { .choices([$0]) }
        case .choices(let choices): nonEmpty(members(of: node) { $0.choice($1, among: choices) }).map { .choices($0) }
        case .codes: nonEmpty(members(of: node) { $0.code($1) }).map { .choices($0) }
        case .lines: nonEmpty(members(of: node) { $0.text($1) }).map { .choices($0) }
        case .state: state(node).map { .states([$0]) }
        case .states: nonEmpty(members(of: node) { $0.state($1) }).map { .states($0) }
        case .reference: identifier(node).map { .references([$0]) }
        case .references: nonEmpty(members(of: node) { $0.identifier($1) }).map { .references($0) }
        case .number(let range): number(node, in: range).map { .number($0) }
        case .items(let fields): nonEmpty(members(of: node) { $0.item($1, fields: fields) }).map { .items($0) }
        }
    }

    private func nonEmpty<Value>(_ values: [Value]) -> [Value]? { values.isEmpty ? nil : values }

    private mutating func item(_ node: PlainNode, fields: [FieldDefinition]) -> Item? {
        guard let pairs = node.pairs else {
            note(.wrongType, node, expected: fields.map(\.name).joined(separator: ", "))
            return nil
        }
        noteRepeatedKeys(pairs)
        let level = node["confidentiality"].flatMap { confidentiality($0) }
        let fieldPairs = pairs.filter { $0.key != "confidentiality" }
        return Item(entries: entries(from: fieldPairs, fields: fields), confidentiality: level, line: node.line)
    }
}
