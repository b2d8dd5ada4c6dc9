public import DossierMarkdown
import DossierModel

/// What a manuscript points to and what it holds that cannot go into a report, found by one walk through the text.
public struct ManuscriptWalk: Sendable {
    /// Of text and follow-up table, in the order of the text.
    public private(set) var citations: [CitationUse] = []
    public private(set) var faults: [Fault] = []
    /// The codes of counts that the text places.
    public private(set) var counts: [Placement] = []
    /// Where the follow-up table stands.
    public private(set) var followUps: [Placement] = []
    private var file = ""
    private var isInNote = false

    /// One thing in the text that a report cannot take over, or only with loss.
    public struct Fault: Sendable, Hashable {
        public var rule: Rule
        public var value: String
        public var file: String
        public var line: Int

        public enum Rule: String, Sendable, CaseIterable {
            // What would be lost, or must not be fetched or run.
            case rawHTML, image, footnoteMissing, footnoteUnused, footnoteTwice, tooDeep, noteInHeading, noteInNote,
                conflict
            // What a report has no form for.
            case headingTooDeep, codeBlock
            // Addresses.
            case badAddress, unknownScheme, unsafeLink
            /// `![…](count:…)` or `[](table:…)` for which there is nothing, or amid other words.
            case unknownPlacement, placementAmidText
        }
    }

    /// A count or table put into the text.
    public struct Placement: Sendable, Hashable {
        public var name: String
        public var file: String
        public var line: Int
    }

    public init(_ manuscript: Manuscript) {
        for file in manuscript.files {
            self.file = file.path
            for fault in file.text.faults { note(Fault.Rule(fault.rule), fault.value, fault.line) }
            blocks(file.text.blocks)
            isInNote = true
            for note in file.text.footnotes { blocks(note.blocks) }
            isInNote = false
        }
        followUp(of: manuscript.report)
        checkPlacements(manuscript.report)
    }

    private mutating func note(_ rule: Fault.Rule, _ value: String, _ line: Int) {
        faults.append(Fault(rule: rule, value: String(value.prefix(80)), file: file, line: line))
    }

    private mutating func blocks(_ blocks: [MarkdownBlock], areNested: Bool = false) {
        for block in blocks {
            switch block.content {
            case .heading(let level, let inlines):
                if level > 3 { note(.headingTooDeep, inlines.plainText, block.line) }
                heading(inlines, block.line)
            case .paragraph(let inlines):
                if let placement = ManuscriptPlacement(alone: inlines) {
                    place(placement, block.line, isAlone: !areNested && !isInNote)
                } else {
                    self.inlines(inlines)
                }
            case .quote(let inner): self.blocks(inner, areNested: true)
            case .list(_, let items): for item in items { self.blocks(item, areNested: true) }
            case .table(let rows):
                for cell in rows.first ?? [] { heading(cell, block.line) }
                for cell in rows.dropFirst().joined() { inlines(cell) }
            case .code(_, let text): note(.codeBlock, text, block.line)
            case .html(let text): note(.rawHTML, text, block.line)
            case .rule: break
            }
        }
    }

    /// A heading, or the head of a table, is printed as plain text.
    private mutating func heading(_ inlines: [MarkdownInline], _ line: Int) {
        if inlines.holdLinks { note(.noteInHeading, inlines.plainText, line) }
        self.inlines(inlines)
    }

    private mutating func place(_ placement: ManuscriptPlacement, _ line: Int, isAlone: Bool) {
        guard isAlone else { return note(.placementAmidText, placement.address, line) }
        switch placement {
        case .count(let name, _): counts.append(Placement(name: name, file: file, line: line))
        case .followUp: followUps.append(Placement(name: "follow-up", file: file, line: line))
        case .unknown(let address): note(.unknownPlacement, address, line)
        }
    }

    private mutating func inlines(_ inlines: [MarkdownInline]) {
        for inline in inlines {
            switch inline.content {
            case .html(let text): note(.rawHTML, text, inline.line)
            case .image(let address, _):
                note(address.hasPrefix("count:") ? .placementAmidText : .image, address, inline.line)
            case .emphasis(let inner), .strong(let inner): self.inlines(inner)
            case .link(let address, let inner):
                link(address, inline.line)
                self.inlines(inner)
            case .text(let text):
                missedLink(in: text, inline.line)
                if text.hasPrefix(TextMerge.mark) { note(.conflict, text, inline.line) }
            case .footnote(let number):
                if isInNote { note(.noteInNote, "\(number)", inline.line) }
            case .code, .softBreak, .lineBreak: break
            }
        }
    }

