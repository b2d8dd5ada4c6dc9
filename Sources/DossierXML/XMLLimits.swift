/// How much of a foreign document is looked at. libxml2 bounds depth at 256 levels; these bounds are ours.
public struct XMLLimits: Sendable, Hashable {
    /// Size of the whole document, in bytes. libxml2 lets text of over 10 MB pass.
    public var bytes: Int
    /// Size of one start tag, in bytes.
    public var startTagBytes: Int
    /// Attributes in one start tag, with namespace declarations. libxml2 compares each with each.
    public var attributes: Int
    /// Declarations of namespace prefixes in the whole document. libxml2 looks through all in scope at each element.
    public var prefixes: Int

    public init(bytes: Int = 4_000_000, startTagBytes: Int = 65_536, attributes: Int = 256, prefixes: Int = 1_000) {
        self.bytes = bytes
        self.startTagBytes = startTagBytes
        self.attributes = attributes
        self.prefixes = prefixes
    }

    public static let `default` = XMLLimits()
}
