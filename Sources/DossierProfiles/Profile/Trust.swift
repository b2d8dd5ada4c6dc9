/// How far the source of a rule can be trusted.
public enum Trust: String, Sendable, Hashable, CaseIterable {
    /// Read in a text of the UN itself.
    case verified = "V"
    /// Read in another organisation's copy or guide.
    case secondary = "V2"
    /// Plain deduction from lines that were read.
    case calculated = "CALC"
    /// Asked by nobody else: a rule of this house, for the safety of people.
    case house = "HOUSE"
    /// Recalled, not read.
    case unverified = "UNVERIFIED"

    /// A rule may hold up a petition only when somebody has read where it comes from.
    public var mayBlock: Bool { self != .unverified }
}

/// What a shortfall does to a submission.
public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The body cannot process the submission as it stands.
    case blocks
    /// Worth mending; the submission can go without.
    case advises
}
