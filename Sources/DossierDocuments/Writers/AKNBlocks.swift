import DossierModel
import DossierXML

/// What paragraphs are made of, as Akoma Ntoso.
struct AKNBlocks {
    let footnotes: [Line]

    func write(_ block: Block, _ xml: XMLWriter) {
        switch block {
        case .line(let line): self.line(line, xml)
        case .list(let lines): list("ul", lines, xml) { line($0, xml) }
        case .records(let records): list("ul", records, xml) { for fact in $0 { self.fact(fact, xml) } }
        case .outline(let start, let items):
            list(start == nil ? "ul" : "ol", items, xml) { for block in $0 { write(block, xml) } }
        case .quote(let blocks): for block in blocks { quoted(block, xml) }
        case .table(let table): self.table(table, xml)
        case .figure(let figure): self.figure(figure, xml)
        }
    }

    private func list<Item>(_ name: String, _ items: [Item], _ xml: XMLWriter, _ body: (Item) -> Void) {
        guard !items.isEmpty else { return }
        xml.start(name)
        for item in items {
            xml.start("li")
            body(item)
            xml.end()
        }
        xml.end()
    }

    /// Akoma Ntoso has no block quotation: its paragraphs are marked as such.
    private func quoted(_ block: Block, _ xml: XMLWriter) {
        guard case .line(let line) = block else { return write(block, xml) }
        xml.start("p", [("class", "quote")])
        runs(line.runs, xml)
        xml.end()
    }

    private func table(_ table: Table, _ xml: XMLWriter) {
        xml.start("table")
        if let caption = table.caption { xml.element("caption", text: caption) }
        head(table.head, xml)
        for row in table.rows {
            xml.start("tr")
            for (index, lines) in row.enumerated() {
                xml.start(index == 0 && table.hasRowHeads ? "th" : "td")
                if lines.isEmpty { xml.element("p") }
                for line in lines { self.line(line, xml) }
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }

    /// The numbers; a picture would be a file of its own, and says no more.
    private func figure(_ figure: Figure, _ xml: XMLWriter) {
        xml.element("p", [("class", "figure")], text: figure.description)
        xml.start("table", [("class", "figure")])
        xml.element("caption", text: figure.title)
        head(figure.head, xml)
        for row in figure.rows {
            xml.start("tr")
            for (name, text) in [("th", row.label), ("td", "\(row.number)")] {
                xml.start(name)
                xml.element("p", text: text)
                xml.end()
            }
            xml.end()
        }
        xml.end()
        for note in figure.notes { xml.element("p", [("class", "note")], text: note) }
    }

    private func head(_ columns: [String], _ xml: XMLWriter) {
        xml.start("tr")
        for column in columns {
            xml.start("th")
            xml.element("p", text: column)
            xml.end()
        }
        xml.end()
    }

    func fact(_ fact: Fact, _ xml: XMLWriter) {
        for (index, line) in fact.lines.enumerated() {
            xml.start("p")
            if index == 0 {
                xml.element("b", text: fact.label)
                xml.text(": ")
            }
            runs(line.runs, xml)
            xml.end()
        }
    }

    func line(_ line: Line, _ xml: XMLWriter) {
        switch line.role {
        case .plain: xml.start("p")
        case .lead: xml.start("p", [("class", "lead")])
        case .original: xml.start("p", [("class", "original")])
        }
        runs(line.runs, xml)
        xml.end()
    }

    private func runs(_ runs: [Run], _ xml: XMLWriter) { for run in runs { write(run, xml) } }

    private func write(_ run: Run, _ xml: XMLWriter) {
        let language = run.language.map { [("xml:lang", $0.text)] } ?? []
        switch run.kind {
        case .note(let number): footnote(number, xml)
        case .lineBreak: xml.element("eol")
        case .gap: xml.element("span", [("class", "gap")], text: run.text)
        case .subject: xml.element("person", [("refersTo", "#\(AKNMetadata.person)")] + language, text: run.text)
        case .plain:
            var open = 0
            if let link = run.link {
                xml.start("a", [("href", link)] + language)
                open += 1
            } else if !language.isEmpty {
                xml.start("span", language)
                open += 1
            }
            for (emphasis, name) in [(Run.Emphasis.bold, "b"), (.italic, "i")] where run.emphasis.contains(emphasis) {
                xml.start(name)
                open += 1
            }
            xml.text(run.text)
            for _ in 0..<open { xml.end() }
        }
    }

    /// Akoma Ntoso holds a footnote where its mark stands.
    private func footnote(_ number: Int, _ xml: XMLWriter) {
        guard footnotes.indices.contains(number - 1) else { return }
        xml.start(
            "authorialNote", [("eId", "authorialNote_\(number)"), ("marker", "\(number)"), ("placement", "bottom")])
        line(footnotes[number - 1], xml)
        xml.end()
    }
}
