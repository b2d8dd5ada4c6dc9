extension Recommendation {
    /// The recommendation as a plain tree, in which it is kept.
    public var node: PlainNode {
        .map([
            ("symbol", .scalar(key.symbol)), ("number", .scalar(key.number.text)),
            ("paragraph", key.paragraph.map(PlainNode.scalar)), ("source", .scalar(source.rawValue)),
            ("state", .scalar(stateUnderReview)), ("cycle", cycle.map { .scalar("\($0)") }),
            ("session", session.map { .scalar("\($0)") }), ("text", text.map(PlainNode.scalar)),
            ("language", .scalar(language.text)), ("states", Self.list(recommendingStates)),
            ("positions", positions.isEmpty ? nil : .list(positions.map(\.node))),
            ("themes", themes.isEmpty ? nil : .list(themes.map(\.node))),
            ("affected", Self.list(affectedPersons)), ("goals", Self.list(goals)),
            ("annotation", annotationID.map(PlainNode.scalar)),
            ("published", publishedOn.map { .scalar($0.description) }),
        ])
    }

    private static func list(_ texts: [String]) -> PlainNode? {
        texts.isEmpty ? nil : .list(texts.map(PlainNode.scalar))
    }

    /// Nil when the tree is of another shape.
    public init?(_ node: PlainNode) {
        guard let symbol = node["symbol"]?.scalar, let number = node["number"]?.scalar,
            let source = node["source"]?.scalar.flatMap(Source.init(rawValue:)), let state = node["state"]?.scalar,
            let language = node["language"]?.scalar.flatMap(LanguageTag.init)
        else { return nil }
        self.init(
            key: Key(symbol: symbol, number: RecommendationNumber(number), paragraph: node["paragraph"]?.scalar),
            source: source, stateUnderReview: state, cycle: node["cycle"]?.scalar.flatMap { Int($0) },
            session: node["session"]?.scalar.flatMap { Int($0) }, text: node["text"]?.scalar, language: language,
            recommendingStates: Self.texts(node["states"]),
            positions: Self.nodes(node["positions"]).compactMap(Position.init),
            themes: Self.nodes(node["themes"]).compactMap(Theme.init), affectedPersons: Self.texts(node["affected"]),
            goals: Self.texts(node["goals"]), annotationID: node["annotation"]?.scalar,
            publishedOn: node["published"]?.scalar.flatMap(Day.init))
    }

    private static func nodes(_ node: PlainNode?) -> [PlainNode] {
        if case .list(let nodes)? = node?.content { nodes } else { [] }
    }

    private static func texts(_ node: PlainNode?) -> [String] { nodes(node).compactMap(\.scalar) }
}

extension Recommendation.Position {
    fileprivate var node: PlainNode {
        .map([
            ("value", .scalar(value.rawValue)), ("words", words.map(PlainNode.scalar)),
            ("symbol", symbol.map(PlainNode.scalar)), ("paragraph", paragraph.map(PlainNode.scalar)),
            ("date", date.map { .scalar($0.description) }),
            ("readOn", readOn.map { .scalar($0.description) }),
        ])
    }

    fileprivate init?(_ node: PlainNode) {
        guard let value = node["value"]?.scalar.flatMap(Value.init(rawValue:)) else { return nil }
        self.init(
            value, words: node["words"]?.scalar, symbol: node["symbol"]?.scalar, paragraph: node["paragraph"]?.scalar,
            date: node["date"]?.scalar.flatMap(Day.init), readOn: node["readOn"]?.scalar.flatMap(Day.init))
    }
}

extension Recommendation.Theme {
    fileprivate var node: PlainNode {
        .map([
            ("scheme", .scalar(scheme.rawValue)), ("code", code.map(PlainNode.scalar)), ("label", .scalar(label)),
        ])
    }

    fileprivate init?(_ node: PlainNode) {
        guard let scheme = node["scheme"]?.scalar.flatMap(Scheme.init(rawValue:)), let label = node["label"]?.scalar
        else { return nil }
        self.init(scheme: scheme, code: node["code"]?.scalar, label: label)
    }
}