    /// An address with spaces and without angle brackets is no link to the parser, and would be printed as it stands.
    private mutating func missedLink(in text: String, _ line: Int) {
        // Most texts hold no bracket at all, which bytes tell fastest.
        guard text.utf8.contains(UInt8(ascii: "]")) else { return }
        for scheme in Citation.schemes + ["table", "count"] {
            guard let found = text.firstRange(of: "](\(scheme):") else { continue }
            note(.badAddress, String(text[found.lowerBound...].dropFirst(2).prefix { $0 != ")" }), line)
        }
    }

    private mutating func link(_ address: String, _ line: Int) {
        if WebAddress(address) != nil { return }
        if address.hasPrefix("table:") { return note(.placementAmidText, address, line) }
        do {
            let citation = try Citation(address)
            citations.append(CitationUse(citation: citation, address: address, file: file, line: line))
        } catch .unknownScheme {
            note(WebAddress.isUnsafe(address) ? .unsafeLink : .unknownScheme, address, line)
        } catch {
            note(.badAddress, address, line)
        }
    }

    private mutating func followUp(of report: Record) {
        for item in report[ReportFields.followUp].value ?? [] {
            file = report.origin.map { $0.file.replacing("report.yaml", with: "follow-up.yaml") } ?? ""
            let addresses =
                (item[FollowUpFields.recommendation].value.map { ["recommendation:\($0)"] } ?? [])
                + (item[FollowUpFields.evidence].value ?? [])
            for address in addresses { link(address, item.line) }
        }
    }

    private mutating func checkPlacements(_ report: Record) {
        let known = (report[ReportFields.counts].value ?? []).compactMap { $0[ReportCountFields.id].value?.first }
        for placement in counts where !known.contains(placement.name) {
            file = placement.file
            note(.unknownPlacement, "count:\(placement.name)", placement.line)
        }
        for placement in followUps where (report[ReportFields.followUp].value ?? []).isEmpty {
            file = placement.file
            note(.unknownPlacement, "table:follow-up", placement.line)
        }
    }
}

/// A paragraph that holds nothing but the place of a chart or table.
public enum ManuscriptPlacement: Sendable, Hashable {
    /// `![What the chart shows](count:by-decade)`.
    case count(name: String, description: String)
    /// `[](table:follow-up)`.
    case followUp
    case unknown(String)

    /// As it is written in the text.
    var address: String {
        switch self {
        case .count(let name, _): "count:\(name)"
        case .followUp: "table:follow-up"
        case .unknown(let address): address
        }
    }

    public init?(alone inlines: [MarkdownInline]) {
        guard inlines.count == 1, let inline = inlines.first else { return nil }
        switch inline.content {
        case .image(let address, let inner) where address.hasPrefix("count:"):
            self = .count(name: String(address.dropFirst(6)), description: inner.plainText)
        case .link("table:follow-up", _): self = .followUp
        case .link(let address, _) where address.hasPrefix("table:"): self = .unknown(address)
        default: return nil
        }
    }
}

/// An address on the web that a report may carry.
public struct WebAddress: Sendable, Hashable {
    public let text: String

    /// Nil for anything but http and https with a host and no spaces.
    public init?(_ text: String) {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        guard let first = rest.first, first != "/",
            !rest.contains(where: { $0.isWhitespace || "<>\"{}|\\^`".contains($0) })
        else { return nil }
        self.text = text
    }

    /// Whether a program might run what stands behind an address.
    static func isUnsafe(_ address: String) -> Bool {
        let lower = address.lowercased()
        return ["javascript:", "data:", "file:", "vbscript:", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
    }
}

extension ManuscriptWalk.Fault.Rule {
    init(_ rule: MarkdownFault.Rule) {
        switch rule {
        case .footnoteMissing: self = .footnoteMissing
        case .footnoteUnused: self = .footnoteUnused
        case .footnoteTwice: self = .footnoteTwice
        case .tooDeep: self = .tooDeep
        }
    }
}

extension [MarkdownInline] {
    /// Whether something here is a footnote or leads somewhere, for which a heading has no place.
    fileprivate var holdLinks: Bool {
        contains { inline in
            switch inline.content {
            case .footnote, .link: true
            case .emphasis(let inner), .strong(let inner): inner.holdLinks
            default: false
            }
        }
    }
}
