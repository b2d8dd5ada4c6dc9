public import DossierModel

/// What the Universal Periodic Review asks of stakeholders' reports, as Templates/upr states it.
public struct ReportProfile: Sendable, Hashable {
    public var channel: String
    /// Stamped on every document that is made with the profile.
    public var version: String
    public var checkedOn: Day
    /// The official languages of the United Nations.
    public var languages: [LanguageTag]
    /// Those of them that are read soonest.
    public var preferred: [LanguageTag]
    public var workingLanguages: [LanguageTag]
    public var document: Profile.DocumentKind
    public var versions: [Version]
    /// Before the window closes, from when on the check warns.
    public var warnHours: Int
    public var cycles: [Cycle]
    public var windows: [Window]
    public var reviews: [Review]
    public var rules: [RuleDefinition]
    public var sources: [Profile.Source]

    /// The guide of one cycle: how long a report may be.
    public struct Version: Sendable, Hashable, Identifiable {
        public var id: String
        public var cycle: Int
        public var unit: Unit
        public var individual: Int
        public var joint: Int
        public var trust: Trust

        public func limit(isJoint: Bool) -> Int { isJoint ? joint : individual }

        public enum Unit: String, Sendable, Hashable, CaseIterable {
            case pages, words
        }
    }

    /// Which sessions of the Working Group belong to a cycle.
    public struct Cycle: Sendable, Hashable {
        public var cycle: Int
        public var sessions: ClosedRange<Int>
    }

    /// When reports for a session are taken, in Geneva's time.
    public struct Window: Sendable, Hashable {
        public var session: Int
        public var opens: ClockTime
        public var closes: ClockTime
        public var trust: Trust
    }

    /// When a State was reviewed.
    public struct Review: Sendable, Hashable {
        public var state: StateCode
        public var cycle: Int
        public var session: Int
        public var day: Day
    }

    /// A day and the time shown by the clocks of a place, without saying which place.
    public struct ClockTime: Sendable, Hashable {
        public var day: Day
        public var hour: Int
        public var minute: Int

        /// `2024-04-08T23:59`.
        public init?(_ text: String) {
            let parts = text.split(separator: "T", omittingEmptySubsequences: false)
            guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
            let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
            guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(clock[0]),
                let minute = Int(clock[1]), (0...23).contains(hour), (0...59).contains(minute)
            else { return nil }
            self.day = day
            self.hour = hour
            self.minute = minute
        }
    }

    /// The guide that holds for a cycle: its own, else the last before it.
    public func version(of cycle: Int) -> Version? {
        versions.filter { $0.cycle <= cycle }.max { $0.cycle < $1.cycle }
    }

    /// The cycle that a report names, else that of its session.
    public func cycle(of report: Record) -> Int? {
        report[ReportFields.cycle].value ?? report[ReportFields.session].value.flatMap(cycle(of:))
    }

    /// The guide that holds for a report.
    public func version(of report: Record) -> Version? { cycle(of: report).flatMap(version(of:)) }

    public func cycle(of session: Int) -> Int? { cycles.first { $0.sessions.contains(session) }?.cycle }

    public func window(of session: Int) -> Window? { windows.first { $0.session == session } }

    /// The last review of a State before a session.
    public func review(of state: StateCode, before session: Int) -> Review? {
        reviews.filter { $0.state == state && $0.session < session }.max { $0.session < $1.session }
    }
}
