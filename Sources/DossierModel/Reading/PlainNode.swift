/// A tree of scalars, lists and maps, before the catalogue gives it meaning: what a YAML document and the stored JSON
/// have in common. Every scalar is text, so that `no` or `012` stays what somebody wrote.
public struct PlainNode: Sendable, Hashable {
    public var content: Content
    /// 1 for the first line; 0 when unknown.
    public var line: Int

    public init(_ content: Content, line: Int = 0) {
        self.content = content
        self.line = line
    }

    public enum Content: Sendable, Hashable {
        case scalar(String)
        case list([PlainNode])
        case map([Pair])
    }

    public struct Pair: Sendable, Hashable {
        public var key: String
        public var value: PlainNode
        /// The line of the key.
        public var line: Int

        public init(_ key: String, _ value: PlainNode, line: Int = 0) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    static func scalar(_ text: String) -> PlainNode { PlainNode(.scalar(text)) }
    static func list(_ nodes: [PlainNode]) -> PlainNode { PlainNode(.list(nodes)) }

    /// A map of the pairs whose value is there.
    static func map(_ pairs: [(String, PlainNode?)]) -> PlainNode {
        PlainNode(.map(pairs.compactMap { key, value in value.map { Pair(key, $0) } }))
    }

    /// The pairs of a map; nil for anything else.
    public var pairs: [Pair]? {
        if case .map(let pairs) = content { pairs } else { nil }
    }

    /// The text of a scalar; nil for anything else.
    public var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The value of a key of a map.
    public subscript(key: String) -> PlainNode? { pairs?.first { $0.key == key }?.value }
}
