/// A short fingerprint of what a paragraph says in the original, so that a reference to it notices when the paragraph
/// has moved or been corrected. It guards against mistakes; against malice the ledger does.
public struct ParagraphPrint: Sendable, Hashable {
    /// Sixteen hexadecimal digits: FNV-1a of 64 bits over the UTF-8 of the original without its white space.
    public let text: String

    public init?(_ paragraph: Item) {
        guard let original = paragraph[ParagraphFields.text].value?.original.text else { return nil }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in original.utf8 where byte > 0x20 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        text = String(repeating: "0", count: 16 - digits.count) + digits
    }
}
