import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// Reads a manuscript with all that it draws on, composes its report and judges it.
struct ReportWork: Sendable {
    let profile: ReportProfile
    let composer: ReportComposer
    let check: ReportCheck
    let libraryPath: String
    private let states: States
    /// Of the document, and on which consents must stand.
    let day: Day
    let now: Date
    let zone: TimeZone

    /// A report as it stands, with what it lacks.
    struct Judged: Sendable {
        var manuscript: Manuscript
        var document: Document
        var words: WordCounts
        var shortfalls: [Shortfall]
        /// The cases that it draws on.
        var cited: [RecordID]

        /// In words; nil where none is known or it is one of pages.
        var limit: Int?

        var isReady: Bool { shortfalls.areReady }

        /// Whether something of the text cannot be taken over at all, such as raw HTML or a mark without its note.
        var holdsBadInput: Bool { shortfalls.contains { $0.rule.judge == "markupPlain" } }

        /// How a command ends that was to judge the report.
        var status: Refusal.Status? { holdsBadInput ? .badInput : isReady ? nil : .wanting }
    }

    init(office: Office, library: String?, day: Day, now: Date, zone: TimeZone, language: LanguageTag) throws {
        profile = try office.reportProfile()
        composer = ReportComposer(
            profile: profile,
            phrases: Phrasebook(
                wording: try office.reportWording(language), states: try office.states(),
                institutions: try office.institutions()))
        check = ReportCheck(profile: profile)
        states = try office.states()
        libraryPath = office.libraryPath(library)
        self.day = day
        self.now = now
        self.zone = zone
    }

    func judged(_ manuscript: Manuscript, others: [Manuscript]) throws -> Judged {
        let walk = ManuscriptWalk(manuscript)
        let reading = try ReportReading(
            walk: walk, manuscript: manuscript, library: libraryPath, channel: profile.channel, day: day,
            phrases: composer.phrases, states: states)
        var document = composer.document(
            of: manuscript, drawingOn: reading.sources, number: reading.number, on: day)
        let words = WordCounts(of: document)
        var standings: [CitationUse: CitationStanding] = [:]
        for use in walk.citations { standings[use] = reading.sources.standing(of: use.citation) }
        let shortfalls = check.shortfalls(
            of: manuscript,
            in: ReportCircumstances(
                now: now, localZone: zone, words: words, standings: standings,
                names: reading.names(in: manuscript), others: others.filter(isBeside(manuscript)).map(OtherReport.init))
        )
        // A window that is not open keeps nobody from making the file.
        composer.mark(
            &document,
            asDraftFor: shortfalls.filter { $0.rule.severity == .blocks && $0.rule.judge != "windowOpen" })
        return Judged(
            manuscript: manuscript, document: document, words: words, shortfalls: shortfalls,
            cited: reading.sources.cases.map(\.edition.folder.caseRecord.id), limit: limit(of: manuscript))
    }

    private func limit(of manuscript: Manuscript) -> Int? {
        guard let version = profile.version(of: manuscript.report), version.unit == .words else { return nil }
        return version.limit(isJoint: manuscript.isJoint)
    }

    /// Whether another manuscript is for the same review.
    private func isBeside(_ one: Manuscript) -> (Manuscript) -> Bool {
        { other in
            other.report.id != one.report.id
                && other.report[ReportFields.state].value == one.report[ReportFields.state].value
                && other.report[ReportFields.session].value == one.report[ReportFields.session].value
        }
    }
}

extension Office {
    func reportProfile() throws -> ReportProfile {
        try ReportProfileReader.profile(
            from: try templates.document("upr/profile.yaml"), file: "\(templates.folder)/upr/profile.yaml"
        ) { ReportJudges.words.contains($0) }
    }

    /// The words of reports and of their checks.
    func reportWording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "upr/wording"].map {
                try templates.document("\($0).\(language).yaml")
            })
    }
}
