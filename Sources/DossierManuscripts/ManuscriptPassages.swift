import DossierMarkdown
import DossierModel
import Foundation

/// Every text of a manuscript that will be printed, block by block with its place, for whoever looks for words in it.
public struct ManuscriptPassages: Sendable {
    public struct Passage: Sendable, Hashable {
        public var text: String
        public var file: String
        public var line: Int
    }

    public private(set) var all: [Passage] = []
    private var file = ""

    public init(_ manuscript: Manuscript) {
        for file in manuscript.files {
            self.file = file.path
            add(file.text.blocks)
            for note in file.text.footnotes { add(note.blocks) }
        }
        file = manuscript.report.origin?.file ?? ""
        add(manuscript.report.entries, FieldCatalogue.fields(of: .report))
    }

    private mutating func add(_ blocks: [MarkdownBlock]) {
        for block in blocks {
            switch block.content {
            case .heading(_, let inlines), .paragraph(let inlines): add(inlines, block.line)
            case .quote(let inner): add(inner)
            case .list(_, let items): for item in items { add(item) }
            case .table(let rows): for cell in rows.joined() { add(cell, block.line) }
            case .code(_, let text), .html(let text): add(text, block.line)
            case .rule: break
            }
        }
    }

    private mutating func add(_ inlines: [MarkdownInline], _ line: Int) {
        // A name may be broken over two lines, so that the block is looked through as one.
        add(inlines.plainText, line)
        addAddresses(inlines)
    }

    private mutating func addAddresses(_ inlines: [MarkdownInline]) {
        for inline in inlines {
            switch inline.content {
            case .link(let address, let inner):
                addAddress(address, inline.line)
                addAddresses(inner)
            case .image(let address, _): addAddress(address, inline.line)
            case .emphasis(let inner), .strong(let inner): addAddresses(inner)
            default: break
            }
        }
    }

    /// As it is written, and as it reads: `%20` stands for a space.
    private mutating func addAddress(_ address: String, _ line: Int) {
        guard WebAddress(address) != nil else { return }
        add(address, line)
        if let plain = address.removingPercentEncoding, plain != address { add(plain, line) }
    }

    private mutating func add(_ text: String, _ line: Int) {
        if !text.isEmpty { all.append(Passage(text: text, file: file, line: line)) }
    }

    /// What of the cover and the tables is printed; contacts are not.
    private mutating func add(_ entries: Entries, _ fields: [FieldDefinition]) {
        for field in fields where field.confidentiality == .public {
            guard let entry = entries[field.name] else { continue }
            for account in entry.answer.accounts {
                switch account.value {
                case .text(let text): for wording in text.wordings { add(wording.text, entry.line) }
                case .line(let text): add(text, entry.line)
                // Of codes nothing is anybody's name; lines are written freely.
                case .choices(let texts) where field.type == .lines:
                    for text in texts {
                        add(text, entry.line)
                        addAddress(text, entry.line)
                    }
                case .items(let items): for item in items { add(item.entries, field.type.itemFields) }
                default: break
                }
            }
        }
    }
}
