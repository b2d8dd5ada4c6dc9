public import DossierDisclosure
public import DossierModel
public import DossierProfiles

/// Composes the evidence file on one case for the archive of the Commission of Inquiry: what is claimed under each of its
/// findings, on which basis, how strongly it may be put, and where the gaps are.
public struct EvidenceFileComposer: Sendable {
    public let catalogue: FindingCatalogue
    public let phrases: Phrasebook

    public init(catalogue: FindingCatalogue, phrases: Phrasebook) {
        self.catalogue = catalogue
        self.phrases = phrases
    }

    /// The document of an edition. `number` is opaque, `codes` stand for sources that are not named.
    public func document(for edition: Edition, number: String, codes: SourceCodes, on day: Day) -> Document {
        let words = phrases.wording
        let answers = AnswerComposer(
            phrases: phrases, channel: catalogue.channel, persons: edition.folder.others,
            namesDate: edition.folder.incident?[IncidentFields.date].value?.date)
        var body = EvidenceFileBody(
            catalogue: catalogue, edition: edition, answers: answers,
            citations: Citations(edition: edition, answers: answers, codes: codes))
        let sections = body.sections()
        let isFull = edition.audience.edition == "full"
        return Document(
            identity: Document.Identity(
                actor: catalogue.channel, subtype: catalogue.document.subtype, name: catalogue.document.name,
                number: isFull ? number : "\(number)-\(edition.audience.edition)", date: day,
                authorLabel: words["document.author"], bodyLabel: words["document.body"],
                personLabel: words["document.person"]),
            language: phrases.language, title: words["document.title"],
            metaTitle: words.filled("document.metaTitle", ["number": number]),
            editionNote: words["editions.\(edition.audience.edition)"], draft: nil,
            caption: caption(edition, number: number, day: day), overview: body.overview, sections: sections,
            signature: nil, footnotes: body.citations.footnotes, annexes: body.citations.annexes,
            notes: edition.markedConfidential.isEmpty ? [] : [words["document.confidentialNote"]],
            furniture: Document.Furniture(
                contents: words["document.contents"], skip: words["document.skip"],
                confidential: words["document.confidential"],
                footer: words.filled("document.footer", ["version": catalogue.version, "number": number]),
                footnotes: words["document.footnotes"]))
    }

    private func caption(_ edition: Edition, number: String, day: Day) -> [Fact] {
        let words = phrases.wording
        var facts = [Fact(words["document.to"], [Line([Run(words["document.body"])])])]
        let names = edition.folder.person?[PersonFields.names].value ?? []
        let name =
            names.isEmpty
            ? [Run(words["answers.personNotNamed"])]
            : phrases.runs(names, channel: catalogue.channel, kind: .subject)
        facts.append(Fact(words["document.person"], [Line(name)]))
        facts.append(Fact(words["document.standard"], [Line([Run(words["document.standardText"])])]))
        facts.append(Fact(words["document.number"], [Line([Run(number)])]))
        facts.append(Fact(words["document.date"], [Line([Run(phrases.day(day))])]))
        return facts
    }
}
