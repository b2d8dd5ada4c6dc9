import DossierModel

/// Which letters a name is written in, as records call them.
enum NameLetters {
    static func script(of text: String) -> PersonName.Script? {
        var found: PersonName.Script?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: return .hangul
            case 0x3041...0x3096, 0x30A1...0x30FA: return found == .hanja ? .kanji : .kana
            case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: found = .hanja
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: found = found ?? .latin
            case 0x400...0x4FF: found = found ?? .cyrillic
            default: break
            }
        }
        return found
    }
}
