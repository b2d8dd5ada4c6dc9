/// Which surnames of the table a spelling may be.
struct SurnameIndex: Sendable {
    private let hangul: [String: [UInt16]]
    private let latin: [String: [UInt16]]
    /// The most Hangul syllables in a surname.
    let longestHangul: Int

    init(_ tables: RomanisationTables) {
        var hangul: [String: [UInt16]] = [:]
        var latin: [String: [UInt16]] = [:]
        let syllables = SyllableSpellings(tables: tables)
        for (index, surname) in tables.surnames.enumerated() {
            for form in surname.hangul {
                hangul[form, default: []].append(UInt16(index))
                for spelling in syllables.spellings(ofSurname: form) {
                    let known = latin[spelling.lowercased()] ?? []
                    if !known.contains(UInt16(index)) { latin[spelling.lowercased()] = known + [UInt16(index)] }
                }
            }
        }
        self.hangul = hangul
        self.latin = latin
        longestHangul = hangul.keys.map(\.count).max() ?? 1
    }

    func surnames(hangul text: String) -> [UInt16] { hangul[text] ?? [] }

    /// By letters as ``LatinSounds/letters(_:)`` gives them; marks and hyphens do not count.
    func surnames(latin letters: [Character]) -> [UInt16] {
        let plain = letters.compactMap { letter -> Character? in
            switch letter {
            case "ŏ": "o"
            case "ŭ": "u"
            case "'", "-": nil
            default: letter
            }
        }
        return latin[String(plain)] ?? []
    }
}
