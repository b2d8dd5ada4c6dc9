import Foundation

/// The tokens of a text, made in this one place for index and query alike.
///
/// Words of letters and digits stand as they are, without case and marks. Korean, Chinese and Japanese do not part words as a search
/// needs it (particles hang on, compounds run together): their letters stand in overlapping pairs, so that 실종 is found in 실종은 and
/// 수용소 within 정치범수용소.
public enum SearchTokens {
    /// In order. A lone letter of Hangul or Han stands alone.
    public static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word = ""
        var run: [Character] = []
        func endWord() {
            if !word.isEmpty { tokens.append(word) }
            word = ""
        }
        func endRun() {
            if run.count == 1 { tokens.append(String(run)) }
            for (one, other) in zip(run, run.dropFirst()) { tokens.append(String([one, other])) }
            run = []
        }
        for character in folded(text) {
            if isPaired(character) {
                endWord()
                run.append(character)
            } else if character.isLetter || character.isNumber {
                endRun()
                word.append(character)
            } else {
                endWord()
                endRun()
            }
        }
        endWord()
        endRun()
        return tokens
    }

    /// Without case and marks, Hangul composed.
    public static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return text.precomposedStringWithCanonicalMapping.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil
        ).precomposedStringWithCanonicalMapping
    }

    /// Syllables that no folding changes.
    static func isComposedHangul(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        return scalars.count == 1 && scalars.first.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
    }

    /// Whether the letters of a script run together.
    public static func isPaired(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
