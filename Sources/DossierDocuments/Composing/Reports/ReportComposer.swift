public import DossierManuscripts
public import DossierModel
public import DossierProfiles

/// Composes a report to the Universal Periodic Review out of a manuscript and what it may draw on.
public struct ReportComposer: Sendable {
    public let profile: ReportProfile
    public let phrases: Phrasebook

    public init(profile: ReportProfile, phrases: Phrasebook) {
        self.profile = profile
        self.phrases = phrases
    }

    /// `number` is opaque; `day` is the date of the document.
    public func document(
        of manuscript: Manuscript, drawingOn sources: ReportSources, number: String, on day: Day
    ) -> Document {
        let words = phrases.wording
        var text = ReportText(
            manuscript,
            citations: ReportCitations(sources: sources, phrases: phrases, channel: profile.channel))
        for file in manuscript.sections { text.add(file, as: .body) }
        for file in manuscript.annexes { text.add(file, as: .annex) }
        let cover = ReportCover(manuscript: manuscript, phrases: phrases)
        return Document(
            identity: Document.Identity(
                actor: "hrc-upr", subtype: profile.document.subtype, name: profile.document.name, number: number,
                date: day, authorLabel: words["report.author"], bodyLabel: words["report.body"], personLabel: nil),
            language: phrases.language, title: cover.title, metaTitle: cover.metaTitle,
            editionNote: words["report.\(manuscript.isJoint ? "joint" : "individual")"], draft: nil,
            caption: cover.facts(on: day), overview: nil, sections: text.sections, numbering: .outline,
            signature: nil, footnotes: text.citations.footnotes, notes: [],
            furniture: Document.Furniture(
                contents: words["report.contents"], skip: words["report.skip"],
                confidential: "", footer: cover.footer, footnotes: words["report.footnotes"]))
    }

    /// Marks a document as one that must not be sent, with the reasons.
    public func mark(_ document: inout Document, asDraftFor blocking: [Shortfall]) {
        guard !blocking.isEmpty else { return }
        var told: [String] = []
        for shortfall in blocking {
            let text = phrases.wording.filled(shortfall.key("headline"), shortfall.arguments)
            if !told.contains(text) { told.append(text) }
        }
        document.draft = Document.Draft(
            stamp: phrases.wording["report.draft"], note: phrases.wording["report.draftNote"], missing: told)
    }
}

/// What stands before the text: the State, the session, and first of all who submits.
struct ReportCover {
    let manuscript: Manuscript
    let phrases: Phrasebook

    private var words: Wording { phrases.wording }
    private var report: Record { manuscript.report }

    private var state: String { report[ReportFields.state].value.map(phrases.state) ?? "—" }

    var title: String {
        report[ReportFields.title].value.map { $0.best(for: phrases.language).text }
            ?? words.filled("report.titleOfState", ["state": state])
    }

    /// State and session: no person, and no organisation that might not want to be found in a file's properties.
    var metaTitle: String { words.filled("report.metaTitle", ["state": state, "session": session]) }

    private var session: String { report[ReportFields.session].value.map(String.init) ?? "—" }

    var footer: String {
        let names = manuscript.submitters.compactMap { submitter in
            submitter[SubmitterFields.acronym].value
                ?? submitter[SubmitterFields.name].value?.best(for: phrases.language).text
        }
        return words.filled(
            "report.footer",
            ["submitters": names.joined(separator: ", "), "state": state, "session": session])
    }

    func facts(on day: Day) -> [Fact] {
        var facts = [Fact(words["report.submittedBy"], manuscript.submitters.map(name))]
        facts.append(Fact(words["report.state"], [line(state)]))
        let cycle = report[ReportFields.cycle].value
        let told = words.filled(
            cycle == nil ? "report.sessionOf" : "report.cycle",
            ["session": session, "cycle": cycle.map(String.init) ?? ""])
        facts.append(Fact(words["report.session"], [line(told)]))
        if let period = report[ReportFields.period].value {
            facts.append(Fact(words["report.period"], [line(phrases.date(period.date))]))
        }
        if let keywords = report[ReportFields.keywords].value {
            facts.append(Fact(words["report.keywords"], [Line([phrases.run(keywords.best(for: phrases.language))])]))
        }
        let about = manuscript.submitters.compactMap(description)
        if !about.isEmpty { facts.append(Fact(words["report.about"], about)) }
        facts.append(Fact(words["report.date"], [line(phrases.day(day))]))
        return facts.filter { !$0.lines.isEmpty }
    }

    private func line(_ text: String) -> Line { Line([Run(text)]) }

    private func name(of submitter: Item) -> Line {
        var runs = submitter[SubmitterFields.name].value.map { [phrases.run($0.best(for: phrases.language))] } ?? []
        if let acronym = submitter[SubmitterFields.acronym].value { runs.append(Run(" (\(acronym))")) }
        if let site = submitter[SubmitterFields.website].value {
            runs += [Run(", "), Run(site, link: WebAddress(site)?.text)]
        }
        return Line(runs)
    }

    private func description(of submitter: Item) -> Line? {
        var runs: [Run] = []
        if manuscript.submitters.count > 1 {
            let name =
                submitter[SubmitterFields.acronym].value
                ?? submitter[SubmitterFields.name].value?.best(for: phrases.language).text
            if let name { runs.append(Run("\(name): ")) }
        }
        let begin = runs.count
        if let activities = submitter[SubmitterFields.activities].value {
            runs.append(phrases.run(activities.best(for: phrases.language)))
        }
        if let founded = submitter[SubmitterFields.founded].value {
            runs.append(Run(" " + words.filled("report.founded", ["date": phrases.date(founded.date)])))
        }
        if let status = submitter[SubmitterFields.ecosoc].value {
            let text = phrases.choice(status, of: SubmitterFields.ecosoc.definition)
            runs.append(Run(" " + words.filled("report.ecosoc", ["status": text])))
        }
        return runs.count > begin ? Line(runs) : nil
    }
}
