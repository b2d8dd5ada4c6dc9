public import DossierManuscripts

extension WordCounts {
    /// The words of a document as it will be printed, without the numbers that are set automatically.
    public init(of document: Document) {
        let parts = { (place: Section.Place) in
            document.sections.filter { $0.place == place }.reduce(0) { sum, section in
                sum + Self.words(in: section.heading) + section.paragraphs.reduce(0) { $0 + Self.words(of: $1) }
            }
        }
        self.init(
            body: parts(.body), notes: document.footnotes.reduce(0) { $0 + Self.words(of: $1.runs) },
            annexes: parts(.annex),
            cover: Self.words(in: document.title) + Self.words(in: document.editionNote)
                + document.caption.reduce(0) { $0 + Self.words(of: $1) })
    }

    private static func words(of paragraph: Paragraph) -> Int {
        words(in: paragraph.label ?? "") + paragraph.blocks.reduce(0) { $0 + words(of: $1) }
    }

    private static func words(of block: Block) -> Int {
        switch block {
        case .line(let line): words(of: line.runs)
        case .list(let lines): lines.reduce(0) { $0 + words(of: $1.runs) }
        case .records(let records): records.joined().reduce(0) { $0 + words(of: $1) }
        case .outline(_, let items): items.joined().reduce(0) { $0 + words(of: $1) }
        case .quote(let blocks): blocks.reduce(0) { $0 + words(of: $1) }
        case .table(let table):
            words(in: table.caption ?? "") + table.head.reduce(0) { $0 + words(in: $1) }
                + table.rows.joined().joined().reduce(0) { $0 + words(of: $1.runs) }
        case .figure(let figure):
            ([figure.title, figure.description] + figure.head + figure.notes).reduce(0) { $0 + words(in: $1) }
                + figure.rows.reduce(0) { $0 + words(in: $1.label) + 1 }
        }
    }

    private static func words(of fact: Fact) -> Int {
        words(in: fact.label) + fact.lines.reduce(0) { $0 + words(of: $1.runs) }
    }

    /// Runs are parts of one line: a word may go on from one into the next. Marks of footnotes are no words.
    private static func words(of runs: [Run]) -> Int {
        words(
            in: runs.map { run in
                switch run.kind {
                case .note: ""
                case .lineBreak: " "
                default: run.text
                }
            }.joined())
    }
}
