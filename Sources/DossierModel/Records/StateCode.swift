/// A State by its ISO 3166-1 alpha-3 code, for example `PRK`. Its names, as the UN writes them, are wording data.
public struct StateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil unless `text` is three capital letters.
    public init?(_ text: String) {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
    public static func < (left: StateCode, right: StateCode) -> Bool { left.text < right.text }
}
