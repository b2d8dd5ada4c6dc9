import DossierManuscripts
import DossierMarkdown
import DossierModel
import DossierProfiles

/// Turns the text of a manuscript into sections: numbered paragraphs, with lists and quotations in the paragraph before
/// them, tables and charts between them.
struct ReportText {
    let followUp: [Item]
    /// Of the text, where the document is in another.
    private let language: LanguageTag?
    var citations: ReportCitations
    private(set) var sections: [Section] = []
    private var number = 0
    /// The numbers in the report of the notes of the file that is being read.
    private var noted: [Int: Int] = [:]
    private var notes: [MarkdownFootnote] = []

    init(_ manuscript: Manuscript, citations: ReportCitations) {
        followUp = manuscript.report[ReportFields.followUp].value ?? []
        let isOther = manuscript.language.language != citations.phrases.language.language
        language = isOther ? manuscript.language : nil
        self.citations = citations
    }

    private var words: Wording { citations.phrases.wording }

    mutating func add(_ file: Manuscript.File, as place: Section.Place) {
        noted = [:]
        notes = file.text.footnotes
        var isFirst = true
        for block in file.text.blocks {
            if case .heading(let level, let inlines) = block.content {
                open(inlines.plainText, level: min(level, 3), place)
            } else {
                // A file that begins without a heading goes on where the one before it ended.
                if isFirst, place == .annex || sections.isEmpty { open(words["report.untitled"], level: 1, place) }
                add(block, in: place)
            }
            isFirst = false
        }
    }

    private mutating func open(_ heading: String, level: Int, _ place: Section.Place) {
        // The first heading of an annex names the annex, whatever its level.
        sections.append(
            Section(id: "part-\(sections.count + 1)", heading: heading, level: level, place: place, paragraphs: []))
    }

    private mutating func append(_ paragraph: Paragraph) {
        guard let last = sections.indices.last else { return }
        sections[last].paragraphs.append(paragraph)
    }

    // MARK: Blocks

    private mutating func add(_ block: MarkdownBlock, in place: Section.Place) {
        switch block.content {
        case .paragraph(let inlines):
            if let placement = ManuscriptPlacement(alone: inlines) {
                append(Paragraph(number: nil, blocks: [placed(placement)]))
            } else {
                append(numbered([.line(Line(runs(inlines)))], in: place))
            }
        case .list, .quote, .code: join(blocks(block), in: place)
        case .table: append(Paragraph(number: nil, blocks: blocks(block)))
        case .html: append(Paragraph(number: nil, blocks: blocks(block)))
        case .heading, .rule: break
        }
    }

    private mutating func numbered(_ blocks: [Block], in place: Section.Place) -> Paragraph {
        guard place == .body else { return Paragraph(number: nil, blocks: blocks) }
        number += 1
        return Paragraph(number: number, blocks: blocks)
    }

    /// A list or quotation belongs to the paragraph before it.
    private mutating func join(_ blocks: [Block], in place: Section.Place) {
        guard let last = sections.indices.last, let end = sections[last].paragraphs.indices.last,
            sections[last].paragraphs[end].number != nil || place == .annex
        else { return append(numbered(blocks, in: place)) }
        sections[last].paragraphs[end].blocks += blocks
    }

