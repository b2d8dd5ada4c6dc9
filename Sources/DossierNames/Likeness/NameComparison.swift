/// How alike two names are, and why.
public struct NameComparison: Sendable, Hashable {
    /// From 0, nothing alike, to 1, alike in every sound.
    public var score: Double
    public var verdict: Verdict
    /// What a reader is told, the weightiest first; empty for names that cannot be read.
    public var reasons: [Reason]

    /// What the likeness of two names says of the two. It never says that two persons are one: many people bear one name.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case same, unsure, different
    }

    /// One thing that speaks for or against, as data; its words stand in the templates.
    public enum Reason: Sendable, Hashable {
        /// The surnames are one, in these spellings.
        case sameSurname(String, String)
        case otherSurname(String, String)
        /// One of the names does not tell its family name.
        case noSurname
        case sameGiven(String, String)
        /// The given names differ in these sounds only; an empty text where one lacks a sound.
        case nearGiven(String, String, [Sounds])
        case otherGiven(String, String)
        /// One of the names tells a family name alone.
        case noGiven
        case initialsAgree(String), initialsDiffer(String)
        /// The Han characters are the same, or read alike but are others.
        case sameCharacters(String)
        case otherCharacters(String, String)
        /// How the names had to be read.
        case way(NameReading.Way)

        public struct Sounds: Sendable, Hashable {
            public var first: String
            public var second: String
        }
    }
}
