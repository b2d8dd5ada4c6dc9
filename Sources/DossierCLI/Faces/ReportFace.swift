import DossierDocuments
import DossierManuscripts
import DossierModel
import DossierProfiles
import Foundation

/// Tells people how a report stands: its length, its window, and what it lacks.
struct ReportFace {
    let work: ReportWork
    let messages: Wording
    let wording: Wording
    let states: States
    let terminal: Terminal

    func show(_ judged: ReportWork.Judged) {
        let report = judged.manuscript.report
        terminal.line(
            "\(terminal.styled(report.id.text, .bold))  \(head(report))  "
                + terminal.styled(
                    messages[judged.isReady ? "check.ready" : "check.notReady"], judged.isReady ? .green : .red))
        terminal.line("  \(length(judged))")
        terminal.line("  \(form(judged))")
        if let window = window(report) { terminal.line("  \(window)") }
        let shortfalls = ShortfallFace(wording: wording, messages: messages, terminal: terminal)
        for shortfall in judged.shortfalls { terminal.write(shortfalls.text(shortfall)) }
        let blocking = judged.shortfalls.count { $0.rule.severity == .blocks }
        terminal.line(
            messages.filled(
                "upr.count", ["blocking": "\(blocking)", "advice": "\(judged.shortfalls.count - blocking)"]))
    }

    private func head(_ report: Record) -> String {
        let state = report[ReportFields.state].value.map { states.name(of: $0, in: messages.language) } ?? "—"
        return messages.filled(
            "upr.head",
            [
                "state": state, "session": report[ReportFields.session].value.map(String.init) ?? "—",
                "form": report[ReportFields.form].value.map { wording["choices.report.form.\($0)"] } ?? "—",
            ])
    }

    private func length(_ judged: ReportWork.Judged) -> String {
        var arguments = counts(judged.words)
        guard let version = work.profile.version(of: judged.manuscript.report) else {
            return messages.filled("upr.words.none", arguments)
        }
        arguments["limit"] = "\(version.limit(isJoint: judged.manuscript.isJoint))"
        arguments["version"] = version.id
        arguments["checked"] = "\(work.profile.checkedOn)"
        arguments["trust"] = messages["upr.trust.\(version.trust.rawValue)"]
        return messages.filled("upr.words.\(version.unit.rawValue)", arguments)
    }

    /// What the file that is uploaded is like: what the writers always do, said where people look for it.
    private func form(_ judged: ReportWork.Judged) -> String {
        messages.filled(
            "upr.uploaded",
            [
                "paragraphs": "\(judged.document.sections.flatMap(\.paragraphs).compactMap(\.number).max() ?? 0)",
                "language": judged.manuscript.language.text,
            ])
    }

    private func counts(_ words: WordCounts) -> [String: String] {
        [
            "body": "\(words.body)", "notes": "\(words.notes)", "annexes": "\(words.annexes)",
            "cover": "\(words.cover)", "all": "\(words.all)",
        ]
    }

    private func window(_ report: Record) -> String? {
        clock(of: report).map { window in
            messages.filled(
                "upr.window",
                [
                    "opens": window.opens, "closes": window.closes, "opensHere": window.opensHere,
                    "closesHere": window.closesHere, "zone": window.zone,
                ])
        }
    }

    private func clock(of report: Record) -> Plain.Window? {
        guard let session = report[ReportFields.session].value, let window = work.profile.window(of: session),
            let opens = GenevaClock.moment(window.opens), let closes = GenevaClock.moment(window.closes),
            let geneva = GenevaClock.zone
        else { return nil }
        return Plain.Window(
            opens: GenevaClock.text(opens, in: geneva), closes: GenevaClock.text(closes, in: geneva),
            opensHere: GenevaClock.text(opens, in: work.zone), closesHere: GenevaClock.text(closes, in: work.zone),
            zone: work.zone.identifier)
    }

    // MARK: JSON

    struct Plain: Encodable {
        var id: String
        var ready: Bool
        var words: Words
        var limit: Int?
        var unit: String?
        var rules: String?
        var trust: String?
        var profile: String
        var checked: String
        var paragraphs: Int
        var window: Window?
        var citations: Int
        var shortfalls: [ShortfallFace.Plain]

        /// In Geneva's time and in that of the people at work, as `2024-04-08 23:59`.
        struct Window: Encodable {
            var opens: String
            var closes: String
            var opensHere: String
            var closesHere: String
            var zone: String
        }

        struct Words: Encodable {
            var body: Int
            var notes: Int
            var annexes: Int
            var cover: Int
            var all: Int
        }
    }

    func plain(_ judged: ReportWork.Judged) -> Plain {
        let version = work.profile.version(of: judged.manuscript.report)
        let words = judged.words
        let face = ShortfallFace(wording: wording, messages: messages, terminal: terminal)
        return Plain(
            id: judged.manuscript.report.id.text, ready: judged.isReady,
            words: .init(
                body: words.body, notes: words.notes, annexes: words.annexes, cover: words.cover, all: words.all),
            limit: version?.limit(isJoint: judged.manuscript.isJoint), unit: version?.unit.rawValue, rules: version?.id,
            trust: version?.trust.rawValue, profile: "\(work.profile.channel) \(work.profile.version)",
            checked: "\(work.profile.checkedOn)",
            paragraphs: judged.document.sections.flatMap(\.paragraphs).compactMap(\.number).max() ?? 0,
            window: clock(of: judged.manuscript.report),
            citations: ManuscriptWalk(judged.manuscript).citations.count, shortfalls: judged.shortfalls.map(face.plain))
    }
}
