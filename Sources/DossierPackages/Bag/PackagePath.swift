/// The name of a file in a package that we make: relative, with `/` between its parts, each of `A-Z`, `a-z`, `0-9`, `.`,
/// `_` and `-`.
///
/// Narrower than BagIt (RFC 8493) asks, because the package must open on any system: no letters that two systems write in
/// two ways, no `%` that tools read differently, nothing that Windows refuses. Names are made of roles and opaque numbers,
/// never of people.
public struct PackagePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil when `text` breaks the form above.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 180, parts.allSatisfy(Self.isFit) else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: PackagePath, right: PackagePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// What two names have in common that a disk without cases takes for one.
    var folded: String { text.lowercased() }

    private static func isFit(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, first != UInt8(ascii: "-"), part != ".", part != "..", part.last != "."
        else { return false }
        let isPlain = part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && !ReservedNames.holds(part)
    }
}

/// Names that Windows gives to devices, with any ending.
enum ReservedNames {
    private static let all: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    static func holds(_ name: Substring) -> Bool {
        all.contains(name.prefix { $0 != "." }.lowercased())
    }
}
