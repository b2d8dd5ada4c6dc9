import Foundation

extension NameReader {
    /// Han characters as Koreans, Chinese and Japanese read them; with kana among them as Japanese do.
    func hanReadings(_ text: String) -> [NameReading] {
        let words = text.split { $0.isWhitespace || "・·,、".contains($0) }.map(String.init)
        if words.count == 2 { return hanReadings(family: words[0], given: words[1], penalty: 0) }
        let name = words.joined()
        let characters = Array(name)
        if let kana = characters.firstIndex(where: isKana) {
            guard kana > 0 else { return japanese(family: nil, given: name, penalty: 0) }
            return japanese(
                family: String(characters[..<kana]), given: String(characters[kana...]), penalty: 0)
        }
        guard characters.count > 1 else { return hanReadings(family: "", given: name, penalty: 0) }
        // A family name or a given name alone.
        var found = characters.count > 2 ? [] : japanese(family: nil, given: name, penalty: 6)
        for length in [2, 1] where length < characters.count {
            let family = String(characters.prefix(length))
            let given = String(characters.dropFirst(length))
            let isSurname = !korean(Array(family)).filter { !surnames.surnames(hangul: $0.text).isEmpty }.isEmpty
            if isSurname || length == 1 {
                found += korean(family: family, given: given, penalty: length == 1 && characters.count > 2 ? 4 : 0)
            }
            if length == 1 { found += mandarin(family: family, given: given, penalty: 4) }
            if characters.count > 2 || length == 1 { found += japanese(family: family, given: given, penalty: 6) }
        }
        return found
    }

    func hanReadings(family: String, given: String, penalty: Int) -> [NameReading] {
        if (family + given).contains(where: isKana) { return japanese(family: family, given: given, penalty: penalty) }
        return korean(family: family, given: given, penalty: penalty)
            + mandarin(family: family, given: given, penalty: penalty + 4)
            + japanese(family: family, given: given, penalty: penalty + 6)
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

    // MARK: Japanese

    private func japanese(family: String?, given: String, penalty: Int) -> [NameReading] {
        let families = family.map { spoken($0) } ?? [""]
        let name = (family ?? "") + given
        // Kana write the same name as characters do.
        let han = name.contains(where: isKana) ? "" : tables.han.folded(name)
        let written = family ?? ""
        let whole = given
        return families.prefix(8).enumerated().flatMap { place, family in
            spoken(given).prefix(8).enumerated().flatMap { rank, given in
                latinReadings(
                    family: family.isEmpty ? nil : family, given: given, penalty: penalty + (place + rank) / 2,
                    way: .japanese, han: han
                ).prefix(1).map { $0.written(family: written, given: whole) }
            }
        }
    }

    /// Latin spellings of kana and of Han characters by their Japanese readings.
    private func spoken(_ text: String) -> [String] {
        var lists: [[String]] = []
        var kana = ""
        let flush = { (lists: inout [[String]], kana: inout String) in
            if !kana.isEmpty { lists.append([latinLetters(ofKana: kana)]) }
            kana = ""
        }
        for character in text {
            if isKana(character) || character == "ー" {
                kana.append(character)
            } else {
                flush(&lists, &kana)
                lists.append((tables.han[character]?.japanese ?? []).map(shortened))
            }
        }
        flush(&lists, &kana)
        return RankedCombinations(lists).first(24).map { $0.joined() }
    }

    /// Small kana belong to the one before; a long vowel is read as a short one.
    private func latinLetters(ofKana text: String) -> String {
        let kana = text.unicodeScalars.map { scalar -> Character in
            let folded =
                (0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
            return Character(folded)
        }
        var letters = ""
        var index = 0
        while index < kana.count {
            let pair = index + 1 < kana.count ? String([kana[index], kana[index + 1]]) : ""
            if let found = tables.sounds.kana[pair] {
                letters += found
                index += 2
            } else {
                letters += tables.sounds.kana[String(kana[index])] ?? ""
                index += 1
            }
        }
        return shortened(letters)
    }

    private func shortened(_ letters: String) -> String {
        [("ou", "o"), ("oo", "o"), ("uu", "u")].reduce(letters) { text, pair in
            text.replacingOccurrences(of: pair.0, with: pair.1)
        }
    }

    private func isKana(_ character: Character) -> Bool {
        character.unicodeScalars.contains {
            (0x3041...0x3096).contains($0.value) || (0x30A1...0x30FA).contains($0.value)
        }
    }
}
