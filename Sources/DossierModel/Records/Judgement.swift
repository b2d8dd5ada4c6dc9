/// What somebody decided about two records.
public struct Judgement: Sendable, Hashable {
    /// The one whose id comes first.
    public let first: RecordID
    public let second: RecordID
    public let verdict: Verdict
    /// Who decided, by the code of the house; when, in UTC; and why.
    public let actor: String
    public let at: String
    public let reason: String

    public init(
        _ one: RecordID, _ other: RecordID, _ verdict: Verdict, actor: String = "", at: String = "", reason: String = ""
    ) {
        first = min(one, other)
        second = max(one, other)
        self.verdict = verdict
        self.actor = actor
        self.at = at
        self.reason = reason
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// They tell of one person.
        case same
        case different
        /// Somebody has looked and could not tell.
        case unsure
    }
}
