import Foundation

/// A text without case, marks over letters and all that stands between words, and where its words begin: spellings of a
/// name differ in these, and a name must be found in every one of them.
struct FoldedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Offsets at which a word of the text began.
    private var starts: Set<Int> = []

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count)
        var isBetween = true
        for scalar in Self.comparable(text) {
            guard !Self.isBetweenWords(scalar) else {
                isBetween = true
                continue
            }
            let isSign = !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            if isBetween || isSign { starts.insert(bytes.count) }
            isBetween = isSign
            bytes.append(contentsOf: Array(String(scalar).utf8))
        }
    }

    func beginsWord(at offset: Int) -> Bool { starts.contains(offset) }

    func endsWord(before offset: Int) -> Bool {
        offset == bytes.count || starts.contains(offset) || bytes[offset] >= 0x80
    }

    /// The bytes alone, for texts whose words need not be told apart.
    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in comparable(text) where !isBetweenWords(scalar) {
            bytes.append(contentsOf: Array(String(scalar).utf8))
        }
        return bytes
    }

    /// In lower case, full-width and joined letters as plain ones (form NFKC), Latin letters without marks, so that
    /// "Ch'ŏl-su" and "CHOLSU" are one.
    private static func comparable(_ text: String) -> String.UnicodeScalarView {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.lowercased().unicodeScalars }
        var result = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.value {
            case 0xC0...0x24F, 0x1E00...0x1EFF:
                let plain = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
                result.append(plain ?? scalar)
            case 0x300...0x36F: continue
            default: result.append(scalar)
            }
        }
        return result
    }

    /// Spaces, punctuation, and characters that are not seen: none of them keeps two parts of a name apart.
    private static func isBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xAC00...0xD7A3, 0x4E00...0x9FFF: return false
        // Before the number of a country, or not.
        case 0x2B: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .connectorPunctuation,
            .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .modifierSymbol, .modifierLetter:
            return true
        default: return false
        }
    }
}
