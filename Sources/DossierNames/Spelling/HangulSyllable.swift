/// One syllable of Hangul by its parts, each a letter of the block U+3131 to U+3163, as the tables write them.
struct HangulSyllable: Sendable, Hashable {
    var initial: Character
    var vowel: Character
    /// Nil for an open syllable.
    var final: Character?

    init(initial: Character, vowel: Character, final: Character?) {
        self.initial = initial
        self.vowel = vowel
        self.final = final
    }

    /// Nil when `scalar` is no syllable of the block U+AC00 to U+D7A3 (The Unicode Standard, section 3.12).
    init?(_ scalar: Unicode.Scalar) {
        guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
        let index = Int(scalar.value) - 0xAC00
        initial = Self.initials[index / 588]
        vowel = Self.vowels[index % 588 / 28]
        final = index % 28 == 0 ? nil : Self.finals[index % 28 - 1]
    }

    /// The syllable as one character; nil when a part is no Hangul letter of its place.
    var character: Character? {
        guard let first = Self.initials.firstIndex(of: initial), let second = Self.vowels.firstIndex(of: vowel)
        else { return nil }
        var index = first * 588 + second * 28
        if let final {
            guard let third = Self.finals.firstIndex(of: final) else { return nil }
            index += third + 1
        }
        return Unicode.Scalar(UInt32(0xAC00 + index)).map(Character.init)
    }

    static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
    static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
}

extension [HangulSyllable] {
    /// The syllables as text.
    var text: String { String(compactMap(\.character)) }
}
