import DossierDisclosure
import DossierModel
import DossierProfiles

/// The numbered part of an evidence file, composed from the first section to the last.
struct EvidenceFileBody {
    let catalogue: FindingCatalogue
    let edition: Edition
    let answers: AnswerComposer
    var citations: Citations
    private var number = 0
    /// Under each finding, how strongly each claim is put and in which paragraph.
    private(set) var told: [(finding: String, strength: ClaimStanding.Strength, number: Int)] = []
    /// Where each claim was told at length.
    private var paragraphs: [RecordID: Int] = [:]

    init(catalogue: FindingCatalogue, edition: Edition, answers: AnswerComposer, citations: Citations) {
        self.catalogue = catalogue
        self.edition = edition
        self.answers = answers
        self.citations = citations
    }

    var words: Wording { answers.phrases.wording }
    /// A claim whose statement the audience may not read says nothing, and is left out.
    private var claims: [Record] {
        edition.folder.evidence.claims.filter { $0[ClaimFields.statement].value != nil }
    }

    mutating func sections() -> [Section] {
        var sections = [caseSection()]
        for group in catalogue.groups { sections.append(findingSection(group)) }
        sections.append(otherClaims())
        sections.append(gaps())
        sections.append(sources())
        return sections.filter { !$0.paragraphs.isEmpty } + citations.annexes(numberedFrom: number + 1)
    }

    /// Which findings the case bears out, how far, and where that is told.
    var overview: Document.Overview? {
        let findings = catalogue.findings.filter { finding in told.contains { $0.finding == finding.id } }
        guard !findings.isEmpty else { return nil }
        return Document.Overview(
            heading: words["document.overview"], note: words["document.overviewNote"],
            columns: [words["document.finding"], words["document.footing"]],
            rows: findings.map { [Run(label(of: $0))] },
            answers: findings.map { finding in
                let lines = told.filter { $0.finding == finding.id }.map { line in
                    "\(words["strength.\(line.strength.rawValue).label"]) (\(line.number))"
                }
                return [Run(lines.joined(separator: "; "))]
            })
    }

    /// With the places that somebody has read; a citation from memory is for staff.
    private func label(of finding: FindingCatalogue.Finding) -> String {
        let label = words["findings.\(finding.id).label"]
        let cites = finding.citations.filter(\.trust.mayBlock).map(\.text)
        guard !cites.isEmpty else { return label }
        return words.filled("document.findingCited", ["label": label, "cites": cites.joined(separator: "; ")])
    }

    mutating func paragraph(_ label: String, _ blocks: [Block], isConfidential: Bool = false) -> Paragraph {
        number += 1
        return Paragraph(number: number, label: label, isConfidential: isConfidential, blocks: blocks)
    }

    // MARK: The case

    private static let printed: [FieldDefinition] = [
        PersonFields.sex.definition, PersonFields.birthDate.definition, PersonFields.nationalities.definition,
        PersonFields.occupation.definition, IncidentFields.title.definition, IncidentFields.date.definition,
        IncidentFields.place.definition, IncidentFields.agents.definition, CaseFields.summary.definition,
    ]

    private mutating func caseSection() -> Section {
        let folder = edition.folder
        var paragraphs: [Paragraph] = []
        for field in Self.printed {
            let record: Record? =
                switch field.kind {
                case .person: folder.person
                case .incident: folder.incident
                default: folder.caseRecord
                }
            guard let record, let entry = record.entries[field.name] else { continue }
            let blocks = answers.blocks(entry.answer, field: field)
            guard !blocks.isEmpty else { continue }
            paragraphs.append(
                paragraph(
                    words["caseFields.\(field.id)"], blocks,
                    isConfidential: edition.isMarkedConfidential(field, of: record)))
        }
        return Section(id: "case", heading: words["sections.case"], paragraphs: paragraphs)
    }

    // MARK: Claims

    private mutating func findingSection(_ group: String) -> Section {
        var paragraphs: [Paragraph] = []
        for finding in catalogue.findings where finding.group == group {
            for claim in claims where (claim[ClaimFields.findings].value ?? []).contains(finding.id) {
                let standing = standing(of: claim)
                paragraphs.append(paragraph(label(of: finding), blocks(of: claim, standing)))
                told.append((finding.id, standing.strength, number))
            }
        }
        return Section(id: group, heading: words["groups.\(group)"], paragraphs: paragraphs)
    }

    private mutating func otherClaims() -> Section {
        var paragraphs: [Paragraph] = []
        for claim in claims where (claim[ClaimFields.findings].value ?? []).isEmpty {
            paragraphs.append(paragraph(words["document.otherClaim"], blocks(of: claim, standing(of: claim))))
        }
        return Section(id: "others", heading: words["sections.others"], paragraphs: paragraphs)
    }

    // Every claim of an edition has been judged; one that has not is put at its weakest.
    private func standing(of claim: Record) -> ClaimStanding {
        edition.standings[claim.id] ?? ClaimStanding(of: claim, in: Evidence())
    }

    private mutating func blocks(of claim: Record, _ standing: ClaimStanding) -> [Block] {
        if let earlier = paragraphs[claim.id] { return told(claim, standing, in: earlier) }
        // The paragraph that is being composed bears the next number.
        paragraphs[claim.id] = number + 1
        let supports = claim.supports(in: edition.folder.evidence)
        var blocks: [Block] = [
            .line(Line([Run(words["strength.\(standing.strength.rawValue).lead"])], role: .lead))
        ]
        if let entry = claim.entries[ClaimFields.statement.definition.name] {
            var stated = answers.blocks(entry.answer, field: ClaimFields.statement.definition)
            stated.append(marks: citations.marks(of: supports))
            blocks += stated
        }
        let quotes = supports.flatMap(quote)
        if !quotes.isEmpty { blocks.append(.list(quotes)) }
        if let reasons = claim[ClaimFields.statusReasons].value {
            blocks.append(
                .line(
                    Line([Run("\(words["document.statusReasons"]) ")] + answers.inline(reasons))))
        }
        return blocks
    }

    /// A claim that bears on several findings is told once, and pointed to after that.
    private func told(_ claim: Record, _ standing: ClaimStanding, in earlier: Int) -> [Block] {
        let stated = claim.entries[ClaimFields.statement.definition.name].map {
            answers.blocks($0.answer, field: ClaimFields.statement.definition)
        }
        let lead = words["strength.\(standing.strength.rawValue).lead"]
        return [.line(Line([Run(lead)], role: .lead))] + (stated ?? [])
            + [.line(Line([Run(words.filled("document.seeParagraph", ["number": "\(earlier)"]))]))]
    }

    /// What the paragraph says, with whose it is and how the speaker knows.
    private func quote(_ support: Support) -> [Line] {
        guard case .paragraph(let testimony, let item, let number) = support.source,
            let text = item[ParagraphFields.text].value
        else { return [] }
        var knowledge = [
            Run(
                item[ParagraphFields.knowledge].value.map {
                    answers.phrases.choice($0, of: ParagraphFields.knowledge.definition)
                } ?? words["document.knowledgeUnknown"])
        ]
        if let from = item[ParagraphFields.heardFrom].value {
            knowledge += answers.pattern("document.heardFrom", ["who": answers.inline(from)])
        }
        let key = support.stance == .contradicts ? "document.quoteAgainst" : "document.quote"
        return [
            Line(
                answers.pattern(
                    key,
                    [
                        "who": citations.who(gave: testimony), "number": [Run("\(number)")],
                        "knowledge": knowledge, "text": answers.inline(text),
                    ]))
        ]
    }
}
