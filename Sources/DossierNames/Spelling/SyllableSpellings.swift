/// How one syllable or surname may be written in Latin letters, the most usual first.
struct SyllableSpellings: Sendable {
    let tables: RomanisationTables

    /// What the systems make of a syllable, then what people make of it.
    func spellings(of syllable: HangulSyllable) -> [String] {
        var found = systematic(syllable)
        let habits = tables.habits
        found += syllable.character.flatMap { habits.syllables[String($0)] } ?? []
        let vowels = syllable.final == nil ? habits.openVowels : habits.closedVowels
        found += Self.combined(
            known(syllable.initial, \.initials) + (habits.initials[syllable.initial] ?? []),
            known(syllable.vowel, \.vowels) + (vowels[syllable.vowel] ?? []),
            syllable.final.map { known($0, \.finals) + (habits.finals[$0] ?? []) } ?? [""])
        return found.uniqued
    }

    /// Those of a surname: as people write it, then by the systems, of each of its Hangul spellings.
    func spellings(ofSurname hangul: String) -> [String] {
        let known = tables.surnames.first { $0.hangul.contains(hangul) }
        let words = (known?.hangul ?? [hangul]).map { $0.unicodeScalars.compactMap(HangulSyllable.init) }
        let systematic = words.flatMap { word -> [String] in
            let lists = word.map { known == nil ? spellings(of: $0) : self.systematic($0) }
            return RankedCombinations(lists).first(60).map { $0.joined() }
        }
        return ((known?.latin ?? []).map { $0.lowercased() } + systematic).uniqued
    }

    private func systematic(_ syllable: HangulSyllable) -> [String] {
        tables.systems.flatMap { system in
            Self.combined(
                system.initials[syllable.initial] ?? [], system.vowels[syllable.vowel] ?? [],
                syllable.final.map { system.finals[$0] ?? [] } ?? [""])
        }.uniqued
    }

    /// What any system makes of a letter.
    private func known(
        _ letter: Character, _ part: KeyPath<RomanisationTables.Letters, [Character: [String]]>
    ) -> [String] {
        tables.systems.flatMap { $0[keyPath: part][letter] ?? [] }.uniqued
    }

    private static func combined(_ initials: [String], _ vowels: [String], _ finals: [String]) -> [String] {
        let lists = [initials.uniqued, vowels.uniqued, finals.uniqued]
        return RankedCombinations(lists).first(64).map { $0.joined() }
    }
}

extension Array where Element: Hashable {
    /// The first of each, in order.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
