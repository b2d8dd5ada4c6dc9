/// What `Templates/names/romanisation.yaml` says: how systems and people write Hangul in Latin letters.
public struct RomanisationTables: Sendable {
    let systems: [Letters]
    let habits: Habits
    let initialSounds: [InitialSound]
    let joins: [Join]
    let surnames: [Surname]

    /// What one system makes of each letter, the most usual first.
    struct Letters: Sendable {
        var initials: [Character: [String]]
        var vowels: [Character: [String]]
        var finals: [Character: [String]]
    }

    /// What people write besides.
    struct Habits: Sendable {
        var initials: [Character: [String]]
        var openVowels: [Character: [String]]
        var closedVowels: [Character: [String]]
        var finals: [Character: [String]]
        var syllables: [String: [String]]
    }

    /// A syllable that begins otherwise in the North and in the South, before any of these vowels.
    struct InitialSound: Sendable {
        var north: Character
        var south: Character
        var vowels: Set<Character>
    }

    /// What two letters become where one syllable ends and the next begins.
    struct Join: Sendable {
        var final: Character
        var initial: Character
        var becomesFinal: Character?
        var becomesInitial: Character
    }

    /// One surname in its Hangul spellings, and how people write it.
    struct Surname: Sendable {
        var hangul: [String]
        var latin: [String]
    }

    /// Why the tables cannot be used: every fault of the file.
    public struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
        public var file: String
        public var problems: [String]
        public var description: String { problems.map { "\(file):\($0)" }.joined(separator: "\n") }
    }
}
