public import DossierDisclosure
public import DossierModel
public import DossierProfiles

/// Composes the communication on one person out of an edition of the case, after a profile.
public struct PetitionComposer: Sendable {
    public let profile: Profile
    public let phrases: Phrasebook

    public init(profile: Profile, phrases: Phrasebook) {
        self.profile = profile
        self.phrases = phrases
    }

    /// The document of an edition. Of `shortfalls`, what the case lacks, the blocking ones become marked gaps and make the
    /// document a draft; `number` is opaque, `codes` stand for sources that are not named; `day` is the date of the document, on which the procedure is judged too.
    public func document(
        for edition: Edition, shortfalls: [Shortfall], standing: ProcedureStanding.Assessment, number: String,
        codes: SourceCodes = SourceCodes(), on day: Day
    ) -> Document {
        let isPetition = edition.audience.edition == "full"
        let blocking = isPetition ? shortfalls.filter { $0.rule.severity == .blocks } : []
        let rows = RowComposer(profile: profile, phrases: phrases, edition: edition, blocking: blocking)
        var citations = Citations(
            edition: edition,
            answers: AnswerComposer(
                phrases: phrases, channel: profile.channel, persons: edition.folder.others, namesDate: nil),
            codes: codes)
        var sections = rows.sections(citing: &citations)
        let answered = sections.flatMap(\.paragraphs).count
        sections += citations.annexes(numberedFrom: answered + 1)
        let words = phrases.wording
        return Document(
            identity: Document.Identity(
                actor: profile.channel, subtype: profile.document.subtype, name: profile.document.name,
                number: isPetition ? number : "\(number)-\(edition.audience.edition)", date: day,
                authorLabel: words["document.author"], bodyLabel: words["document.body"],
                personLabel: words["document.person"]),
            language: phrases.language, title: words["document.title"],
            metaTitle: words.filled("document.metaTitle", ["number": number]),
            editionNote: words["editions.\(edition.audience.edition)"], draft: isPetition ? draft(rows) : nil,
            caption: caption(edition, standing: standing, number: number, day: day),
            overview: isPetition ? overview(rows, sections) : nil, sections: sections,
            signature: isPetition ? signature(edition) : nil, footnotes: citations.footnotes,
            annexes: citations.annexes,
            notes: edition.markedConfidential.isEmpty ? [] : [words["document.confidentialNote"]],
            furniture: Document.Furniture(
                contents: words["document.contents"], skip: words["document.skip"],
                confidential: words["document.confidential"],
                footer: words.filled(
                    "document.footer",
                    ["profile": profile.channel, "version": profile.version, "number": number]),
                footnotes: words["document.footnotes"]))
    }

    /// Set when something that is required is missing, or is known and may not be disclosed.
    private func draft(_ rows: RowComposer) -> Document.Draft? {
        let count = rows.blocking.count + rows.undisclosed.count
        guard count > 0 else { return nil }
        let words = phrases.wording
        let note = count == 1 ? words["draft.noteOne"] : words.filled("draft.note", ["count": String(count)])
        let missing = rows.blocking.filter { $0.rule.row == nil }.map {
            words.filled($0.key("headline"), $0.arguments)
        }
        return Document.Draft(stamp: words["draft.stamp"], note: note, missing: missing)
    }

    private func caption(
        _ edition: Edition, standing: ProcedureStanding.Assessment, number: String, day: Day
    ) -> [Fact] {
        let words = phrases.wording
        let folder = edition.folder
        var facts: [Fact] = []
        if edition.audience.edition == "full" {
            facts.append(
                Fact(
                    words["document.to"],
                    [
                        Line([Run(words["document.body"])]), Line([Run(words["document.bodyAddress"])]),
                        Line([Run(words["document.bodyMail"])]),
                    ]))
        }
        let names = folder.person?[PersonFields.names].value ?? []
        if !names.isEmpty {
            facts.append(
                Fact(
                    words["document.person"],
                    [Line(phrases.runs(names, channel: profile.channel, kind: .subject))]))
        }
        for (key, field) in [
            ("statesAddressed", CaseFields.statesAddressed), ("statesCopied", CaseFields.statesCopied),
        ] {
            guard let states = folder.caseRecord[field].value else { continue }
            facts.append(Fact(words["document.\(key)"], states.map { Line([Run(phrases.state($0))]) }))
        }
        if edition.audience.edition == "full" {
            let text = words.filled("procedureText.\(standing.rawValue)", ["date": phrases.day(day)])
            facts.append(Fact(words["document.procedure"], [Line([Run(text)])]))
        }
        facts.append(Fact(words["document.number"], [Line([Run(number)])]))
        facts.append(Fact(words["document.date"], [Line([Run(phrases.day(day))])]))
        return facts
    }

    /// Which paragraphs answer each of the minimum elements: those rules that block and have a row.
    private func overview(_ rows: RowComposer, _ sections: [Section]) -> Document.Overview {
        let words = phrases.wording
        let elements = profile.rules.filter { words.contains("elements.\($0.id)") }
        let answers = elements.map { rule -> [Run] in
            if rows.blocking.contains(where: { $0.rule.id == rule.id }) {
                return [Run(words["document.notAnswered"], kind: .gap)]
            }
            let numbers = rows.numbers(answering: rule, in: sections)
            guard !numbers.isEmpty, !rows.undisclosed.contains(where: { $0.id == rule.row }) else {
                return [Run(words["document.notAnswered"], kind: .gap)]
            }
            return [
                Run(
                    words.filled(
                        "document.paragraphs", ["numbers": numbers.map(String.init).joined(separator: ", ")]))
            ]
        }
        return Document.Overview(
            heading: words["document.minimum"], note: words["document.minimumNote"],
            columns: [words["document.element"], words["document.answeredIn"]],
            rows: elements.map { [Run(words["elements.\($0.id)"])] }, answers: answers)
    }

    private func signature(_ edition: Edition) -> Document.Signature {
        let words = phrases.wording
        let signed = (edition.folder.caseRecord[CaseFields.author].value ?? [])
            .compactMap { $0[AuthorFields.signedOn].value?.date }.first
        return Document.Signature(
            heading: words["document.signature"], line: words["document.signHere"],
            date: signed.map { words.filled("document.signedOn", ["date": phrases.date($0)]) })
    }
}
