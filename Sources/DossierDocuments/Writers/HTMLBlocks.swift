import DossierHTML
import DossierModel

/// What paragraphs are made of, as HTML.
struct HTMLBlocks {
    func node(_ block: Block) -> HTMLNode {
        switch block {
        case .line(let line): self.line(line)
        case .list(let lines): .tag("ul", [:], lines.map { .tag("li", [:], runs($0.runs)) })
        case .records(let records):
            .tag("ol", ["class": "records"], records.map { .tag("li", [:], [facts($0, classes: "record")]) })
        case .outline(let start, let items):
            .element(
                start == nil ? "ul" : "ol", start.map { $0 == 1 ? [] : [("start", "\($0)")] } ?? [],
                items.map { .tag("li", [:], $0.map(node)) })
        case .quote(let blocks): .tag("blockquote", [:], blocks.map(node))
        case .table(let table): self.table(table)
        case .figure(let figure): self.figure(figure)
        }
    }

    func facts(_ facts: [Fact], classes: String) -> HTMLNode {
        .tag(
            "dl", ["class": classes],
            facts.map { fact in
                .tag("div", [:], [.tag("dt", text: fact.label), .tag("dd", [:], fact.lines.map(line))])
            })
    }

    private func line(_ line: Line) -> HTMLNode {
        switch line.role {
        case .plain: .tag("p", [:], runs(line.runs))
        case .lead: .tag("p", ["class": "lead"], runs(line.runs))
        case .original: .tag("p", ["class": "original"], runs(line.runs))
        }
    }

    private func table(_ table: Table) -> HTMLNode {
        let head = HTMLNode.tag(
            "thead", [:], [.tag("tr", [:], table.head.map { .tag("th", ["scope": "col"], text: $0) })])
        let rows = table.rows.map { row in
            HTMLNode.tag(
                "tr", [:],
                row.enumerated().map { index, lines in
                    let isHead = index == 0 && table.hasRowHeads
                    return .tag(isHead ? "th" : "td", isHead ? ["scope": "row"] : [:], lines.map(line))
                })
        }
        let caption = table.caption.map { [HTMLNode.tag("caption", text: $0)] } ?? []
        return .tag("table", ["class": "data"], caption + [head, .tag("tbody", [:], rows)])
    }

    private func figure(_ figure: Figure) -> HTMLNode {
        let rows = figure.rows.map { row in
            HTMLNode.tag(
                "tr", [:],
                [.tag("th", ["scope": "row"], text: row.label), .tag("td", ["class": "number"], text: "\(row.number)")])
        }
        let table = HTMLNode.tag(
            "table", ["class": "data figures"],
            [
                .tag("caption", text: figure.title),
                .tag("thead", [:], [.tag("tr", [:], figure.head.map { .tag("th", ["scope": "col"], text: $0) })]),
                .tag("tbody", [:], rows),
            ])
        return .tag(
            "figure", ["id": figure.id],
            [ChartSVG.node(figure), table] + figure.notes.map { .tag("p", ["class": "note-line"], text: $0) })
    }

    func runs(_ runs: [Run]) -> [HTMLNode] {
        runs.enumerated().flatMap { index, one -> [HTMLNode] in
            // Marks that follow one another would read as one number.
            if case .note = one.kind, index > 0, case .note = runs[index - 1].kind {
                return [.tag("sup", text: ","), run(one)]
            }
            return [run(one)]
        }
    }

    private func run(_ run: Run) -> HTMLNode {
        switch run.kind {
        case .note(let number):
            return .tag(
                "sup", [:],
                [.tag("a", ["class": "note", "id": "r\(number)", "href": "#n\(number)"], [.text(run.text)])])
        case .lineBreak: return .tag("br")
        case .gap: return .tag("mark", ["class": "gap"], [.text(run.text)])
        case .subject: return .element("b", language(of: run), [.text(run.text)])
        case .plain: return styled(run)
        }
    }

    private func styled(_ run: Run) -> HTMLNode {
        var node = HTMLNode.text(run.text)
        if run.emphasis.contains(.italic) { node = .tag("em", [:], [node]) }
        if run.emphasis.contains(.bold) { node = .tag("strong", [:], [node]) }
        if let link = run.link { return .element("a", [("href", link)] + language(of: run), [node]) }
        return run.language == nil ? node : .element("span", language(of: run), [node])
    }

    private func language(of run: Run) -> [(String, String)] { run.language.map { [("lang", $0.text)] } ?? [] }
}
