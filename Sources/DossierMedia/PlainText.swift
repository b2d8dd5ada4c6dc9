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
        private var mayBeText = true
        /// The last bytes of a block, which may be the beginning of a character.
        private var rest: [UInt8] = []

        public init() {}

        /// Of all that was taken: false when it ends within a character, too.
        public var isText: Bool { mayBeText && rest.isEmpty }

        public mutating func take(_ block: UnsafeRawBufferPointer) {
            guard mayBeText, !block.isEmpty else { return }
            // Without what the last block left behind nothing is copied: recordings of speech can fill gigabytes.
            guard !rest.isEmpty else { return look(block) }
            (rest + block).withUnsafeBytes { joined in
                rest = []
                look(joined)
            }
        }

        private mutating func look(_ block: UnsafeRawBufferPointer) {
            guard PlainText.holdsNoControls(block) else { return mayBeText = false }
            // A character of several bytes begins with one of 0xC0 and above, at most three bytes before the end.
            var end = block.count
            for back in 1...min(4, block.count) {
                let byte = block[block.count - back]
                if byte < 0x80 { break }
                guard byte >= 0xC0 else { continue }
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                if length > back { end = block.count - back }
                break
            }
            mayBeText = String(validating: UnsafeRawBufferPointer(rebasing: block[..<end]), as: UTF8.self) != nil
            rest = Array(block[end...])
        }
    }

    /// Eight bytes at a time, since nearly every byte is a letter.
    static func holdsNoControls(_ block: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while place + 8 <= block.count {
            let word = block.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            // A byte below 0x20 or one that is 0x7F sets its highest bit here; bytes of 0x80 and above set none.
            let below = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
            let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
            let isDelete = (delete &- 0x0101_0101_0101_0101) & ~delete & 0x8080_8080_8080_8080
            if below | isDelete != 0 {
                for index in place..<place + 8 where !isAllowed(block[index]) { return false }
            }
            place += 8
        }
        return block[place...].allSatisfy(isAllowed)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) || byte == 0x1B
    }
}
