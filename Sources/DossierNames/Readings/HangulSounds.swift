/// What syllables of Hangul sound like.
struct HangulSounds: Sendable {
    let table: SoundTable
    private let readings: HangulReadings

    init(_ table: SoundTable, _ romanisation: RomanisationTables) {
        self.table = table
        readings = HangulReadings(tables: romanisation)
    }

    /// As written, each syllable by itself.
    func row(_ syllables: [HangulSyllable]) -> SoundRow {
        var row: [UInt8] = []
        var starts: Set<Int> = []
        for syllable in syllables {
            let sounds = sounds(of: syllable)
            row = table.joined(row, sounds)
            starts.insert(row.count - sounds.count)
        }
        return SoundRow(table.placed(row, starts: starts, letters: .hangul))
    }

    /// As spoken, where that differs.
    func spokenRow(_ syllables: [HangulSyllable]) -> SoundRow? {
        guard let spoken = readings.spoken(syllables) else { return nil }
        let row = row(spoken)
        return row == self.row(syllables) ? nil : row
    }

    /// The first sound of each syllable.
    func starts(_ syllables: [HangulSyllable]) -> [UInt8] {
        syllables.compactMap { sounds(of: $0).first }
    }

    private func sounds(of syllable: HangulSyllable) -> [UInt8] {
        var names = syllable.initial == "ㅇ" ? [] : [String(syllable.initial)]
        names += Self.vowels[syllable.vowel] ?? [String(syllable.vowel)]
        if let final = syllable.final { names.append(Self.finals[final] ?? String(final)) }
        return names.compactMap { table.exact[$0] }
    }

    /// Vowels that are two sounds.
    private static let vowels: [Character: [String]] = [
        "ㅑ": ["y", "ㅏ"], "ㅒ": ["y", "ㅐ"], "ㅕ": ["y", "ㅓ"], "ㅖ": ["y", "ㅔ"], "ㅛ": ["y", "ㅗ"], "ㅠ": ["y", "ㅜ"],
        "ㅘ": ["w", "ㅏ"], "ㅙ": ["w", "ㅐ"], "ㅝ": ["w", "ㅓ"], "ㅞ": ["w", "ㅔ"], "ㅟ": ["w", "ㅣ"],
    ]

    /// Seven sounds can end a syllable.
    private static let finals: [Character: String] = [
        "ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㄳ": "ㄱ", "ㄺ": "ㄱ", "ㄵ": "ㄴ", "ㄶ": "ㄴ", "ㅅ": "ㄷ", "ㅆ": "ㄷ", "ㅈ": "ㄷ", "ㅊ": "ㄷ",
        "ㅌ": "ㄷ", "ㅎ": "ㄷ", "ㄼ": "ㄹ", "ㄽ": "ㄹ", "ㄾ": "ㄹ", "ㅀ": "ㄹ", "ㄻ": "ㅁ", "ㅄ": "ㅂ", "ㅍ": "ㅂ", "ㄿ": "ㅂ",
    ]
}
