public import DossierModel

/// Reads the profile of reports out of the plain tree of `upr/profile.yaml`.
public struct ReportProfileReader {
    private var nodes = ProfileNodes()

    /// `isJudge` says which words name a judge of reports.
    /// - Throws: ``ProfileReader/Unusable`` with every fault of the file.
    public static func profile(
        from node: PlainNode, file: String, isJudge: (String) -> Bool
    ) throws -> ReportProfile {
        var reader = ReportProfileReader()
        let profile = reader.profile(node, isJudge)
        let problems = reader.nodes.problems
        guard let profile, problems.isEmpty else { throw ProfileReader.Unusable(file: file, problems: problems) }
        return profile
    }

    private init() {}

    private mutating func profile(_ node: PlainNode, _ isJudge: (String) -> Bool) -> ReportProfile? {
        let channel = nodes.text("profile", of: node)
        let version = nodes.text("version", of: node)
        let checked = nodes.day("checked", of: node)
        let document = nodes.child("document", of: node)
        let subtype = document.flatMap { nodes.text("subtype", of: $0) }
        let name = document.flatMap { nodes.text("name", of: $0) }
        let warn = nodes.number("warnHours", of: node)
        let sources = nodes.members("sources", of: node).compactMap { nodes.source($0) }
        let known = Set(sources.map(\.id))
        let rules = nodes.members("rules", of: node).compactMap {
            nodes.rule($0, rows: [], sources: known, isJudge: isJudge)
        }
        nodes.noteDoubles(rules.map(\.id), "rule", node)
        let versions = nodes.members("versions", of: node).compactMap { self.version($0) }
        let cycles = nodes.members("cycles", of: node).compactMap { cycle($0) }
        let windows = nodes.members("windows", of: node).compactMap { window($0) }
        let reviews = nodes.members("reviews", of: node).compactMap { review($0) }
        nodes.noteDoubles(versions.map { "\($0.cycle)" }, "version of cycle", node)
        nodes.noteDoubles(windows.map { "\($0.session)" }, "window of session", node)
        let languages = nodes.tags("languages", of: node)
        let preferred = nodes.tags("preferred", of: node)
        let working = nodes.tags("workingLanguages", of: node)
        guard let channel, let version, let checked, let subtype, let name, let warn else { return nil }
        return ReportProfile(
            channel: channel, version: version, checkedOn: checked, languages: languages, preferred: preferred,
            workingLanguages: working, document: .init(subtype: subtype, name: name), versions: versions,
            warnHours: warn, cycles: cycles, windows: windows, reviews: reviews, rules: rules, sources: sources)
    }

    private mutating func version(_ node: PlainNode) -> ReportProfile.Version? {
        guard let id = nodes.text("id", of: node), let cycle = nodes.number("cycle", of: node),
            let unitWord = nodes.text("unit", of: node), let individual = nodes.number("individual", of: node),
            let joint = nodes.number("joint", of: node), let trust = trust(node)
        else { return nil }
        guard let unit = ReportProfile.Version.Unit(rawValue: unitWord) else {
            nodes.problem(node, "a limit is in pages or words")
            return nil
        }
        return .init(id: id, cycle: cycle, unit: unit, individual: individual, joint: joint, trust: trust)
    }

    private mutating func cycle(_ node: PlainNode) -> ReportProfile.Cycle? {
        guard let cycle = nodes.number("cycle", of: node), let first = nodes.number("first", of: node),
            let last = nodes.number("last", of: node)
        else { return nil }
        guard first <= last else {
            nodes.problem(node, "the first session comes before the last")
            return nil
        }
        return .init(cycle: cycle, sessions: first...last)
    }

    private mutating func window(_ node: PlainNode) -> ReportProfile.Window? {
        guard let session = nodes.number("session", of: node), let opens = clock("opens", of: node),
            let closes = clock("closes", of: node), let trust = trust(node)
        else { return nil }
        return .init(session: session, opens: opens, closes: closes, trust: trust)
    }

    private mutating func review(_ node: PlainNode) -> ReportProfile.Review? {
        guard let state = nodes.text("state", of: node).flatMap(StateCode.init),
            let cycle = nodes.number("cycle", of: node), let session = nodes.number("session", of: node),
            let day = nodes.day("date", of: node)
        else {
            nodes.problem(node, "a review has state, cycle, session and date")
            return nil
        }
        return .init(state: state, cycle: cycle, session: session, day: day)
    }

    private mutating func clock(_ key: String, of node: PlainNode) -> ReportProfile.ClockTime? {
        guard let text = nodes.text(key, of: node) else { return nil }
        guard let time = ReportProfile.ClockTime(text) else {
            nodes.problem(node, "“\(key)” is a day and a time, written YYYY-MM-DDTHH:MM")
            return nil
        }
        return time
    }

    private mutating func trust(_ node: PlainNode) -> Trust? {
        guard let word = nodes.text("trust", of: node) else { return nil }
        if Trust(rawValue: word) == nil { nodes.problem(node, "trust is V, V2, CALC, HOUSE or UNVERIFIED") }
        return Trust(rawValue: word)
    }
}
