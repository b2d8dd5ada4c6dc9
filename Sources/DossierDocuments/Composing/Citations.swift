import DossierDisclosure
import DossierModel
import DossierProfiles

/// Collects, while a document is composed, the footnotes that say what its statements rest on, and the annexes in the
/// order in which they are first cited.
struct Citations {
    let edition: Edition
    let answers: AnswerComposer
    let codes: SourceCodes
    private(set) var footnotes: [Line] = []
    private(set) var annexes: [RecordID] = []

    init(edition: Edition, answers: AnswerComposer, codes: SourceCodes) {
        self.edition = edition
        self.answers = answers
        self.codes = codes
    }

    private var phrases: Phrasebook { answers.phrases }
    private var naming: SourceNaming { SourceNaming(edition: edition, answers: answers, codes: codes) }

    /// The name, where the edition has left it, else the category and the code.
    func who(gave testimony: Record) -> [Run] { naming.who(gave: testimony) }

    /// The marks that stand after the answer to a field: a footnote for each thing that a claim about it points to.
    mutating func marks(at field: FieldDefinition) -> [Run] {
        let claims = edition.folder.evidence.claims.filter { claim in
            (claim[ClaimFields.fields].value ?? []).contains { $0 == field.id || $0.hasPrefix("\(field.id).") }
        }
        return marks(of: claims.flatMap { $0.supports(in: edition.folder.evidence) })
    }

    /// A footnote for each support, its mark; the same support twice bears one.
    mutating func marks(of supports: [Support]) -> [Run] {
        var cited: Set<Line> = []
        return supports.compactMap { support in
            guard let line = footnote(support), cited.insert(line).inserted else { return nil }
            footnotes.append(line)
            return Run("\(footnotes.count)", kind: .note(footnotes.count))
        }
    }

    private mutating func footnote(_ support: Support) -> Line? {
        var runs: [Run] = support.stance == .contradicts ? [Run("\(phrases.wording["evidence.contradicts"]) ")] : []
        switch support.source {
        case .paragraph(let testimony, let item, let number):
            runs +=
                naming.account(testimony) + [Run(phrases.wording.filled("evidence.paragraph", ["number": "\(number)"]))]
            if let knowledge = item[ParagraphFields.knowledge].value {
                runs.append(Run(" (\(phrases.choice(knowledge, of: ParagraphFields.knowledge.definition)))"))
            }
        case .exhibit(let exhibit, let pages):
            runs += answers.pattern(
                "evidence.annexCited",
                ["number": [Run("\(annexNumber(of: exhibit.id))")], "title": naming.title(of: exhibit)])
            if let pages { runs.append(Run(phrases.wording.filled("evidence.pages", ["pages": pages]))) }
        case .undisclosed: runs.append(Run(phrases.wording["evidence.undisclosed"]))
        case .lost: return nil
        }
        if let note = support.note { runs += [Run("; ")] + answers.inline(note) }
        return Line(runs.last?.text.last.map { ".。!?".contains($0) } == true ? runs : runs + [Run(".")])
    }

    private mutating func annexNumber(of exhibit: RecordID) -> Int {
        if let index = annexes.firstIndex(of: exhibit) { return index + 1 }
        annexes.append(exhibit)
        return annexes.count
    }

    // MARK: Annexes

    /// What a reader needs to know of an annex; how it was obtained stays in the house.
    private static let printed: [FieldDefinition] = [
        ExhibitFields.title.definition, ExhibitFields.material.definition, ExhibitFields.form.definition,
        ExhibitFields.date.definition, ExhibitFields.origin.definition, ExhibitFields.languages.definition,
        ExhibitFields.pages.definition, ExhibitFields.mediaType.definition, ExhibitFields.sha256.definition,
    ]

    /// The section that lists the annexes; none when nothing was cited.
    func annexes(numberedFrom first: Int) -> [Section] {
        let paragraphs = annexes.enumerated().compactMap { index, id -> Paragraph? in
            guard let exhibit = edition.folder.evidence.exhibits[id] else { return nil }
            let facts = answers.facts(of: Item(entries: exhibit.entries), fields: Self.printed)
            return Paragraph(
                number: first + index, label: phrases.wording.filled("evidence.annex", ["number": "\(index + 1)"]),
                isConfidential: Self.printed.contains { edition.isMarkedConfidential($0, of: exhibit) },
                blocks: facts.isEmpty ? [] : [.records([facts])])
        }
        guard !paragraphs.isEmpty else { return [] }
        return [Section(id: "annexes", heading: phrases.wording["evidence.annexes"], paragraphs: paragraphs)]
    }
}

extension [Block] {
    /// Puts marks behind the last words that are the document's own, and not behind a source text beside them.
    mutating func append(marks: [Run]) {
        let own = lastIndex { block in
            if case .line(let line) = block { line.role != .original } else { true }
        }
        guard !marks.isEmpty, let own else { return }
        switch self[own] {
        case .line(var line):
            line.runs += marks
            self[own] = .line(line)
        case .list(var lines):
            if let end = lines.indices.last { lines[end].runs += marks }
            self[own] = .list(lines)
        case .records(var records):
            if let end = records.indices.last, let fact = records[end].indices.last,
                let line = records[end][fact].lines.lastIndex(where: { $0.role != .original })
            {
                records[end][fact].lines[line].runs += marks
            }
            self[own] = .records(records)
        case .outline, .quote, .table, .figure: insert(.line(Line(marks)), at: own + 1)
        }
    }
}
