/// One element of a document that was read, and all below it (XML 1.0 §3).
public struct XMLElement: Sendable, Hashable {
    /// Without its prefix.
    public let name: String
    public let namespaceURI: String?
    /// In document order, without namespace declarations.
    public let attributes: [XMLAttribute]
    public let children: [XMLNode]
    /// Where the start tag ends, 1 for the first line; 65,535 for all lines from there on.
    public let line: Int

    public init(
        name: String, namespaceURI: String? = nil, attributes: [XMLAttribute] = [], children: [XMLNode] = [],
        line: Int = 0
    ) {
        self.name = name
        self.namespaceURI = namespaceURI
        self.attributes = attributes
        self.children = children
        self.line = line
    }
}

public struct XMLAttribute: Sendable, Hashable {
    /// Of `xml:lang` and `xml:id` (Namespaces in XML 1.0 §3).
    public static let xmlNamespaceURI = "http://www.w3.org/XML/1998/namespace"

    /// Without its prefix.
    public let name: String
    /// Nil for an attribute without a prefix (Namespaces in XML 1.0 §6.2).
    public let namespaceURI: String?
    /// Normalised, with references resolved (XML 1.0 §3.3.3).
    public let value: String

    public init(name: String, namespaceURI: String? = nil, value: String) {
        self.name = name
        self.namespaceURI = namespaceURI
        self.value = value
    }
}

/// What an element holds. Comments and instructions are not kept; text beside them and in CDATA sections is one text.
public enum XMLNode: Sendable, Hashable {
    case element(XMLElement)
    case text(String)
}

extension XMLElement {
    /// The value of an attribute in that namespace; without one, of an attribute without a prefix.
    public func attribute(_ name: String, namespaceURI: String? = nil) -> String? {
        attributes.first { $0.name == name && $0.namespaceURI == namespaceURI }?.value
    }

    /// The elements directly inside, in document order.
    public var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All elements below, in document order.
    public var descendants: Descendants { Descendants(of: self) }

    /// The first element of that name below, in document order.
    public func first(_ name: String) -> XMLElement? { descendants.first { $0.name == name } }

    /// All elements of that name below, in document order.
    public func all(_ name: String) -> [XMLElement] { descendants.filter { $0.name == name } }

    /// All text inside, joined in document order.
    public var text: String {
        var joined = ""
        var pending = Array(children.reversed())
        while let node = pending.popLast() {
            switch node {
            case .text(let text): joined += text
            case .element(let element): pending.append(contentsOf: element.children.reversed())
            }
        }
        return joined
    }

    /// Walks a tree with a stack of its own, so that depth costs memory and not the call stack.
    public struct Descendants: Sequence, IteratorProtocol, Sendable {
        private var pending: [XMLElement]

        init(of root: XMLElement) { pending = root.elements.reversed() }

        public mutating func next() -> XMLElement? {
            guard let element = pending.popLast() else { return nil }
            pending.append(contentsOf: element.elements.reversed())
            return element
        }
    }
}
