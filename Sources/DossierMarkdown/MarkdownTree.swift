import CCMark

/// Copies cmark's tree into values.
struct MarkdownTree {
    private(set) var faults: [MarkdownFault] = []

    mutating func document(_ root: OpaquePointer) -> MarkdownDocument {
        var document = MarkdownDocument()
        for node in Self.children(of: root) {
            if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
                document.footnotes.append(
                    MarkdownFootnote(blocks: blocks(in: node, depth: 1), line: Self.line(of: node)))
            } else if let block = block(node, depth: 1) {
                document.blocks.append(block)
            }
        }
        return document
    }

    // MARK: Blocks

    private mutating func blocks(in node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
        guard depth < MarkdownLimits.depth else {
            faults.append(MarkdownFault(.tooDeep, value: "\(MarkdownLimits.depth)", line: Self.line(of: node)))
            return []
        }
        return Self.children(of: node).compactMap { block($0, depth: depth + 1) }
    }

    private mutating func block(_ node: OpaquePointer, depth: Int) -> MarkdownBlock? {
        let line = Self.line(of: node)
        let content: MarkdownBlock.Content
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            content = .heading(Int(cmark_node_get_heading_level(node)), inlines(of: node, from: line))
        case CMARK_NODE_PARAGRAPH: content = .paragraph(inlines(of: node, from: line))
        case CMARK_NODE_BLOCK_QUOTE: content = .quote(blocks(in: node, depth: depth))
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            content = .list(
                start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
                items: Self.children(of: node).map { blocks(in: $0, depth: depth + 1) })
        case CMARK_NODE_CODE_BLOCK:
            content = .code(
                info: Self.string(cmark_node_get_fence_info(node)), text: Self.string(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK: content = .html(Self.string(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: content = .rule
        default:
            // Types of extensions are known by their names alone.
            guard Self.string(cmark_node_get_type_string(node)) == "table" else { return nil }
            let rows = Self.children(of: node).map { row in
                let line = Self.line(of: row)
                return Self.children(of: row).map { inlines(of: $0, from: line) }
            }
            content = .table(rows)
        }
        return MarkdownBlock(content, line: line)
    }

    // MARK: Inlines

    /// The line of each is counted from that of the block: cmark does not follow it across soft line ends.
    private mutating func inlines(of node: OpaquePointer, from line: Int) -> [MarkdownInline] {
        var line = line
        return inlines(of: node, line: &line, depth: 0)
    }

    private mutating func inlines(of node: OpaquePointer, line: inout Int, depth: Int) -> [MarkdownInline] {
        guard depth < MarkdownLimits.depth else {
            faults.append(MarkdownFault(.tooDeep, value: "\(MarkdownLimits.depth)", line: line))
            return []
        }
        var result: [MarkdownInline] = []
        for child in Self.children(of: node) {
            let start = line
            guard let content = inline(child, line: &line, depth: depth) else { continue }
            result.append(MarkdownInline(content, line: start))
        }
        return result
    }

    private mutating func inline(_ node: OpaquePointer, line: inout Int, depth: Int) -> MarkdownInline.Content? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            let text = Self.string(cmark_node_get_literal(node))
            noteMissing(text, line)
            return .text(text)
        case CMARK_NODE_SOFTBREAK:
            line += 1
            return .softBreak
        case CMARK_NODE_LINEBREAK:
            line += 1
            return .lineBreak
        case CMARK_NODE_CODE: return .code(Self.string(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE:
            return .html(Self.string(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: return .emphasis(inlines(of: node, line: &line, depth: depth + 1))
        case CMARK_NODE_STRONG: return .strong(inlines(of: node, line: &line, depth: depth + 1))
        case CMARK_NODE_LINK:
            return .link(
                address: Self.string(cmark_node_get_url(node)), inlines(of: node, line: &line, depth: depth + 1))
        case CMARK_NODE_IMAGE:
            return .image(
                address: Self.string(cmark_node_get_url(node)), inlines(of: node, line: &line, depth: depth + 1))
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            return Int(Self.string(cmark_node_get_literal(node))).map { .footnote($0) }
        default: return nil
        }
    }

    /// A mark without a note is left in the text as it was written.
    private mutating func noteMissing(_ text: String, _ line: Int) {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return }
        var rest = text[...]
        while let start = rest.range(of: "[^"), let end = rest[start.upperBound...].firstIndex(of: "]") {
            let label = rest[start.upperBound..<end]
            if !label.isEmpty, !label.contains(where: \.isWhitespace) {
                faults.append(MarkdownFault(.footnoteMissing, value: String(label), line: line))
            }
            rest = rest[rest.index(after: end)...]
        }
    }

    // MARK: cmark

    private static func children(of node: OpaquePointer) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    private static func line(of node: OpaquePointer) -> Int { Int(cmark_node_get_start_line(node)) }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}

extension Substring {
    // The standard library alone finds no string in a string.
    fileprivate func range(of needle: String) -> Range<Index>? {
        firstRange(of: needle)
    }
}
