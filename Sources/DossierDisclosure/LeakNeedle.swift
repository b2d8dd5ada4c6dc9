/// One text that must not be found, folded, and where it comes from.
struct LeakNeedle: Sendable, Hashable {
    var bytes: [UInt8]
    var isWhole: Bool
    var joint: Int?
    var isUnbroken = false
    /// As they may stand in UTF-16, where nothing is folded; none of plain letters, which are found in UTF-16 as they are.
    var wide: [String]
    var hit: LeakNeedles.Hit

    /// As the index looks for it.
    func needle(tag: Int) -> NeedleIndex.Needle {
        NeedleIndex.Needle(bytes: bytes, isWhole: isWhole, joint: joint, isUnbroken: isUnbroken, tag: tag)
    }

    /// In every script but those of East Asia words stand apart, and short ones must be words of their own.
    static func hasWords(_ bytes: [UInt8]) -> Bool { (bytes.first ?? 0) < 0xE1 }

    static func wide(_ text: String) -> [String] { text.utf8.contains { $0 >= 0x80 } ? [text] : [] }
}
