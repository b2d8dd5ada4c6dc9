/// Which letters a name is written in.
enum NameScript: Sendable, Hashable {
    case hangul, han, latin
    /// Kana, alone or among Han characters.
    case japanese

    /// By the first letters that tell; nil for a text without letters that are known.
    init?(of text: String) {
        var hasHan = false
        var hasLatin = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E:
                self = .hangul
                return
            case 0x3041...0x3096, 0x30A1...0x30FA:
                self = .japanese
                return
            case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: hasHan = true
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: hasLatin = true
            default: break
            }
        }
        guard hasHan || hasLatin else { return nil }
        self = hasHan ? .han : .latin
    }
}
