import DossierArchives
import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierManuscripts
import DossierModel
import DossierProfiles
import DossierTestSupport
import DossierXML
import Testing

/// A report composed of a made-up manuscript, with a case, an account and an exhibit that may be published.
struct ReportStory {
    let document: Document
    let sources: ReportSources

    init(_ story: ManuscriptStory, language: LanguageTag = .english, recommendations: [Recommendation] = []) throws {
        let day = try #require(Day("2026-11-24"))
        var cases = try CaseStory.withEvidence()
        for consent in try cases.records() where consent.kind == .consent {
            cases = try cases.with("purposes", of: consent.id.text, "[publish]")
                .with("recipients", of: consent.id.text, "[upr]").with("nameForm", of: consent.id.text, "full")
        }
        let folder = try cases.folder()
        let edition = Discloser(audience: .readers(of: "upr"), on: day).edition(of: folder)
        var sources = ReportSources(
            cases: [
                .init(edition: edition, codes: SourceCodes(folder.evidence) { "\($0.text)-code" }, number: "c0ffee")
            ],
            recommendations: recommendations,
            figures: [
                "by-decade": Figure(
                    id: "count-by-decade", title: "Cases", description: "Bars", head: ["Decade", "Number"],
                    rows: [.init("1950s", 3), .init("알 수 없음", 0)], notes: ["Counted: cases."])
            ])
        sources.places[folder.caseRecord.id] = .whole
        for record in folder.evidence.records {
            let items = record[TestimonyFields.paragraphs].value ?? []
            sources.places[record.id] =
                record.kind == .testimony
                ? .paragraphs(Set(items.compactMap { $0[ParagraphFields.number].value })) : .pages(3)
        }
        self.sources = sources
        let composer = ReportComposer(
            profile: try ProjectFolder.reportProfile(),
            phrases: Phrasebook(
                wording: try ProjectFolder.reportWording(language), states: try ProjectFolder.states(),
                institutions: try ProjectFolder.institutions()))
        document = composer.document(of: try story.manuscript(), drawingOn: sources, number: "n1", on: day)
    }

    var footnotes: [String] { document.footnotes.map { $0.runs.map(\.text).joined() } }

    var paragraphs: [Paragraph] { document.sections.flatMap(\.paragraphs) }

    /// The parts of the Word file as trees.
    func word() throws -> [String: XMLElement] {
        try ZipReader.files(in: try Self.writer().bytes(document)).mapValues { try SafeXMLParser.parse($0) }
    }

    static func writer() throws -> WordWriter {
        WordWriter(
            style: WordStyle(
                styles: try ProjectFolder.templates.text("word/styles.xml"),
                fonts: try ProjectFolder.templates.text("word/fonts.xml"),
                theme: try ProjectFolder.templates.text("word/theme.xml")))
    }
}
