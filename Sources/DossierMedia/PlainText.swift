/// Tells text from other bytes.
enum PlainText {
    /// True for UTF-8 with no control characters but those that lay out text.
    /// When it `isCut`, more bytes follow, and the last character may be incomplete.
    static func isText(_ bytes: [UInt8], isCut: Bool) -> Bool {
        guard !bytes.isEmpty, bytes.allSatisfy(isAllowed) else { return false }
        if String(validating: bytes, as: UTF8.self) != nil { return true }
        guard isCut else { return false }
        // A character has four bytes at most, so up to three of them can be left at the end.
        return (1...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) || byte == 0x1B
    }
}
