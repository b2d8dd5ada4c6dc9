/// The opaque name of one record: 3 to 64 of `a-z`, `0-9` and `-`, beginning with a letter.
///
/// Ids say nothing about a person, so that they may stand in logs and listings. Two offices can make them without
/// meeting, because a fresh one holds fifty random bits.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil when `text` breaks the form above.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (3...64).contains(bytes.count), let first = bytes.first, Self.isLetter(first) else { return nil }
        guard bytes.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        self.text = text
    }

    /// A fresh id such as `case-h7k2m9q4xa`, from ten letters of an alphabet without look-alikes.
    public init(fresh kind: RecordKind, using random: inout some RandomNumberGenerator) {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let tail = (0..<10).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
        text = "\(kind.rawValue)-\(String(tail))"
    }

    public var description: String { text }

    public static func < (left: RecordID, right: RecordID) -> Bool { left.text < right.text }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
