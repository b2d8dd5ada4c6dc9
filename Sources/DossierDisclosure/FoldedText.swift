/// A text without case and without what spellings differ in, and where its words begin.
struct FoldedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Offsets at which a word of the text began.
    private var starts: Set<Int> = []

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count)
        var isBetween = true
        for scalar in text.lowercased().unicodeScalars {
            guard !Self.isSpelling(scalar) else {
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
        for scalar in text.lowercased().unicodeScalars where !isSpelling(scalar) {
            bytes.append(contentsOf: Array(String(scalar).utf8))
        }
        return bytes
    }

    /// What one spelling of a name has and another has not.
    private static func isSpelling(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "\u{2010}", "\u{2011}", ".", "\u{B7}", "'", "\u{2019}", "\n", "\t", "\u{A0}": true
        default: false
        }
    }
}
