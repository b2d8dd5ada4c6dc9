/// What speaks for and against two records telling of one person, feature by feature.
public struct PairEvidence: Sendable, Hashable {
    /// The sum of all bits, the prior included.
    public var bits: Double
    /// What was compared, in the order in which people read it.
    public var reasons: [Reason]

    /// How likely it is that the two are one, from 0 to 1.
    public var probability: Double { MatchBits.probability(bits) }

    /// One thing that was compared, as data; its words stand in the templates.
    public struct Reason: Sendable, Hashable {
        public var feature: Feature
        /// What of the feature was found, by its name in `matching.yaml`.
        public var finding: String
        public var bits: Double
    }

    public enum Feature: String, Sendable, Hashable, CaseIterable {
        case name, birth, sex, father, mother, place, seen, incident, number, occupation
    }
}
