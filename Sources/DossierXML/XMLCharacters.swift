/// What XML 1.0 (fifth edition) lets a document hold: characters (§2.2) and names (§2.3).
///
/// The writer of libxml2 checks neither, and what it then writes cannot be read back.
enum XMLCharacters {
    /// Production [2], Char. Surrogates are missing here because a Swift string cannot hold them.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The text with every character outside production [2] replaced by U+FFFD; the same string when there is none.
    static func allowed(_ text: String) -> String {
        guard needsReplacing(text) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }

    /// Production [5], Name. Colons pass, since prefixes are written as part of the name.
    static func isName(_ text: String) -> Bool {
        var first = true
        for scalar in text.unicodeScalars {
            guard first ? isNameStart(scalar.value) : isNameCharacter(scalar.value) else { return false }
            first = false
        }
        return !first
    }

    private static func needsReplacing(_ text: String) -> Bool {
        if let found = text.utf8.withContiguousStorageIfAvailable(holdsForbidden) { return found }
        return text.unicodeScalars.contains { !isAllowed($0) }
    }

    // Among what UTF-8 of a String can hold, only C0 controls and U+FFFE, U+FFFF (EF BF BE, EF BF BF) are forbidden.
    private static func holdsForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20 {
                if byte != 0x9 && byte != 0xA && byte != 0xD { return true }
            } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                return true
            }
        }
        return false
    }

    // Production [4], NameStartChar.
    private static func isNameStart(_ value: UInt32) -> Bool {
        switch value {
        case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x3A: true
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D: true
        case 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD: true
        case 0x10000...0xEFFFF: true
        default: false
        }
    }

    // Production [4a], NameChar.
    private static func isNameCharacter(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isNameStart(value)
        }
    }
}
