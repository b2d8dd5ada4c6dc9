import DossierModel

/// The fields of one record on the way, as plain trees.
struct FieldNodes {
    let line: Int
    private var pairs: [PlainNode.Pair] = []

    init(line: Int) { self.line = line }

    mutating func add(_ field: FieldDefinition, node: PlainNode) { pairs.append(.init(field.name, node, line: line)) }

    /// A list of several; nothing where there is none.
    mutating func add(_ field: FieldDefinition, _ nodes: [PlainNode]) {
        if !nodes.isEmpty { add(field, node: PlainNode(.list(nodes), line: line)) }
    }

    mutating func add(_ field: FieldDefinition, list texts: [String]) { add(field, texts.map(scalar)) }

    /// Values of which one alone can be right stand side by side, as accounts.
    mutating func add(_ field: FieldDefinition, accounts texts: [String]) {
        guard texts.count > 1 else { return add(field, texts.first.map(scalar)) }
        let accounts = texts.map { PlainNode(.map([.init("value", scalar($0))]), line: line) }
        add(field, node: PlainNode(.map([.init("accounts", PlainNode(.list(accounts), line: line))]), line: line))
    }

    /// Texts of unknown languages, which may say one thing in several or several things: side by side, as accounts.
    mutating func add(_ field: FieldDefinition, texts: [String]) { add(field, accounts: texts.filter { !$0.isEmpty }) }

    mutating func add(_ field: FieldDefinition, place names: [String], state: String?) {
        guard !names.isEmpty else { return }
        let named = names.map { name in
            PlainNode(
                .map([.init("lang", scalar(Self.language(of: name))), .init("text", scalar(name))]), line: line)
        }
        let state = state.map { PlainNode.Pair("state", scalar($0)) }
        add(
            field,
            node: PlainNode(
                .map([.init("names", PlainNode(.list(named), line: line))] + [state].compactMap(\.self)), line: line))
    }

    func record(_ kind: RecordKind, _ id: String) -> PlainNode {
        let head: [PlainNode.Pair] = [
            .init("record", scalar(kind.rawValue)), .init("id", scalar(id)),
            .init("language", scalar(language.text)),
        ]
        return PlainNode(.map(head + pairs), line: line)
    }

    private mutating func add(_ field: FieldDefinition, _ node: PlainNode?) {
        if let node { add(field, node: node) }
    }

    private func scalar(_ text: String) -> PlainNode { PlainNode(.scalar(text), line: line) }

    /// That of most of the record's texts cannot be told; Korean where Hangul stands in any.
    private var language: LanguageTag { pairs.contains { $0.value.holdsHangul } ? .korean : .english }

    private static func language(of text: String) -> String {
        (NameLetters.script(of: text)?.language ?? .english).text == LanguageTag.koreanInLatin.text
            ? LanguageTag.english.text : (NameLetters.script(of: text)?.language ?? .english).text
    }
}

extension PlainNode {
    fileprivate var holdsHangul: Bool {
        switch content {
        case .scalar(let text): NameLetters.script(of: text) == .hangul
        case .list(let members): members.contains(where: \.holdsHangul)
        case .map(let pairs): pairs.contains { $0.value.holdsHangul }
        }
    }
}
