import DossierHTML
import DossierModel

/// Writes a document as one HTML5 page that stands alone: no script, nothing fetched, style within.
public struct HTMLWriter: Sendable {
    /// The text of the shared style sheet.
    public let style: String

    public init(style: String) { self.style = style }

    public func bytes(_ document: Document) -> [UInt8] {
        var bytes = Array("<!DOCTYPE html>\n".utf8)
        bytes.reserveCapacity(32_768)
        page(document).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func page(_ document: Document) -> HTMLNode {
        .tag(
            "html", ["lang": document.language.text],
            [
                .head(title: document.metaTitle, style: style),
                .tag(
                    "body", document.draft == nil ? [:] : ["class": "is-draft"],
                    [
                        .tag("a", ["class": "skip", "href": "#text"], text: document.furniture.skip), head(document),
                        .tag(
                            "main", ["id": "text"],
                            [overview(document), contents(document)]
                                + zip(document.sections, document.sectionNumbers).map { section($0, $1, document) }
                                + [signature(document), footnotes(document)]),
                        foot(document),
                    ]),
            ])
    }

    private func head(_ document: Document) -> HTMLNode {
        var nodes: [HTMLNode] = [
            .tag("p", ["class": "edition"], text: document.editionNote), .tag("h1", text: document.title),
        ]
        if let draft = document.draft {
            nodes.append(
                .tag(
                    "div", ["class": "draft", "role": "note"],
                    [.tag("p", ["class": "stamp"], text: draft.stamp), .tag("p", text: draft.note)]
                        + (draft.missing.isEmpty
                            ? [] : [.tag("ul", [:], draft.missing.map { .tag("li", text: $0) })])))
        }
        nodes.append(blocks.facts(document.caption, classes: "caption"))
        return .tag("header", [:], nodes)
    }

    private func overview(_ document: Document) -> HTMLNode {
        guard let overview = document.overview else { return .group([]) }
        let head = HTMLNode.tag(
            "thead", [:], [.tag("tr", [:], overview.columns.map { .tag("th", ["scope": "col"], text: $0) })])
        let rows = zip(overview.rows, overview.answers).map { label, answer in
            HTMLNode.tag(
                "tr", [:],
                [.tag("th", ["scope": "row"], blocks.runs(label)), .tag("td", [:], blocks.runs(answer))])
        }
        return .tag(
            "section", ["class": "overview", "aria-labelledby": "overview"],
            [
                .tag("h2", ["id": "overview"], text: overview.heading),
                .tag("table", [:], [.tag("caption", text: overview.note), head, .tag("tbody", [:], rows)]),
            ])
    }

    private func contents(_ document: Document) -> HTMLNode {
        let items = zip(document.sections, document.sectionNumbers).map { section, number in
            HTMLNode.tag(
                "li", section.level == 1 ? [:] : ["class": "level-\(section.level)"],
                [.tag("a", ["href": "#s-\(section.id)"], text: heading(section, number))])
        }
        return .tag(
            "nav", ["aria-labelledby": "contents"],
            [.tag("h2", ["id": "contents"], text: document.furniture.contents), .tag("ul", [:], items)])
    }

    private func heading(_ section: Section, _ number: String?) -> String {
        number.map { "\($0) \(section.heading)" } ?? section.heading
    }

    private func section(_ section: Section, _ number: String?, _ document: Document) -> HTMLNode {
        let level = min(section.level + 1, 4)
        return .tag(
            "section", ["aria-labelledby": "s-\(section.id)"],
            [.tag("h\(level)", ["id": "s-\(section.id)"], text: heading(section, number))]
                + section.paragraphs.map { paragraph($0, document) })
    }

    private func paragraph(_ paragraph: Paragraph, _ document: Document) -> HTMLNode {
        guard let label = paragraph.label else { return running(paragraph) }
        var head: [HTMLNode] = [.text(label)]
        if paragraph.isConfidential {
            head += [.text(" "), .tag("span", ["class": "confidential"], text: document.furniture.confidential)]
        }
        let number = paragraph.number.map { [HTMLNode.tag("span", ["class": "num"], text: "\($0). ")] } ?? []
        return .element(
            "div", [("class", "para")] + (paragraph.number.map { [("id", "p\($0)")] } ?? []),
            [.tag("h3", [:], number + head), .tag("div", ["class": "body"], paragraph.blocks.map(blocks.node))])
    }

    /// A paragraph of running text, its number in the margin.
    private func running(_ paragraph: Paragraph) -> HTMLNode {
        let body = HTMLNode.tag("div", ["class": "body"], paragraph.blocks.map(blocks.node))
        guard let number = paragraph.number else { return .tag("div", ["class": "between"], [body]) }
        return .tag(
            "div", ["class": "running", "id": "p\(number)"],
            [.tag("span", ["class": "num"], text: "\(number)."), body])
    }

    private var blocks: HTMLBlocks { HTMLBlocks() }

    private func footnotes(_ document: Document) -> HTMLNode {
        guard !document.footnotes.isEmpty else { return .group([]) }
        let items = document.footnotes.enumerated().map { index, line in
            HTMLNode.tag(
                "li", ["id": "n\(index + 1)"],
                blocks.runs(line.runs) + [.text(" "), .tag("a", ["href": "#r\(index + 1)"], text: "↩ \(index + 1)")])
        }
        return .tag(
            "section", ["class": "footnotes", "aria-labelledby": "footnotes"],
            [.tag("h2", ["id": "footnotes"], text: document.furniture.footnotes), .tag("ol", [:], items)])
    }

    private func signature(_ document: Document) -> HTMLNode {
        guard let signature = document.signature else { return .group([]) }
        return .tag(
            "section", ["class": "signature", "aria-labelledby": "signature"],
            [
                .tag("h2", ["id": "signature"], text: signature.heading),
                .tag("p", ["class": "rule"], text: signature.line),
            ] + (signature.date.map { [.tag("p", text: $0)] } ?? []))
    }

    private func foot(_ document: Document) -> HTMLNode {
        .tag("footer", [:], (document.notes + [document.furniture.footer]).map { .tag("p", text: $0) })
    }
}
