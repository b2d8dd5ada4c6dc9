/// What `Templates/names/sounds.yaml` says: the sounds of names, how alike they are, and what letters may stand for.
///
/// A sound is a number below ``count``: an exact one, as Hangul writes it, or a guess at several, as plain Latin letters leave it
/// open (`o` for ㅗ or ㅓ). All costs are whole hundredths.
public struct SoundTable: Sendable {
    /// How far two names may be apart to be called the same, and perhaps the same: likeness from 0 to 1.
    public let verdicts: Verdicts
    let count: Int
    /// The cost of one sound in the place of another, row by row.
    let costs: [UInt8]
    /// The cost of a sound that the other name lacks.
    let missing: [UInt8]
    /// Under which letter an index keeps a sound; nil: not at all.
    let classes: [UInt8?]
    /// How a report names a sound.
    let names: [String]
    let exact: [String: UInt8]
    let plain: Spellings
    let marked: Spellings
    /// Kana as Latin letters.
    let kana: [String: String]
    let titles: Set<String>
    /// Titles that are written without a space after the name.
    let endings: [String]
    let contexts: [Context]

    public struct Verdicts: Sendable, Hashable {
        public var same: Double
        public var unsure: Double
    }

    /// What rows of letters stand for.
    struct Spellings: Sendable {
        /// Rows of sounds by letters.
        var rows: [String: [UInt8]] = [:]
        /// Those whose last letters are silent where no vowel follows.
        var silent: [String: [UInt8]] = [:]
        /// The most letters that stand together.
        var longest = 1
    }

    /// What a sound is where it stands.
    struct Context: Sendable {
        var sound: UInt8
        var place: Place
        /// Any of these before it, and after it; nil: whatever stands there.
        var after: Set<UInt8>?
        var before: Set<UInt8>?
        /// Nil: in all letters.
        var letters: Letters?
        var becomes: UInt8

        enum Place: String, Sendable { case anywhere, name, syllable }
    }

    /// Which letters a spelling is in.
    enum Letters: String, Sendable { case hangul, latin, kana }

    func cost(_ first: UInt8, _ second: UInt8) -> Int { Int(costs[Int(first) * count + Int(second)]) }
}
