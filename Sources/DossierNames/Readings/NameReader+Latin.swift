import Foundation

extension NameReader {
    func latinReadings(_ text: String) -> [NameReading] {
        if let comma = text.firstIndex(of: ",") {
            let family = String(text[..<comma])
            let given = String(text[text.index(after: comma)...])
            if !LatinSounds.letters(family).isEmpty, !LatinSounds.letters(given).isEmpty {
                return latinReadings(family: family, given: given, penalty: 0, way: .written)
            }
        }
        let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init).filter {
            !LatinSounds.letters($0).isEmpty
        }
        guard words.count > 1 else { return words.first.map { oneWord($0) } ?? [] }
        var found: [NameReading] = []
        let capitals = words.map { $0.count > 1 && $0 == $0.uppercased() && $0 != $0.lowercased() && !$0.contains(".") }
        for (family, given, way) in divisions(of: words) {
            let letters = LatinSounds.letters(family)
            let isKnown = !surnames.surnames(latin: letters).isEmpty
            // Papers of the UN print the family name in capitals.
            let isShown =
                capitals.contains(true) && capitals.contains(false)
                && (way == .familyLast ? capitals.last == true : capitals.first == true)
            var penalty = isKnown || isShown ? 0 : 15
            if way == .familyLast, !isShown { penalty += 3 }
            found += latinReadings(family: family, given: given, penalty: penalty, way: way)
        }
        // As one piece, for names that are divided otherwise or not at all elsewhere.
        let swapped = ([words[words.count - 1]] + words.dropLast()).joined(separator: " ")
        return found + latinReadings(family: nil, given: text, penalty: 12, way: .written)
            + latinReadings(family: nil, given: swapped, penalty: 14, way: .familyLast)
    }

    /// The ways to divide words into family and given name.
    private func divisions(of words: [String]) -> [(family: String, given: String, way: NameReading.Way)] {
        var found: [(String, String, NameReading.Way)] = []
        if words.count > 2 {
            let front = words.prefix(2).joined()
            let back = words.suffix(2).joined()
            if surnames.surnames(latin: LatinSounds.letters(front)).contains(where: isLong) {
                found.append((front, words.dropFirst(2).joined(separator: " "), .written))
            }
            if surnames.surnames(latin: LatinSounds.letters(back)).contains(where: isLong) {
                found.append((back, words.dropLast(2).joined(separator: " "), .familyLast))
            }
        }
        found.append((words[0], words.dropFirst().joined(separator: " "), .written))
        found.append((words[words.count - 1], words.dropLast().joined(separator: " "), .familyLast))
        return found
    }

    private func isLong(_ surname: UInt16) -> Bool {
        tables.romanisation.surnames[Int(surname)].hangul.contains { $0.count > 1 }
    }

    /// A single word: a given name alone, or a whole name without a space after its surname.
    private func oneWord(_ word: String) -> [NameReading] {
        let letters = LatinSounds.letters(word)
        var found = latinReadings(family: nil, given: word, penalty: 0, way: .written)
        if !surnames.surnames(latin: letters).isEmpty, let part = found.first?.given {
            found.append(NameReading(family: part, given: nil, penalty: 2))
        }
        for length in 1..<max(1, min(letters.count - 1, 9)) {
            let family = letters.prefix(length)
            guard !surnames.surnames(latin: Array(family)).isEmpty, letters.count - length > 2 else { continue }
            found += latinReadings(
                family: String(family), given: String(letters.dropFirst(length)), penalty: 12 - length, way: .written)
        }
        return found
    }

    func latinReadings(
        family: String?, given: String, penalty: Int, way: NameReading.Way, han: String = "", isKana: Bool = false
    ) -> [NameReading] {
        let familyLetters = family.map { LatinSounds.letters($0) } ?? []
        let givenLetters = LatinSounds.letters(given)
        let isMarked = LatinSounds.isMarked(familyLetters) || LatinSounds.isMarked(givenLetters)
        let familyPart = latin.rows(familyLetters, isMarked: isMarked, isKana: isKana).first.map {
            NamePart(
                text: family ?? "", row: $0, surnames: surnames.surnames(latin: familyLetters),
                letters: isKana ? [] : Self.plain(familyLetters))
        }
        if let initials = initials(givenLetters, of: given) {
            return [NameReading(family: familyPart, given: nil, initials: initials, penalty: penalty, way: way)]
        }
        let starts = latin.starts(givenLetters, isMarked: isMarked)
        let letters = isKana ? [] : Self.plain(givenLetters)
        return latin.rows(givenLetters, isMarked: isMarked, isKana: isKana).enumerated().map { index, row in
            NameReading(
                family: familyPart,
                given: NamePart(text: given, row: row, surnames: [], starts: starts, letters: letters),
                penalty: penalty + index, way: way, han: han)
        }
    }

    private static func plain(_ letters: [Character]) -> [UInt8] {
        letters.compactMap { letter in
            switch letter {
            case "ŏ": UInt8(ascii: "o")
            case "ŭ": UInt8(ascii: "u")
            default: letter.asciiValue.flatMap { (0x61...0x7A).contains($0) ? $0 : nil }
            }
        }
    }

    /// The sounds of single letters with nothing after them: `C.S.`, `C S`.
    private func initials(_ letters: [Character], of text: String) -> SoundRow? {
        let words = letters.split(separator: "-")
        let isDotted = text.contains(".") && letters.count <= 5
        guard !words.isEmpty, words.allSatisfy({ $0.count == 1 || isDotted && $0.count <= 2 }),
            words.count > 1 || isDotted
        else { return nil }
        return SoundRow(latin.starts(letters, isMarked: false))
    }
}
