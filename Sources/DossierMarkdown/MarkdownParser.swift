import CCMark

/// Parses Markdown by cmark-gfm: CommonMark with the tables and footnotes of GitHub's dialect. Nothing is
/// fetched and no markup is passed on: raw HTML comes out as what it is, for a checker to refuse.
public enum MarkdownParser {
    /// Why a file cannot be parsed at all.
    public struct TooLarge: Error, Sendable, Hashable {
        public var bytes: Int
    }

    // Registering is global to the process and wants to be done once.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    /// - Throws: ``TooLarge`` for more than ``MarkdownLimits/fileSize``.
    public static func document(_ text: String) throws(TooLarge) -> MarkdownDocument {
        var bytes = Array(text.utf8)
        guard bytes.count <= MarkdownLimits.fileSize else { throw TooLarge(bytes: bytes.count) }
        // Editors on Windows begin a file with a byte order mark, which is no part of the text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        _ = registered
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return MarkdownDocument() }
        defer { cmark_parser_free(parser) }
        if let table = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, table)
        }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return MarkdownDocument() }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        var tree = MarkdownTree()
        var document = tree.document(root)
        let definitions = FootnoteDefinitions(in: bytes)
        document.faults += tree.faults + definitions.faults(used: document.footnotes.map(\.line))
        document.faults.sort { $0.line < $1.line }
        return document
    }
}
