public import DossierModel

/// Judges a case against every rule of a profile.
public struct CaseCheck: Sendable {
    public let profile: Profile
    public let states: States
    public let institutions: Institutions
    /// The day on which the body is taken to receive the submission.
    public let receivedOn: Day
    /// The language the submission will be in.
    public let language: LanguageTag
    private let judged: [(rule: RuleDefinition, judge: any Judge)]

    public init(
        profile: Profile, states: States, institutions: Institutions, receivedOn: Day, language: LanguageTag = .english
    ) {
        self.profile = profile
        self.states = states
        self.institutions = institutions
        self.receivedOn = receivedOn
        self.language = language
        judged = profile.rules.compactMap { rule in Judges.judge(rule.judge).map { (rule, $0) } }
    }

    /// Everything the case lacks, blocking shortfalls first, each group in the order of the profile.
    public func shortfalls(of folder: CaseFolder) -> [Shortfall] {
        let printed = PrintedText.all(in: folder, profile: profile)
        let all = judged.flatMap { rule, judge in
            judge.judge(Hearing(folder: folder, rule: rule, check: self, printedTexts: printed))
        }
        return all.filter { $0.rule.severity == .blocks } + all.filter { $0.rule.severity == .advises }
    }
}

extension [Shortfall] {
    /// Whether the submission can go as it stands.
    public var areReady: Bool { !contains { $0.rule.severity == .blocks } }
}

/// What a judge has before it: one case, one rule, and the check's circumstances.
struct Hearing {
    let folder: CaseFolder
    let rule: RuleDefinition
    let check: CaseCheck
    /// Every text that the document prints, found once for all judges.
    let printedTexts: [PrintedText]

    /// A shortfall at a field of a record; at the record as a whole when the field is not there.
    func shortfall(
        at field: FieldDefinition, of record: Record?, variant: String? = nil, _ arguments: [String: String] = [:]
    ) -> Shortfall {
        let record = record ?? folder.caseRecord
        // The id of an item's field has three parts; its line is that of the list in which the item stands.
        let top = field.id.split(separator: ".").dropFirst().first.map(String.init) ?? field.name
        let entry = record.entries[top]
        let line = entry.map(\.line) ?? record.origin?.line
        return Shortfall(
            rule: rule,
            place: .init(
                record: record.id, field: field.id, file: record.origin?.file, line: line == 0 ? nil : line),
            variant: variant, arguments: arguments)
    }
}

/// Applies one kind of rule. A judge returns shortfalls; it never prints and never throws.
protocol Judge: Sendable {
    func judge(_ hearing: Hearing) -> [Shortfall]
}
