import CZlib

/// Writes ZIP archives that are the same bytes for the same content: no clock, no owner, no extra fields, entries in the
/// order given (APPNOTE 6.3, without ZIP64).
///
/// It is our own because libarchive writes the time and the owner of every entry into the archive.
public struct ZipWriter: Sendable {
    /// Why an archive cannot be written.
    public enum Refusal: Error, Sendable, Hashable {
        /// More than 65,535 entries or four gigabytes, which need ZIP64.
        case tooLarge
        /// Empty, absolute, climbing, or not relative with `/`.
        case badName(String)
        case nameTwice(String)
        /// zlib would not.
        case cannotCompress
    }

    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var names: Set<String> = []

    public init() {}

    /// Adds a file. `isCompressed` false keeps the bytes as they are, so that they can be compared with what was hashed.
    public mutating func add(_ name: String, _ bytes: [UInt8], isCompressed: Bool = true) throws(Refusal) {
        guard Self.isSafe(name) else { throw .badName(name) }
        guard names.insert(name).inserted else { throw .nameTwice(name) }
        let packed = isCompressed ? try Self.deflate(bytes) : bytes
        // Where packing gains nothing, plain bytes are kept.
        let isPacked = isCompressed && packed.count < bytes.count
        let content = isPacked ? packed : bytes
        guard names.count < 0xFFFF, bytes.count < 0xFFFF_FFFF, body.count + content.count < 0xFFFF_0000 else {
            throw .tooLarge
        }
        let offset = body.count
        var common: [UInt8] = []
        common.append(little16: 20)  // needs version 2.0
        common.append(little16: 0x0800)  // the name is UTF-8
        common.append(little16: isPacked ? 8 : 0)
        common.append(little16: 0)  // 00:00:00
        common.append(little16: 0x21)  // 1 January 1980, the first day that a ZIP can tell
        common.append(little32: Self.checksum(of: bytes))
        common.append(little32: UInt32(content.count))
        common.append(little32: UInt32(bytes.count))
        common.append(little16: UInt16(name.utf8.count))
        common.append(little16: 0)  // no extra field

        body.append(little32: 0x0403_4B50)
        body += common
        body += Array(name.utf8)
        body += content

        directory.append(little32: 0x0201_4B50)
        directory.append(little16: 20)  // made by version 2.0 for MS-DOS: no owner, no rights
        directory += common
        directory.append(little16: 0)  // no comment
        directory.append(little16: 0)  // first disk
        directory.append(little16: 0)
        directory.append(little32: 0)
        directory.append(little32: UInt32(offset))
        directory += Array(name.utf8)
    }

    /// The archive with its directory.
    public func finish() throws(Refusal) -> [UInt8] {
        guard body.count + directory.count < 0xFFFF_0000 else { throw .tooLarge }
        var bytes = body + directory
        bytes.append(little32: 0x0605_4B50)
        bytes.append(little16: 0)
        bytes.append(little16: 0)
        bytes.append(little16: UInt16(names.count))
        bytes.append(little16: UInt16(names.count))
        bytes.append(little32: UInt32(directory.count))
        bytes.append(little32: UInt32(body.count))
        bytes.append(little16: 0)
        return bytes
    }

    private static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return (1...0xFFFF).contains(name.utf8.count) && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
            && !name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0 == ":" || $0.value == 0x7F }
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    }

    /// Raw deflate at the usual level.
    private static func deflate(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
        guard bytes.count < 0x7FFF_FFFF else { throw .tooLarge }
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { throw .cannotCompress }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let result = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return CZlib.deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { throw .cannotCompress }
        output.removeLast(Int(stream.avail_out))
        return output
    }
}

extension [UInt8] {
    fileprivate mutating func append(little16 value: UInt16) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func append(little32 value: UInt32) {
        append(little16: UInt16(truncatingIfNeeded: value))
        append(little16: UInt16(truncatingIfNeeded: value >> 16))
    }
}
