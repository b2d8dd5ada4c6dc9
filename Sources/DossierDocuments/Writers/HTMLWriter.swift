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
                                + document.sections.enumerated().map { section($1, number: $0 + 1, document) }
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
        nodes.append(facts(document.caption, document, classes: "caption"))
        return .tag("header", [:], nodes)
    }

    private func overview(_ document: Document) -> HTMLNode {
        guard let overview = document.overview else { return .group([]) }
        let head = HTMLNode.tag(
            "thead", [:], [.tag("tr", [:], overview.columns.map { .tag("th", ["scope": "col"], text: $0) })])
        let rows = zip(overview.rows, overview.answers).map { label, answer in
            HTMLNode.tag("tr", [:], [.tag("th", ["scope": "row"], runs(label)), .tag("td", [:], runs(answer))])
        }
        return .tag(
            "section", ["class": "overview", "aria-labelledby": "overview"],
            [
                .tag("h2", ["id": "overview"], text: overview.heading),
                .tag("table", [:], [.tag("caption", text: overview.note), head, .tag("tbody", [:], rows)]),
            ])
    }

    private func contents(_ document: Document) -> HTMLNode {
        let items = document.sections.enumerated().map { index, section in
            HTMLNode.tag(
                "li", [:], [.tag("a", ["href": "#s-\(section.id)"], text: "\(index + 1). \(section.heading)")])
        }
        return .tag(
            "nav", ["aria-labelledby": "contents"],
            [.tag("h2", ["id": "contents"], text: document.furniture.contents), .tag("ul", [:], items)])
    }

    private func section(_ section: Section, number: Int, _ document: Document) -> HTMLNode {
        .tag(
            "section", ["aria-labelledby": "s-\(section.id)"],
            [.tag("h2", ["id": "s-\(section.id)"], text: "\(number). \(section.heading)")]
                + section.paragraphs.map { paragraph($0, document) })
    }

    private func paragraph(_ paragraph: Paragraph, _ document: Document) -> HTMLNode {
        var label: [HTMLNode] = [.text(paragraph.label)]
        if paragraph.isConfidential {
            label += [.text(" "), .tag("span", ["class": "confidential"], text: document.furniture.confidential)]
        }
        return .tag(
            "div", ["class": "para", "id": "p\(paragraph.number)"],
            [
                .tag("h3", [:], [.tag("span", ["class": "num"], text: "\(paragraph.number). ")] + label),
                .tag("div", ["class": "body"], paragraph.blocks.map(block)),
            ])
    }

    private func block(_ block: Block) -> HTMLNode {
        switch block {
        case .line(let line): self.line(line)
        case .list(let lines): .tag("ul", [:], lines.map { .tag("li", [:], runs($0.runs)) })
        case .records(let records):
            .tag("ol", ["class": "records"], records.map { .tag("li", [:], [facts($0, nil, classes: "record")]) })
        }
    }

    private func facts(_ facts: [Fact], _ document: Document?, classes: String) -> HTMLNode {
        .tag(
            "dl", ["class": classes],
            facts.map { fact in
                .tag(
                    "div", [:],
                    [.tag("dt", text: fact.label), .tag("dd", [:], fact.lines.map(line))])
            })
    }

    private func line(_ line: Line) -> HTMLNode {
        switch line.role {
        case .plain: .tag("p", [:], runs(line.runs))
        case .lead: .tag("p", ["class": "lead"], runs(line.runs))
        case .original: .tag("p", ["class": "original"], runs(line.runs))
        }
    }

    private func runs(_ runs: [Run]) -> [HTMLNode] {
        runs.map { run in
            let inner: HTMLNode = .text(run.text)
            switch (run.kind, run.language) {
            case (.note(let number), _):
                return .tag(
                    "sup", [:], [.tag("a", ["class": "note", "id": "r\(number)", "href": "#n\(number)"], [inner])])
            case (.gap, _): return .tag("mark", ["class": "gap"], [inner])
            case (.subject, let language?): return .tag("b", ["lang": language.text], [inner])
            case (.subject, nil): return .tag("b", [:], [inner])
            case (.plain, let language?): return .tag("span", ["lang": language.text], [inner])
            case (.plain, nil): return inner
            }
        }
    }

    private func footnotes(_ document: Document) -> HTMLNode {
        guard !document.footnotes.isEmpty else { return .group([]) }
        let items = document.footnotes.enumerated().map { index, line in
            HTMLNode.tag(
                "li", ["id": "n\(index + 1)"],
                runs(line.runs) + [.text(" "), .tag("a", ["href": "#r\(index + 1)"], text: "↩ \(index + 1)")])
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
