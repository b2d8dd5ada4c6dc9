/// Tells text from other bytes.
public enum PlainText {
    /// True for UTF-8 with no control characters but those that lay out text.
    /// When it `isCut`, more bytes follow, and the last character may be incomplete.
    static func isText(_ bytes: [UInt8], isCut: Bool) -> Bool {
        guard !bytes.isEmpty, bytes.allSatisfy(isAllowed) else { return false }
        if String(validating: bytes, as: UTF8.self) != nil { return true }
        guard isCut else { return false }
        // A character has four bytes at most, so up to three of them can be left at the end.
        return (1...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }

    /// Whether all of a text that comes block by block is one: a file that begins as text may hold anything later.
    public struct Inspection: Sendable {
        public private(set) var isText = true
        /// The last bytes of a block, which may be the beginning of a character.
        private var rest: [UInt8] = []

        public init() {}

        public mutating func take(_ block: some Collection<UInt8>) {
            guard isText else { return }
            let bytes = rest + block
            isText = PlainText.isText(bytes, isCut: true)
            // A character of several bytes begins with one of 0xC0 and above, at most three bytes before the end.
            let tail = bytes.suffix(3)
            let start = tail.lastIndex { $0 >= 0xC0 }
            rest = start.map { Array(bytes[$0...]) } ?? []
            if let start, String(validating: bytes[start...], as: UTF8.self) != nil { rest = [] }
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) || byte == 0x1B
    }
}
