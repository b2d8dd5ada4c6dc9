import Foundation

/// Japanese names: kana by their sounds, characters by the dictionary of names, else by the readings of each.
extension NameReader {
    /// At most so many readings of one part.
    private static let mostSpoken = 8

    /// A name in one piece, divided wherever the dictionary knows both parts, or after the characters that kana follow.
    func japaneseReadings(_ name: String, penalty: Int) -> [NameReading] {
        let characters = Array(name)
        var found: [NameReading] = []
        for length in 1..<max(1, min(characters.count, 5)) {
            let family = String(characters.prefix(length))
            let given = String(characters.dropFirst(length))
            let isEndOfCharacters = !isKana(characters[length - 1]) && isKana(characters[length])
            let isKnown =
                !tables.han.kana(family: family).isEmpty
                && !(given.contains(where: isHan) && tables.han.kana(given: given).isEmpty)
            if isEndOfCharacters || isKnown {
                found += japaneseReadings(family: family, given: given, penalty: penalty)
            }
        }
        if found.isEmpty, characters.count > 2, !name.contains(where: isKana) {
            let family = String(characters.prefix(2))
            let given = String(characters.dropFirst(2))
            found += japaneseReadings(family: family, given: given, penalty: penalty + 4)
        }
        // A family name or a given name alone, or kana that nobody divided.
        let whole = spoken(name, asFamily: true) + spoken(name, asFamily: false)
        return found
            + whole.prefix(Self.mostSpoken).flatMap { reading in
                latinReadings(family: nil, given: reading, penalty: penalty + 10, way: .japanese, isKana: true).prefix(
                    1
                )
                .map { $0.written(family: "", given: name) }
            }
    }

    func japaneseReadings(family: String?, given: String, penalty: Int) -> [NameReading] {
        let name = (family ?? "") + given
        // Kana write the same name as characters do.
        let han = name.contains(where: isKana) ? "" : tables.han.folded(name)
        let families = family.map { spoken($0, asFamily: true) } ?? [""]
        return families.prefix(Self.mostSpoken).enumerated().flatMap { place, familyRead in
            spoken(given, asFamily: false).prefix(Self.mostSpoken).enumerated().flatMap { rank, givenRead in
                latinReadings(
                    family: familyRead.isEmpty ? nil : familyRead, given: givenRead,
                    penalty: penalty + (place + rank) / 2,
                    way: .japanese, han: han, isKana: true
                ).prefix(1).map { $0.written(family: family ?? "", given: given) }
            }
        }
    }

    /// Latin spellings of a part of a name.
    private func spoken(_ text: String, asFamily: Bool) -> [String] {
        let known = asFamily ? tables.han.kana(family: text) : tables.han.kana(given: text)
        if !known.isEmpty { return known.flatMap(latinSpellings) }
        var lists: [[String]] = []
        var kana = ""
        for character in text {
            if isKana(character) || character == "ー" {
                kana.append(character)
                continue
            }
            if !kana.isEmpty { lists.append(latinSpellings(ofKana: kana)) }
            kana = ""
            lists.append(tables.han[character]?.japanese ?? [])
        }
        if !kana.isEmpty { lists.append(latinSpellings(ofKana: kana)) }
        return RankedCombinations(lists).first(24).map { $0.joined(separator: "-") }
    }

    /// With a hyphen after each kana, and with vowels that follow each other left together, as Latin spellings have them: Sa-i-to and
    /// Sai-to.
    private func latinSpellings(ofKana text: String) -> [String] {
        let letters = latinLetters(ofKana: text)
        let apart = letters.joined(separator: "-")
        var together = ""
        for part in letters {
            let isVowel = part.first.map { "aeiou".contains($0) } ?? false
            together += together.isEmpty || isVowel ? part : "-\(part)"
        }
        return apart == together ? [apart] : [together, apart]
    }

    /// Small kana belong to the one before; of a long vowel the second is left out.
    private func latinLetters(ofKana text: String) -> [String] {
        let kana = text.unicodeScalars.map { scalar -> Character in
            let folded =
                (0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
            return Character(folded)
        }
        var letters: [String] = []
        var index = 0
        while index < kana.count {
            let pair = index + 1 < kana.count ? String([kana[index], kana[index + 1]]) : ""
            let isPair = tables.sounds.kana[pair] != nil
            let found = tables.sounds.kana[pair] ?? tables.sounds.kana[String(kana[index])] ?? ""
            index += isPair ? 2 : 1
            let isLong =
                found == "u" && "ou".contains(letters.last?.last ?? " ") || found == "o" && letters.last?.last == "o"
            if !found.isEmpty, !isLong { letters.append(found) }
        }
        return letters
    }

    func isKana(_ character: Character) -> Bool {
        character.unicodeScalars.contains {
            (0x3041...0x3096).contains($0.value) || (0x30A1...0x30FA).contains($0.value)
        }
    }

    private func isHan(_ character: Character) -> Bool { NameScript(of: String(character)) == .han }
}
