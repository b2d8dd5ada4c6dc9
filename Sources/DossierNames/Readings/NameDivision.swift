public import DossierModel
import Foundation

/// Tells the family name and the given name of a name that somebody wrote in one piece. Where the table of surnames does not say,
/// nothing is guessed.
public struct NameDivision: Sendable {
    private let reader: NameReader

    public init(_ tables: NameTables) { reader = NameReader(tables) }

    /// The parts as they are written; nil where they cannot be told apart.
    public func divided(_ text: String) -> PersonName? {
        let text = text.contains(where: \.isWhitespace) ? text.trimmingCharacters(in: .whitespacesAndNewlines) : text
        switch NameScript(of: text) {
        case .hangul: return hangul(text)
        case .han: return han(text)
        case .japanese: return japanese(text)
        case .latin: return latin(text)
        case nil: return nil
        }
    }

    private func name(_ script: PersonName.Script, _ family: some StringProtocol, _ given: some StringProtocol)
        -> PersonName
    {
        PersonName(kind: .asListed, script: script, family: String(family), given: String(given))
    }

    private func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    private func hangul(_ text: String) -> PersonName? {
        let words = words(text)
        if words.count == 2, words[0].count <= reader.surnames.longestHangul {
            return name(.hangul, words[0], words[1])
        }
        guard words.count == 1 else { return nil }
        let isWhole = words[0].unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
        let letters = isWhole ? words[0] : words[0].precomposedStringWithCanonicalMapping
        for length in (1...reader.surnames.longestHangul).reversed() where length < letters.count {
            if !reader.surnames.surnames(hangul: String(letters.prefix(length))).isEmpty {
                return name(.hangul, letters.prefix(length), letters.dropFirst(length))
            }
        }
        return nil
    }

    private func han(_ text: String) -> PersonName? {
        let words = words(text)
        if words.count == 2 { return name(.hanja, words[0], words[1]) }
        guard words.count == 1, text.count > 1 else { return nil }
        for length in [2, 1] where length < text.count && reader.isKoreanSurname(String(text.prefix(length))) {
            // Four characters after a surname of one are more often a Japanese name.
            if length == 1, text.count > 3 { return nil }
            return name(.hanja, text.prefix(length), text.dropFirst(length))
        }
        return nil
    }

    private func japanese(_ text: String) -> PersonName? {
        let words = words(text)
        if words.count == 2 { return name(words[0].contains(where: isHan) ? .kanji : .kana, words[0], words[1]) }
        guard words.count == 1, let kana = text.firstIndex(where: { !isHan($0) }), kana > text.startIndex else {
            return nil
        }
        return name(.kanji, text[..<kana], text[kana...])
    }

    private func isHan(_ character: Character) -> Bool { NameScript(of: String(character)) == .han }

    private func latin(_ text: String) -> PersonName? {
        let sides = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        if sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty { return name(.latin, sides[0], sides[1]) }
        let words = words(text)
        guard words.count > 1, sides.count < 3, let first = words.first, let last = words.last else { return nil }
        let isSurname = { (word: String) in
            !word.contains("-") && !reader.surnames.surnames(latin: LatinSounds.letters(word)).isEmpty
        }
        let isCapital = { (word: String) in word.count > 1 && word == word.uppercased() && word != word.lowercased() }
        let isWholeCapital = words.allSatisfy(isCapital)
        if isCapital(first), !isWholeCapital { return name(.latin, first, words.dropFirst().joined(separator: " ")) }
        if isCapital(last), !isWholeCapital { return name(.latin, last, words.dropLast().joined(separator: " ")) }
        if isSurname(first) { return name(.latin, first, words.dropFirst().joined(separator: " ")) }
        if isSurname(last) { return name(.latin, last, words.dropLast().joined(separator: " ")) }
        return nil
    }
}
