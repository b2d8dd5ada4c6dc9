/// Puts a ZIP archive together byte by byte (APPNOTE 6.3), so that a test can also make one that lies.
public struct ZipBuilder {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    public init() {}

    /// Adds an entry as it stands, without compression. `flags` and `attributes` are those of the format; bit 0 of the
    /// flags says encrypted, the upper half of the attributes is the Unix mode.
    public mutating func add(
        _ name: String, _ content: [UInt8], flags: Int = 0x800, attributes: Int = 0o100644 << 16
    ) {
        let name = Array(name.utf8)
        let sums = Self.four(Int(Self.checksum(content))) + Self.four(content.count) + Self.four(content.count)
        let shared = Self.two(20) + Self.two(flags) + Self.two(0) + Self.four(0x0021_0000) + sums + Self.two(name.count)
        directory +=
            [0x50, 0x4B, 1, 2] + Self.two(0x0314) + shared + Self.two(0) + Self.two(0) + Self.two(0) + Self.two(0)
            + Self.four(attributes) + Self.four(body.count) + name
        body += [0x50, 0x4B, 3, 4] + shared + Self.two(0) + name + content
        count += 1
    }

    public var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6] + Self.two(0) + Self.two(0) + Self.two(count) + Self.two(count)
            + Self.four(directory.count) + Self.four(body.count) + Self.two(0)
    }

    /// A Word document with these parts, and whatever else it needs to be one.
    public static func word(_ parts: [(String, String)]) -> [UInt8] {
        var zip = ZipBuilder()
        zip.add("[Content_Types].xml", Array("<Types/>".utf8))
        for (name, xml) in parts { zip.add(name, Array(xml.utf8)) }
        return zip.bytes
    }

    private static func two(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }
    private static func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two(number >> 16 & 0xFFFF) }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
