/// Reads numbers out of hostile bytes: what lies outside is nil, and no offset can overflow.
struct ByteReading {
    let bytes: ArraySlice<UInt8>
    var isLittleEndian = false

    var count: Int { bytes.count }

    func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        let start = bytes.startIndex + offset
        return bytes[start..<start + count]
    }

    func number(_ offset: Int, size: Int) -> Int? {
        guard let part = slice(offset, size) else { return nil }
        return isLittleEndian
            ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    func text(_ offset: Int, _ count: Int) -> String? {
        slice(offset, count).map { part in
            String(decoding: part.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
