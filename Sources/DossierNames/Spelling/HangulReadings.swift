/// The ways in which a given name may be written in Hangul or spoken: as it stands, with the initial sounds of the other
/// half of the country, and with syllables that run together.
struct HangulReadings: Sendable {
    let tables: RomanisationTables

    /// Spellings in Hangul, that of the name itself first.
    func spellings(of given: [HangulSyllable]) -> [[HangulSyllable]] {
        given.reduce([[]]) { heads, syllable in
            let others = alternatives(to: syllable)
            return heads.flatMap { head in ([syllable] + others).map { head + [$0] } }
        }
    }

    /// As spoken, where that differs: `철운` as `처룬`.
    func spoken(_ given: [HangulSyllable]) -> [HangulSyllable]? {
        var result = given
        for index in result.indices.dropLast() {
            let join = tables.joins.first {
                $0.final == result[index].final && $0.initial == result[index + 1].initial
            }
            guard let join else { continue }
            result[index].final = join.becomesFinal
            result[index + 1].initial = join.becomesInitial
        }
        return result == given ? nil : result
    }

    /// The same syllable as the other half of the country writes it, where the two differ.
    private func alternatives(to syllable: HangulSyllable) -> [HangulSyllable] {
        tables.initialSounds.compactMap { sound in
            guard sound.vowels.contains(syllable.vowel), [sound.north, sound.south].contains(syllable.initial)
            else { return nil }
            var other = syllable
            other.initial = syllable.initial == sound.north ? sound.south : sound.north
            return other
        }
    }
}
