import DossierModel
public import DossierProfiles
import Foundation

/// Judges a manuscript against every rule of the profile of reports.
public struct ReportCheck: Sendable {
    public let profile: ReportProfile
    private let judged: [(rule: RuleDefinition, judge: any ReportJudge)]

    public init(profile: ReportProfile) {
        self.profile = profile
        judged = profile.rules.compactMap { rule in ReportJudges.judge(rule.judge).map { (rule, $0) } }
    }

    /// Everything the report lacks, blocking shortfalls first, each group in the order of the profile.
    public func shortfalls(of manuscript: Manuscript, in circumstances: ReportCircumstances) -> [Shortfall] {
        let walk = ManuscriptWalk(manuscript)
        let all = judged.flatMap { rule, judge in
            judge.judge(
                ReportHearing(
                    manuscript: manuscript, walk: walk, rule: rule, profile: profile, circumstances: circumstances))
        }
        return all.filter { $0.rule.severity == .blocks } + all.filter { $0.rule.severity == .advises }
    }
}

/// Applies one rule to a report.
protocol ReportJudge: Sendable {
    func judge(_ hearing: ReportHearing) -> [Shortfall]
}

/// What a judge has before it: one manuscript, one rule, and the circumstances.
struct ReportHearing {
    let manuscript: Manuscript
    let walk: ManuscriptWalk
    let rule: RuleDefinition
    let profile: ReportProfile
    let circumstances: ReportCircumstances

    var report: Record { manuscript.report }
    var session: Int? { report[ReportFields.session].value }

    var version: ReportProfile.Version? { profile.version(of: report) }

    /// A shortfall at a field of the report.
    func shortfall(
        at field: FieldDefinition, line: Int? = nil, variant: String? = nil, _ arguments: [String: String] = [:]
    ) -> Shortfall {
        let top = field.id.split(separator: ".").dropFirst().first.map(String.init) ?? field.name
        let known = line ?? report.entries[top]?.line ?? report.origin?.line
        return Shortfall(
            rule: rule,
            place: .init(
                record: report.id, field: field.id, file: report.origin?.file, line: known == 0 ? nil : known),
            variant: variant, arguments: arguments)
    }

    /// A shortfall at a line of the text.
    func shortfall(
        in file: String, line: Int, variant: String? = nil, _ arguments: [String: String] = [:]
    ) -> Shortfall {
        Shortfall(
            rule: rule, place: .init(record: report.id, field: "text", file: file, line: line == 0 ? nil : line),
            variant: variant, arguments: arguments)
    }
}

extension ReportHearing {
    /// How far the body alone is over a limit in words, and whether everything together is.
    func overLimit(of version: ReportProfile.Version) -> [Shortfall] {
        let words = circumstances.words
        let limit = version.limit(isJoint: manuscript.isJoint)
        guard version.unit == .words, words.body > limit || words.all > limit else { return [] }
        let isBody = words.body > limit
        return [
            shortfall(
                at: ReportFields.form.definition, variant: isBody ? "body" : "all",
                [
                    "body": "\(words.body)", "all": "\(words.all)", "limit": "\(limit)",
                    "over": "\((isBody ? words.body : words.all) - limit)", "version": version.id,
                    "cycle": "\(version.cycle)",
                ])
        ]
    }

    /// A moment by Geneva's clocks and by those of the office.
    func clocks(_ moment: Date) -> [String: String] {
        [
            "geneva": GenevaClock.zone.map { GenevaClock.text(moment, in: $0) } ?? "",
            "local": GenevaClock.text(moment, in: circumstances.localZone),
            "zone": circumstances.localZone.identifier,
        ]
    }
}
