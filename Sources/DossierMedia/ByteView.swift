/// Bytes read at places that the bytes themselves name, and which may therefore be anywhere: whatever is not within them
/// is nil, and no sum is made that could overflow.
struct ByteView {
    enum Order { case big, little }

    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// `count` bytes from `offset` on.
    func slice(at offset: Int, count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        let start = bytes.startIndex + offset
        return bytes[start..<start + count]
    }

    /// Everything from `offset` on.
    func rest(from offset: Int) -> ArraySlice<UInt8>? { slice(at: offset, count: bytes.count - max(offset, 0)) }

    /// An unsigned number of up to four bytes.
    func number(at offset: Int, bytes count: Int, _ order: Order = .big) -> Int? {
        guard count <= 4, let slice = slice(at: offset, count: count) else { return nil }
        return order == .big
            ? slice.reduce(0) { $0 << 8 | Int($1) } : slice.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Text in UTF-8, in which bytes that are none are shown as U+FFFD.
    func text(at offset: Int, count: Int) -> String? {
        slice(at: offset, count: count).map { String(decoding: $0, as: UTF8.self) }
    }

    func starts(with prefix: some Sequence<UInt8>) -> Bool { bytes.starts(with: prefix) }

    /// Where `needle` is first found at or after `offset`.
    func first(_ needle: [UInt8], from offset: Int = 0) -> Int? {
        guard let head = needle.first, var rest = rest(from: offset) else { return nil }
        while let place = rest.firstIndex(of: head) {
            rest = rest[place...]
            if rest.starts(with: needle) { return place - bytes.startIndex }
            rest = rest.dropFirst()
        }
        return nil
    }
}
