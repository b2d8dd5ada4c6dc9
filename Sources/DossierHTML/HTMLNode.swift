/// A piece of an HTML page. Text is escaped when the page is written, in this one place; there is no way to put raw
/// markup in, and none to write a comment.
public indirect enum HTMLNode: Sendable {
    case text(String)
    case element(String, [(String, String)], [HTMLNode])
    case group([HTMLNode])
    /// The page's own style sheet, which no record can reach.
    case style(String)
    /// A piece that has been written already.
    case written(Written)

    /// Markup that a node has made, and nobody else can.
    public struct Written: Sendable {
        fileprivate let bytes: [UInt8]
    }

    /// The same piece, written once: for what stands on every page, such as the names of all States.
    public var frozen: HTMLNode {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return .written(Written(bytes: bytes))
    }

    public static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [HTMLNode] = []
    ) -> HTMLNode {
        .element(name, attributes.map { ($0.key, $0.value) }, children)
    }

    public static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
    ) -> HTMLNode {
        .element(name, attributes.map { ($0.key, $0.value) }, [.text(text)])
    }

    /// The head of a page that stands alone: no script, nothing fetched, nothing for search engines.
    public static func head(title: String, style: String) -> HTMLNode {
        .tag(
            "head", [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ]),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .tag("meta", ["name": "robots", "content": "noindex"]), .tag("title", text: title), .style(style),
            ])
    }

    /// Appends the markup to `bytes`, in UTF-8.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.escape(text, quotes: false, to: &bytes)
        case .group(let children): for child in children { child.write(to: &bytes) }
        case .written(let written): bytes.append(contentsOf: written.bytes)
        case .style(let css):
            bytes.append(contentsOf: "<style>".utf8)
            bytes.append(contentsOf: css.utf8)
            bytes.append(contentsOf: "</style>".utf8)
        case .element(let name, let attributes, let children):
            bytes.append(UInt8(ascii: "<"))
            bytes.append(contentsOf: name.utf8)
            for (key, value) in attributes {
                bytes.append(UInt8(ascii: " "))
                bytes.append(contentsOf: key.utf8)
                bytes.append(contentsOf: "=\"".utf8)
                Self.escape(value, quotes: true, to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: ">"))
            if Self.voidElements.contains(name) { return }
            for child in children { child.write(to: &bytes) }
            bytes.append(contentsOf: "</".utf8)
            bytes.append(contentsOf: name.utf8)
            bytes.append(UInt8(ascii: ">"))
            if Self.blockElements.contains(name) { bytes.append(UInt8(ascii: "\n")) }
        }
    }

    private static let voidElements: Set<String> = ["meta", "br", "hr", "img", "link", "input"]
    private static let blockElements: Set<String> = [
        "p", "div", "section", "header", "footer", "main", "nav", "h1", "h2", "h3", "li", "ol", "ul", "dl", "dd", "tr",
        "table", "head", "title",
    ]

    // By bytes, not by characters: a quotation mark followed by a combining mark is one character, and would slip
    // through a comparison with the mark alone.
    private static func escape(_ text: String, quotes: Bool, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where quotes: bytes.append(contentsOf: "&quot;".utf8)
            case 0..<0x20 where byte != 0x9 && byte != 0xA, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
