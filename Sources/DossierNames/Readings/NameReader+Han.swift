extension NameReader {
    /// Han characters as Koreans, Chinese and Japanese read them; with kana among them as Japanese do.
    func hanReadings(_ text: String) -> [NameReading] {
        let words = text.split { $0.isWhitespace || "・·,、".contains($0) }.map(String.init)
        if words.count == 2 { return hanReadings(family: words[0], given: words[1], penalty: 0) }
        let name = words.joined()
        let characters = Array(name)
        if name.contains(where: isKana) { return japaneseReadings(name, penalty: 0) }
        guard characters.count > 1 else { return hanReadings(family: "", given: name, penalty: 0) }
        var found = japaneseReadings(name, penalty: 4)
        for length in [2, 1] where length < characters.count {
            let family = String(characters.prefix(length))
            let given = String(characters.dropFirst(length))
            if isKoreanSurname(family) || length == 1 {
                found += korean(family: family, given: given, penalty: length == 1 && characters.count > 2 ? 4 : 0)
            }
            if length == 1 { found += mandarin(family: family, given: given, penalty: 4) }
        }
        return found
    }

    func hanReadings(family: String, given: String, penalty: Int) -> [NameReading] {
        if (family + given).contains(where: isKana) {
            return japaneseReadings(family: family, given: given, penalty: penalty)
        }
        return korean(family: family, given: given, penalty: penalty)
            + mandarin(family: family, given: given, penalty: penalty + 4)
            + japaneseReadings(family: family.isEmpty ? nil : family, given: given, penalty: penalty + 4)
    }

    // MARK: Korean

    private func korean(family: String, given: String, penalty: Int) -> [NameReading] {
        let families = family.isEmpty ? [[]] : korean(Array(family))
        let han = tables.han.folded(family + given)
        // The more frequent surname first, and a reading that is none last: 金 is Kim before it is Kŭm.
        let ranked = families.enumerated().sorted { one, other in
            (rank(one.element), one.offset) < (rank(other.element), other.offset)
        }.map(\.element)
        return ranked.prefix(3).enumerated().flatMap { place, syllables in
            korean(Array(given)).prefix(6).enumerated().flatMap { rank, read in
                hangulReadings(syllables, read, penalty: penalty + place * 4 + min(rank, 3) * 3, way: .korean, han: han)
                    .map { $0.written(family: family, given: given) }
            }
        }
    }

    /// Whether characters can be read as a surname of the table.
    func isKoreanSurname(_ text: String) -> Bool {
        korean(Array(text)).contains { !surnames.surnames(hangul: $0.text).isEmpty }
    }

    /// The place in the table of surnames, where the frequent ones stand first.
    private func rank(_ family: [HangulSyllable]) -> UInt16 { surnames.surnames(hangul: family.text).min() ?? .max }

    /// The ways to read characters in Korean, the usual first; none when one of them has no reading.
    private func korean(_ characters: [Character]) -> [[HangulSyllable]] {
        let lists = characters.map { tables.han[$0]?.hangul ?? [] }
        return RankedCombinations(lists).first(12).map { syllables($0.joined()) }
    }

    // MARK: Mandarin

    private func mandarin(family: String, given: String, penalty: Int) -> [NameReading] {
        let spell = { (text: String) -> String? in
            let words = text.map { tables.han[$0]?.mandarin ?? "" }
            return words.contains("") ? nil : words.joined(separator: "-")
        }
        guard let read = spell(given), let spelt = spell(family) else { return [] }
        return latinReadings(family: spelt.isEmpty ? nil : spelt, given: read, penalty: penalty, way: .mandarin).prefix(
            1
        )
        .map { $0.written(family: family, given: given) }
    }
}
