/// The records of a ZIP archive of ours (APPNOTE 6.3): no clock, no owner; sizes in 64 bits only where they need it.
struct ZipRecords {
    /// One file of the archive.
    struct Entry {
        var name: String
        var isDeflated: Bool
        var checksum: UInt32
        /// As it stands in the archive, in bytes.
        var packed: Int
        /// As it is unpacked.
        var plain: Int
        /// Of its local record from the beginning of the archive.
        var offset: Int

        fileprivate var isLarge: Bool { packed >= limit || plain >= limit }
    }

    /// From here on 32 bits do not hold a number.
    private static let limit = 0xFFFF_FFFF

    static func local(_ entry: Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little32: 0x0403_4B50)
        bytes += common(entry, sizes: entry.isLarge)
        let extra = entry.isLarge ? extra([entry.plain, entry.packed]) : []
        bytes.append(little16: UInt16(truncatingIfNeeded: extra.count))
        return bytes + Array(entry.name.utf8) + extra
    }

    static func central(_ entry: Entry) -> [UInt8] {
        let isFar = entry.offset >= limit
        var numbers: [Int] = entry.isLarge ? [entry.plain, entry.packed] : []
        if isFar { numbers.append(entry.offset) }
        let extra = numbers.isEmpty ? [] : extra(numbers)
        var bytes: [UInt8] = []
        bytes.append(little32: 0x0201_4B50)
        bytes.append(little16: numbers.isEmpty ? 20 : 45)  // made by that version for MS-DOS: no owner, no rights
        bytes += common(entry, sizes: entry.isLarge, needs: numbers.isEmpty ? 20 : 45)
        bytes.append(little16: UInt16(truncatingIfNeeded: extra.count))
        bytes.append(little16: 0)  // no comment
        bytes.append(little16: 0)  // first disk
        bytes.append(little16: 0)
        bytes.append(little32: 0)
        bytes.append(little32: isFar ? UInt32.max : UInt32(truncatingIfNeeded: entry.offset))
        return bytes + Array(entry.name.utf8) + extra
    }

    /// What ends an archive; `comment` is how long the comment is that follows it.
    static func end(entries: Int, directory: Int, at offset: Int, comment: Int = 0) -> [UInt8] {
        var bytes: [UInt8] = []
        if entries >= 0xFFFF || directory >= limit || offset >= limit {
            bytes.append(little32: 0x0606_4B50)
            bytes.append(little64: 44)
            bytes.append(little16: 45)
            bytes.append(little16: 45)
            bytes.append(little32: 0)
            bytes.append(little32: 0)
            bytes.append(little64: entries)
            bytes.append(little64: entries)
            bytes.append(little64: directory)
            bytes.append(little64: offset)
            bytes.append(little32: 0x0706_4B50)
            bytes.append(little32: 0)
            bytes.append(little64: offset + directory)
            bytes.append(little32: 1)
        }
        bytes.append(little32: 0x0605_4B50)
        bytes.append(little16: 0)
        bytes.append(little16: 0)
        bytes.append(little16: UInt16(min(entries, 0xFFFF)))
        bytes.append(little16: UInt16(min(entries, 0xFFFF)))
        bytes.append(little32: UInt32(min(directory, limit)))
        bytes.append(little32: UInt32(min(offset, limit)))
        bytes.append(little16: UInt16(truncatingIfNeeded: comment))
        return bytes
    }

    /// Relative, with `/`, and nothing in it that leads out of a folder.
    static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return (1...0xFFFF).contains(name.utf8.count) && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
            && !name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0 == ":" || $0.value == 0x7F }
    }

    private static func common(_ entry: Entry, sizes isLarge: Bool, needs version: UInt16? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little16: version ?? (isLarge ? 45 : 20))
        bytes.append(little16: 0x0800)  // the name is UTF-8
        bytes.append(little16: entry.isDeflated ? 8 : 0)
        bytes.append(little16: 0)  // 00:00:00
        bytes.append(little16: 0x21)  // 1 January 1980, the first day that a ZIP can tell
        bytes.append(little32: entry.checksum)
        bytes.append(little32: isLarge ? UInt32.max : UInt32(truncatingIfNeeded: entry.packed))
        bytes.append(little32: isLarge ? UInt32.max : UInt32(truncatingIfNeeded: entry.plain))
        bytes.append(little16: UInt16(truncatingIfNeeded: entry.name.utf8.count))
        return bytes
    }

    private static func extra(_ numbers: [Int]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little16: 1)
        bytes.append(little16: UInt16(numbers.count * 8))
        for number in numbers { bytes.append(little64: number) }
        return bytes
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

    fileprivate mutating func append(little64 value: Int) {
        append(little32: UInt32(truncatingIfNeeded: value))
        append(little32: UInt32(truncatingIfNeeded: value >> 32))
    }
}
