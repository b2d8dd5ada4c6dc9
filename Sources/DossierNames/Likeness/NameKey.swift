/// Under which letters a name is kept, so that all of its spellings are found together: the classes of its sounds, which are the same
/// for 철수, Chol-su, Chul-soo and 哲洙.
public struct NameKey: Sendable, Hashable {
    /// `#12` for a surname of the table, else the classes of its sounds; empty where there is none.
    public var family: String
    /// Empty where only a family name is told.
    public var given: String
}

extension NameReader {
    /// The keys of a name's readings, the likeliest first. A spelling that may be several surnames has a key for each.
    public func keys(of readings: [NameReading]) -> [NameKey] {
        var found: [NameKey] = []
        let least = readings.map(\.penalty).min() ?? 0
        for reading in readings where reading.penalty <= least + 12 {
            let given = reading.given.map { $0.row.key(tables.sounds) } ?? ""
            guard let family = reading.family else {
                found.append(NameKey(family: "", given: given))
                continue
            }
            let families = family.surnames.isEmpty ? [family.row.key(tables.sounds)] : family.surnames.map { "#\($0)" }
            found += families.map { NameKey(family: $0, given: given) }
        }
        return found.uniqued
    }

    /// The classes of the sounds of any word in Hangul, Han characters or Latin letters; empty for one without letters.
    public func soundKey(of word: String) -> String {
        switch NameScript(of: word) {
        case .hangul: hangul.row(syllables(word)).key(tables.sounds)
        case .latin: latin.rows(LatinSounds.letters(word), isMarked: false).first?.key(tables.sounds) ?? ""
        case .han, .japanese: readings(of: word).first.flatMap { ($0.given ?? $0.family)?.row.key(tables.sounds) } ?? ""
        case nil: ""
        }
    }
}
