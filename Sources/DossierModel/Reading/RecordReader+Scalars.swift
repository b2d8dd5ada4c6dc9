extension RecordReader {
    /// A scalar that is there and fit to keep.
    mutating func text(_ node: PlainNode) -> String? {
        guard let text = node.scalar else {
            note(.wrongType, node, expected: "line")
            return nil
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            note(.emptyValue, node)
            return nil
        }
        if let rule = inspectText(text) {
            note(rule, line: node.line, value: text)
            return nil
        }
        return text
    }

    mutating func text(_ node: PlainNode, at key: String) -> String? { within(key) { $0.text(node) } }

    mutating func identifier(_ node: PlainNode, at key: String) -> RecordID? { within(key) { $0.identifier(node) } }

    mutating func identifier(_ node: PlainNode) -> RecordID? {
        guard let text = text(node) else { return nil }
        guard let id = RecordID(text) else {
            note(.badID, node)
            return nil
        }
        return id
    }

    mutating func tag(_ node: PlainNode, at key: String) -> LanguageTag? {
        within(key) { reader in
            guard let text = reader.text(node) else { return nil }
            guard let tag = LanguageTag(text) else {
                reader.note(.badLanguage, node)
                return nil
            }
            return tag
        }
    }

    mutating func state(_ node: PlainNode) -> StateCode? {
        guard let text = text(node) else { return nil }
        guard let code = StateCode(text) else {
            note(.badState, node)
            return nil
        }
        return code
    }

    mutating func choice(_ node: PlainNode, among choices: [String]) -> String? {
        guard let text = text(node) else { return nil }
        guard choices.contains(text) else {
            let listed = choices.count <= 12 ? choices.joined(separator: ", ") : nil
            note(.notAChoice, node, expected: listed ?? NearestWord.nearest(to: text, among: choices) ?? "")
            return nil
        }
        return text
    }

    /// A member of an enumeration of words, under `key` of a map; `fallback` when the key is not there.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, of node: PlainNode, else fallback: Word?
    ) -> Word? where Word.RawValue == String {
        guard let child = node[key] else {
            if fallback == nil { note(.missingKey, node, expected: key) }
            return fallback
        }
        return within(key) { $0.choice(child, among: Word.allCases.map(\.rawValue)) }.flatMap(Word.init(rawValue:))
    }

    mutating func code(_ node: PlainNode) -> String? {
        guard let text = text(node) else { return nil }
        guard
            text.utf8.allSatisfy({ byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            })
        else {
            note(.badCode, node)
            return nil
        }
        return text
    }

    mutating func number(_ node: PlainNode, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            note(.badNumber, node, expected: "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return number
    }

    /// One node as a list of one, a list as its members, each read with its place.
    mutating func members<Value>(
        of node: PlainNode, _ read: (inout RecordReader, PlainNode) -> Value?
    ) -> [Value] {
        guard case .list(let nodes) = node.content else { return read(&self, node).map { [$0] } ?? [] }
        if nodes.isEmpty { note(.emptyValue, node) }
        return nodes.enumerated().compactMap { index, member in
            within(member: index + 1) { read(&$0, member) }
        }
    }
}
