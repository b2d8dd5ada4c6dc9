/// Something that a picture tells beside what it shows.
public struct MetadataItem: Sendable, Hashable {
    /// `exif`, `gps`, `xmp`, `iptc`, `icc`, `png-text`, `png-time`, `comment`, `app` (other programs' own parts) or
    /// `trailing` (bytes after the picture's end).
    public var group: String
    /// The name that the format gives it: `Make`, `dc:creator`, a keyword of a PNG text.
    public var name: String
    /// Text as it stands in the file, which may hold any character: escape it before showing it. For what is not text,
    /// its size as “n bytes”.
    public var value: String

    public init(group: String, name: String, value: String) {
        self.group = group
        self.name = name
        self.value = value
    }

    /// The longest text that is passed on, in bytes.
    static let longest = 4096
    /// After so many items of a file no further part of it is read.
    static let most = 1000

    /// Text up to the first NUL, and without spaces at its end; nil when there is none.
    init?(_ group: String, _ name: String, text: some Collection<UInt8>) {
        let kept = Array(text.prefix(Self.longest).prefix { $0 != 0 })
        let end = kept.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
        guard end > 0 else { return nil }
        self.init(group: group, name: name, value: String(decoding: kept[..<end], as: UTF8.self))
    }

    init(_ group: String, _ name: String, size: Int) {
        self.init(group: group, name: name, value: "\(size) bytes")
    }
}
