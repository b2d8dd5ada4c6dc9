import CZlib

/// Writes a ZIP archive piece by piece into whatever takes bytes, files kept as they are (stored), the same bytes for the
/// same content. Memory grows with the number of files and not with their sizes.
public struct ZipStreamWriter {
    /// Why an archive cannot be written.
    public enum Refusal: Error, Sendable, Hashable {
        case badName(String)
        case nameTwice(String)
        /// A file that is not as long as was told, or that has another checksum.
        case changed(String)
    }

    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private var entries: [ZipRecords.Entry] = []
    private var names: Set<String> = []
    private var offset = 0

    public init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

    /// Adds a file whose size in bytes and checksum are known; `read` hands out its blocks in order.
    /// - Throws: ``Refusal``, and what `read` and the sink throw.
    public mutating func add(
        _ name: String, size: Int, checksum: Checksum,
        read: (_ take: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        guard ZipRecords.isSafe(name) else { throw Refusal.badName(name) }
        guard names.insert(name).inserted else { throw Refusal.nameTwice(name) }
        let entry = ZipRecords.Entry(
            name: name, isDeflated: false, checksum: checksum.value, packed: size, plain: size, offset: offset)
        try put(ZipRecords.local(entry))
        var found = Checksum()
        var total = 0
        try read { block in
            found.update(block)
            total += block.count
            try sink(block)
        }
        guard total == size, found.value == checksum.value else { throw Refusal.changed(name) }
        offset += size
        entries.append(entry)
    }

    /// Ends the archive with a comment of a known length, which is asked for when all other bytes have gone.
    public mutating func finish(commentLength: Int, comment: () -> [UInt8]) throws {
        let start = offset
        for entry in entries { try put(ZipRecords.central(entry)) }
        try put(
            ZipRecords.end(entries: entries.count, directory: offset - start, at: start, comment: commentLength))
        try put(Array(comment().prefix(commentLength)))
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try sink($0) }
        offset += bytes.count
    }
}

/// The checksum that a ZIP archive holds of each file (CRC-32).
public struct Checksum: Sendable, Hashable {
    public private(set) var value: UInt32 = 0

    public init() {}

    public mutating func update(_ block: UnsafeRawBufferPointer) {
        let start = block.bindMemory(to: UInt8.self).baseAddress
        value = UInt32(truncatingIfNeeded: crc32_z(UInt(value), start, block.count))
    }
}
