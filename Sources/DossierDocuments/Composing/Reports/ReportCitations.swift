import DossierDisclosure
import DossierManuscripts
import DossierModel
import DossierProfiles

/// Puts citations into words, and collects the footnotes of a report in the order of their marks.
struct ReportCitations {
    let sources: ReportSources
    let phrases: Phrasebook
    let channel: String
    private(set) var footnotes: [Line] = []

    init(sources: ReportSources, phrases: Phrasebook, channel: String) {
        self.sources = sources
        self.phrases = phrases
        self.channel = channel
    }

    private var words: Wording { phrases.wording }

    /// The mark of a new footnote.
    mutating func mark(_ note: [Run]) -> Run {
        let ends = note.last?.text.last.map { ".。!?…".contains($0) } == true
        footnotes.append(Line(ends ? note : note + [Run(".")]))
        return Run("\(footnotes.count)", kind: .note(footnotes.count))
    }

    /// What stands for a citation, in a footnote or in place.
    func runs(for address: String) -> [Run] {
        guard let citation = try? Citation(address) else { return gap(address) }
        guard sources.standing(of: citation) == .resolved else { return gap(address) }
        switch citation {
        case .casework(let id): return sources.cited(case: id).map(runs) ?? gap(address)
        case .testimony(let id, let numbers): return testimony(id, numbers) ?? gap(address)
        case .exhibit(let id, let pages): return exhibit(id, pages) ?? gap(address)
        case .document(let symbol, let paragraphs): return [Run(document(symbol, paragraphs))]
        case .recommendation: return recommendation(citation) ?? gap(address)
        }
    }

    private func gap(_ address: String) -> [Run] {
        [Run(words.filled("report.notResolved", ["address": address]), kind: .gap)]
    }

    private func runs(for cited: ReportSources.CitedCase) -> [Run] {
        let names = cited.edition.folder.person?[PersonFields.names].value ?? []
        let number = [Run(cited.number)]
        if names.isEmpty { return pattern("report.case", ["number": number]) }
        return pattern("report.caseNamed", ["number": number, "who": phrases.runs(names, channel: channel)])
    }

    private func naming(_ cited: ReportSources.CitedCase) -> SourceNaming {
        SourceNaming(
            edition: cited.edition,
            answers: AnswerComposer(
                phrases: phrases, channel: channel, persons: cited.edition.folder.others, namesDate: nil),
            codes: cited.codes)
    }

    private func testimony(_ id: RecordID, _ numbers: [Int]) -> [Run]? {
        guard let cited = sources.citedCase(holdingTestimony: id),
            let testimony = cited.edition.folder.evidence.testimonies[id]
        else { return nil }
        let account = naming(cited).account(testimony)
        guard !numbers.isEmpty else { return account }
        let key = numbers.count == 1 ? "report.paragraph" : "report.paragraphs"
        return account + [Run(words.filled(key, ["numbers": Self.ranges(numbers)]))]
    }

    private func exhibit(_ id: RecordID, _ pages: String?) -> [Run]? {
        guard let cited = sources.citedCase(holdingExhibit: id),
            let exhibit = cited.edition.folder.evidence.exhibits[id]
        else { return nil }
        let isDescribed = exhibit[ExhibitFields.title].value != nil || exhibit[ExhibitFields.material].value != nil
        let shown = isDescribed ? naming(cited).title(of: exhibit) : [Run(words["report.anExhibit"])]
        let title = pattern("report.exhibit", ["title": shown])
        return title + (pages.map { [Run(words.filled("evidence.pages", ["pages": $0]))] } ?? [])
    }

    private func document(_ symbol: String, _ paragraphs: String?) -> String {
        guard let paragraphs else { return symbol }
        let isOne = paragraphs.allSatisfy { $0.isNumber || $0 == "." }
        let dashed = paragraphs.replacing("-", with: "–")
        return words.filled(
            isOne ? "report.documentParagraph" : "report.documentParagraphs",
            ["symbol": symbol, "numbers": dashed])
    }

    private func recommendation(_ citation: Citation) -> [Run]? {
        let found = sources.recommendations(for: citation)
        guard let first = found.first else { return nil }
        var runs = [Run(words.filled("report.recommendation", ["key": key(first.key)]))]
        let states =
            first.recommendingStates.isEmpty ? [] : [Run(" (\(first.recommendingStates.joined(separator: ", ")))")]
        runs += states
        if let position = found.position {
            runs.append(Run("; \(self.position(position))"))
        }
        return runs
    }

    func key(_ key: Recommendation.Key) -> String {
        guard let paragraph = key.paragraph else {
            return words.filled("report.documentParagraph", ["symbol": key.symbol, "numbers": key.number.text])
        }
        return words.filled(
            "report.listed", ["symbol": key.symbol, "paragraph": paragraph, "number": key.number.text])
    }

    /// "noted (X/UPR/33/XSA/10/Add.1, para. 4)".
    func position(_ position: Recommendation.Position) -> String {
        let value = position.words ?? words["positions.\(position.value.rawValue)"]
        guard let symbol = position.symbol else { return value }
        return "\(value) (\(document(symbol, position.paragraph)))"
    }

    func pattern(_ key: String, _ arguments: [String: [Run]]) -> [Run] {
        AnswerComposer(phrases: phrases, channel: channel, persons: [:], namesDate: nil).pattern(key, arguments)
    }

    /// 3, 4, 5, 9 as `3–5, 9`.
    private static func ranges(_ numbers: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for number in Set(numbers).sorted() {
            if let last = parts.last, last.upperBound == number - 1 {
                parts[parts.count - 1] = last.lowerBound...number
            } else {
                parts.append(number...number)
            }
        }
        return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
