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
        guard ZipRecords.isSafe(name) else { throw .badName(name) }
        guard names.insert(name).inserted else { throw .nameTwice(name) }
        let packed = isCompressed ? try Self.deflate(bytes) : bytes
        // Where packing gains nothing, plain bytes are kept.
        let isPacked = isCompressed && packed.count < bytes.count
        let content = isPacked ? packed : bytes
        guard names.count < 0xFFFF, bytes.count < 0xFFFF_FFFF, body.count + content.count < 0xFFFF_0000 else {
            throw .tooLarge
        }
        let entry = ZipRecords.Entry(
            name: name, isDeflated: isPacked, checksum: Self.checksum(of: bytes), packed: content.count,
            plain: bytes.count, offset: body.count)
        body += ZipRecords.local(entry) + content
        directory += ZipRecords.central(entry)
    }

    /// The archive with its directory.
    public func finish() throws(Refusal) -> [UInt8] {
        guard body.count + directory.count < 0xFFFF_0000 else { throw .tooLarge }
        return body + directory + ZipRecords.end(entries: names.count, directory: directory.count, at: body.count)
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
