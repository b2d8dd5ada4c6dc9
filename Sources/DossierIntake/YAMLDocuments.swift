public import DossierModel

/// The documents of one YAML file as plain trees, with everything that cannot be taken in.
///
/// The bytes may come from anywhere: their number, their encoding and their depth are bounded before and while they are
/// read, and aliases are refused rather than followed.
public struct YAMLDocuments: Sendable {
    public private(set) var documents: [PlainNode] = []
    public private(set) var findings: [RecordFinding] = []
    private let file: String

    /// The most bytes of one file.
    public static let sizeLimit = 4_000_000
    /// The most levels of nesting.
    static let depthLimit = 32

    public init(_ bytes: [UInt8], file: String, sizeLimit: Int = YAMLDocuments.sizeLimit) {
        self.file = file
        guard bytes.count <= sizeLimit else {
            note(.fileTooLarge, expected: "\(sizeLimit)")
            return
        }
        if let zero = bytes.firstIndex(of: 0) {
            note(.binaryContent, line: Self.line(of: zero, in: bytes))
        } else if let line = Self.lineOfBadUTF8(in: bytes) {
            note(.notUTF8, line: line)
        } else {
            // Editors on Windows begin a file with a byte order mark, which is no part of the text.
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            read(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
        }
    }

    private mutating func read(_ bytes: [UInt8]) {
        let events = YAMLEvents(bytes)
        var tree = TreeBuilder()
        do {
            while true {
                let event = try events.next()
                switch event.kind {
                case .end: return
                case .documentEnd:
                    if let root = tree.takeRoot(), root.scalar != "" { documents.append(root) }
                case .alias(let name):
                    note(.aliasRefused, line: event.line, value: "*\(name)")
                    tree.add(PlainNode(.scalar(""), line: event.line))
                default:
                    if tree.depth >= Self.depthLimit {
                        return note(.tooDeep, line: event.line, expected: "\(Self.depthLimit)")
                    }
                    if let line = tree.take(event) { note(.syntax, line: line, value: "a key is a word") }
                }
            }
        } catch {
            note(.syntax, line: error.line, value: error.problem)
        }
    }

    private mutating func note(
        _ rule: RecordFinding.Rule, line: Int = 0, value: String = "", expected: String = ""
    ) {
        findings.append(RecordFinding(rule: rule, file: file, line: line, value: value, expected: expected))
    }

    private static func line(of index: Int, in bytes: [UInt8]) -> Int {
        bytes[..<index].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    private static func lineOfBadUTF8(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 } ?? 1
    }
}

/// Puts events together into one tree, without recursion.
private struct TreeBuilder {
    /// A list or a map that has not ended.
    private struct Open {
        var isMap: Bool
        var line: Int
        var members: [PlainNode] = []
        var pairs: [PlainNode.Pair] = []
        var key: (text: String, line: Int)?

        var node: PlainNode { PlainNode(isMap ? .map(pairs) : .list(members), line: line) }
    }

    private var open: [Open] = []
    private var root: PlainNode?

    var depth: Int { open.count }

    mutating func takeRoot() -> PlainNode? {
        defer { root = nil }
        return root
    }

    /// The line of a key that is no scalar, if the event brought one.
    mutating func take(_ event: YAMLEvents.Event) -> Int? {
        switch event.kind {
        case .scalar(let text): return add(PlainNode(.scalar(text), line: event.line))
        case .sequenceStart: open.append(Open(isMap: false, line: event.line))
        case .mappingStart: open.append(Open(isMap: true, line: event.line))
        case .sequenceEnd, .mappingEnd:
            if let closed = open.popLast() { return add(closed.node) }
        default: break
        }
        return nil
    }

    @discardableResult
    mutating func add(_ node: PlainNode) -> Int? {
        guard let last = open.indices.last else {
            root = node
            return nil
        }
        if !open[last].isMap {
            open[last].members.append(node)
        } else if let key = open[last].key {
            open[last].pairs.append(PlainNode.Pair(key.text, node, line: key.line))
            open[last].key = nil
        } else {
            open[last].key = (node.scalar ?? "", node.line)
            if node.scalar == nil { return node.line }
        }
        return nil
    }
}
