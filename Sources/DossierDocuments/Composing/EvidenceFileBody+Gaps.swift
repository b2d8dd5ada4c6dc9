import DossierDisclosure
import DossierModel
import DossierProfiles

/// What the file lacks, and who its sources are.
extension EvidenceFileBody {
    // MARK: Gaps

    mutating func gaps() -> Section {
        let weak = told.filter { ![.reasonableGrounds, .corroborated].contains($0.strength) }
        var paragraphs: [Paragraph] = []
        if !weak.isEmpty {
            let lines = weak.map { line in
                Line([
                    Run(
                        words.filled(
                            "document.gapWeak",
                            [
                                "number": "\(line.number)",
                                "strength": words["strength.\(line.strength.rawValue).label"],
                            ]))
                ])
            }
            paragraphs.append(paragraph(words["document.gapsOfClaims"], [.list(lines)]))
        }
        let missing = catalogue.findings.filter { finding in
            finding.group == "element" && !told.contains { $0.finding == finding.id && $0.strength != .unsupported }
        }
        if !missing.isEmpty {
            let lines = missing.map { Line([Run(words["findings.\($0.id).label"])]) }
            paragraphs.append(paragraph(words["document.gapsOfElements"], [.list(lines)]))
        }
        return Section(id: "gaps", heading: words["sections.gaps"], paragraphs: paragraphs)
    }

    // MARK: Sources

    private static let sourceFields: [FieldDefinition] = [
        TestimonyFields.date.definition, TestimonyFields.spoken.definition, TestimonyFields.setting.definition,
        TestimonyFields.occasion.definition, TestimonyFields.sourceReliability.definition,
        TestimonyFields.reliability.definition,
    ]

    mutating func sources() -> Section {
        let accounts = edition.folder.evidence.testimonies.values.sorted { $0.id < $1.id }
        let records = accounts.map { account in
            [Fact(words["document.sourceCode"], [Line(citations.who(gave: account))])]
                + answers.facts(of: Item(entries: account.entries), fields: Self.sourceFields)
        }
        let paragraphs = records.isEmpty ? [] : [paragraph(words["document.sourcesOfAccounts"], [.records(records)])]
        return Section(id: "sources", heading: words["sections.sources"], paragraphs: paragraphs)
    }
}
