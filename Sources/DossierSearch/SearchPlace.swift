/// Where a term stands in a text.
struct SearchPlace {
    let kind: SearchMatching.Reason.Kind
    /// Whether nothing follows the words: no particle, no rest of a word.
    let isWholeWord: Bool

    private static let around = 40

    init?(_ term: SearchTerm, in text: String) {
        let wanted = SearchTokens.folded(term.text).filter { $0.isLetter || $0.isNumber }
        guard !wanted.isEmpty, let range = Self.range(of: Array(wanted), in: text, isPrefix: term.isPrefix) else {
            return nil
        }
        let before = text[..<range.lowerBound].suffix(Self.around)
        let after = text[range.upperBound...].prefix(Self.around)
        kind = .text(
            before: (before.startIndex > text.startIndex ? "…" : "") + String(before), found: String(text[range]),
            after: String(after) + (after.endIndex < text.endIndex ? "…" : ""))
        isWholeWord = after.first.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    /// Letters and digits in order, whatever stands between them but no other letter; words of letters begin where the text has a word.
    private static func range(of wanted: [Character], in text: String, isPrefix: Bool) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            // Most letters are not the first one, and are passed over without a closer look.
            guard Self.first(text[start]) == wanted[0] else {
                start = text.index(after: start)
                continue
            }
            if let end = end(of: wanted, in: text, from: start), begins(text, start, wanted[0]),
                isPrefix || ends(text, end, wanted)
            {
                return start..<end
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// The first letter of what a letter is folded to.
    private static func first(_ character: Character) -> Character? {
        if let ascii = character.asciiValue {
            return (0x41...0x5A).contains(ascii) ? Character(Unicode.Scalar(ascii | 0x20)) : character
        }
        return SearchTokens.isComposedHangul(character) ? character : SearchTokens.folded(String(character)).first
    }

    private static func begins(_ text: String, _ index: String.Index, _ first: Character) -> Bool {
        guard !SearchTokens.isPaired(first), index > text.startIndex else { return true }
        let before = text[text.index(before: index)]
        return !before.isLetter && !before.isNumber || SearchTokens.isPaired(before)
    }

    private static func ends(_ text: String, _ index: String.Index, _ wanted: [Character]) -> Bool {
        guard let last = wanted.last, !SearchTokens.isPaired(last), index < text.endIndex else { return true }
        return !text[index].isLetter && !text[index].isNumber || SearchTokens.isPaired(text[index])
    }

    private static func end(of wanted: [Character], in text: String, from start: String.Index) -> String.Index? {
        var index = start
        var place = 0
        while index < text.endIndex {
            let character = text[index]
            if character.isLetter || character.isNumber {
                if let letter = first(character), character.isASCII || SearchTokens.isComposedHangul(character) {
                    guard letter == wanted[place] else { return nil }
                    place += 1
                } else {
                    for letter in SearchTokens.folded(String(character)) {
                        guard place < wanted.count, letter == wanted[place] else { return nil }
                        place += 1
                    }
                }
            } else if place == 0 {
                return nil
            }
            index = text.index(after: index)
            if place == wanted.count { return index }
        }
        return nil
    }
}