    private mutating func blocks(_ block: MarkdownBlock) -> [Block] {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): return [.line(Line(runs(inlines)))]
        case .list(let start, let items): return [.outline(start: start, items.map { blocks(all: $0) })]
        case .quote(let inner): return [.quote(blocks(all: inner))]
        case .code(_, let text): return [.quote(text.split(separator: "\n").map { .line(Line([Run(String($0))])) })]
        case .table(let rows):
            let head = rows.first?.map(\.plainText) ?? []
            let body = rows.dropFirst().map { row in row.map { [Line(runs($0))] } }
            return [.table(Table(head: head, rows: Array(body), hasRowHeads: false))]
        // Raw HTML is never taken over; the draft shows that something stands there.
        case .html(let text): return [.line(Line([Run(text, kind: .gap)]))]
        case .rule: return []
        }
    }

    private mutating func blocks(all blocks: [MarkdownBlock]) -> [Block] { blocks.flatMap { self.blocks($0) } }

    // MARK: Inlines

    private mutating func runs(_ inlines: [MarkdownInline], _ emphasis: Run.Emphasis = [], inNote: Bool = false)
        -> [Run]
    {
        var result: [Run] = []
        for inline in inlines {
            switch inline.content {
            case .text(let text), .code(let text): result.append(Run(text, language, emphasis: emphasis))
            case .softBreak: result.append(Run(" ", language, emphasis: emphasis))
            case .lineBreak: result.append(Run("", kind: .lineBreak))
            case .emphasis(let inner): result += runs(inner, emphasis.union(.italic), inNote: inNote)
            case .strong(let inner): result += runs(inner, emphasis.union(.bold), inNote: inNote)
            case .html(let text): result.append(Run(text, kind: .gap))
            case .image(_, let inner): result.append(Run(inner.plainText, kind: .gap))
            case .footnote(let number): result += footnote(number, inNote: inNote)
            case .link(let address, let inner): result += link(address, inner, emphasis, inNote: inNote)
            }
        }
        return result.joined()
    }

    private mutating func link(
        _ address: String, _ inner: [MarkdownInline], _ emphasis: Run.Emphasis, inNote: Bool
    ) -> [Run] {
        var shown = runs(inner, emphasis, inNote: inNote)
        if let web = WebAddress(address) {
            if shown.isEmpty { shown = [Run(address, emphasis: emphasis)] }
            return shown.map { run in
                var run = run
                if run.kind == .plain { run.link = web.text }
                return run
            }
        }
        let cited = citations.runs(for: address)
        if inNote { return shown.isEmpty ? cited : shown + [Run(" (")] + cited + [Run(")")] }
        return shown + [citations.mark(cited)]
    }

    private mutating func footnote(_ number: Int, inNote: Bool) -> [Run] {
        guard notes.indices.contains(number - 1) else { return [] }
        // A note has no notes: two that point to each other would never end. The check tells of the mark.
        if inNote { return [Run("[^\(number)]", kind: .gap)] }
        if let earlier = noted[number] {
            return [citations.mark([Run(words.filled("report.seeNote", ["number": "\(earlier)"]))])]
        }
        let mark = citations.mark(note(number))
        noted[number] = citations.footnotes.count
        return [mark]
    }

    private mutating func note(_ number: Int) -> [Run] {
        let blocks = notes[number - 1].blocks
        var result: [Run] = []
        for block in blocks {
            let runs = flat(block)
            result += (result.isEmpty || runs.isEmpty ? [] : [Run(" ")]) + runs
        }
        return result
    }

    private mutating func flat(_ block: MarkdownBlock) -> [Run] {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): return runs(inlines, inNote: true)
        case .quote(let inner): return flat(inner)
        case .list(_, let items): return flat(items.flatMap(\.self))
        case .table(let rows): return rows.flatMap(\.self).flatMap { runs($0, inNote: true) + [Run(" ")] }
        case .code(_, let text): return [Run(text)]
        case .html(let text): return [Run(text, kind: .gap)]
        case .rule: return []
        }
    }

    private mutating func flat(_ blocks: [MarkdownBlock]) -> [Run] {
        var result: [Run] = []
        for block in blocks { result += (result.isEmpty ? [] : [Run(" ")]) + flat(block) }
        return result
    }

    // MARK: Tables and charts

    private mutating func placed(_ placement: ManuscriptPlacement) -> Block {
        switch placement {
        case .count(let name, let description):
            guard var figure = citations.sources.figures[name] else { return missing("count:\(name)") }
            if !description.isEmpty { figure.description = description }
            return .figure(figure)
        case .followUp: return .table(FollowUpTable(citations: citations).table(followUp))
        case .unknown(let address): return missing(address)
        }
    }

    private func missing(_ address: String) -> Block {
        .line(Line([Run(words.filled("report.notResolved", ["address": address]), kind: .gap)]))
    }
}

extension [Run] {
    /// Neighbours that differ in nothing but their text become one.
    fileprivate func joined() -> [Run] {
        reduce(into: []) { result, run in
            if let last = result.last, run.kind == .plain, last.kind == .plain, last.emphasis == run.emphasis,
                last.link == run.link, last.language == run.language
            {
                result[result.count - 1].text += run.text
            } else {
                result.append(run)
            }
        }
    }
}
