import DossierModel
import DossierProfiles

/// The documentation of a profile's rules, from the profile and its words.
struct RulesPage {
    let rules: RuleSet
    let words: Wording

    var text: String {
        let head = """
            # The rules of the profile “\(rules.channel)”, version \(rules.version)

            Sources were last checked on \(rules.checkedOn). Trust: V read in a UN text; V2 read in another \
            organisation's copy or guide; CALC plain deduction from these; HOUSE a rule of this house, for the safety of \
            people; UNVERIFIED recalled and not read. A rule that \
            is UNVERIFIED advises and never blocks. This page is made by `dossier rules --for \(rules.channel) --markdown`.


            """
        let sources = rules.sources.map { "- \($0.id): \($0.title)\n" }.joined()
        return head + rules.rules.map(section).joined() + "## Sources\n\n" + sources
    }

    private func section(_ rule: RuleDefinition) -> String {
        let cited = rule.sources.joined(separator: ", ")
        var text = "## `\(rule.id)`\n\n"
        text += "\(rule.clause). \(rule.severity == .blocks ? "Blocks" : "Advises"); \(rule.trust.rawValue); "
        text += "sources \(cited); checked on \(rule.checkedOn).\n\n"
        let prefix = "rules.\(rule.id)."
        let headlines = words.keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix("headline") }.sorted()
        for key in headlines {
            let stem = key.dropLast("headline".count)
            text += "- **\(words[key])** \(words["\(stem)why"]) *\(words["\(stem)mend"])*\n"
        }
        return text + "\n"
    }
}

/// What all profiles have: rules with their sources.
struct RuleSet {
    var channel: String
    var version: String
    var checkedOn: Day
    var rules: [RuleDefinition]
    var sources: [Profile.Source]

    init(_ profile: Profile) {
        (channel, version, checkedOn) = (profile.channel, profile.version, profile.checkedOn)
        (rules, sources) = (profile.rules, profile.sources)
    }

    init(_ profile: ReportProfile) {
        (channel, version, checkedOn) = (profile.channel, profile.version, profile.checkedOn)
        (rules, sources) = (profile.rules, profile.sources)
    }
}
