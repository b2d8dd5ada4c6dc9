import Glibc

/// Looks for the delimiter of a form (RFC 2046 5.1.1: CRLF, two hyphens, the boundary) in bytes that come chunk by chunk.
///
/// The delimiter holds one carriage return, its first byte. So a place where it breaks off cannot lie within another that
/// goes on, and what is held back at the end of a chunk is told by a count alone: these are the delimiter's own first bytes.
struct DelimiterScan: Sendable {
    /// What stands up to the delimiter, or up to the end of the chunk.
    struct Passage {
        /// Bytes of earlier chunks that looked like the beginning of the delimiter.
        var held: ArraySlice<UInt8> = []
        /// Bytes of this chunk.
        var plain: ArraySlice<UInt8> = []
        var endsAtDelimiter = false
    }

    private let delimiter: [UInt8]
    /// How many bytes of the delimiter the bytes before this chunk end with.
    private var matched = 2
    /// How many of these are not the passage's own: a delimiter may stand right at the beginning, where its line break is
    /// not there at all, or is the one that ends the headers.
    private var borrowed = 2

    /// The boundary must be a valid one.
    init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// Begins again at the start of a line, as after the headers of a part.
    mutating func beginLine() {
        matched = 2
        borrowed = 2
    }

    /// Takes from the chunk what stands up to and with the next delimiter, or all of it.
    mutating func take(_ chunk: inout ArraySlice<UInt8>) -> Passage {
        var passage = Passage()
        if matched > 0 {
            let more = goesOn(in: chunk)
            if matched + more == delimiter.count || more == chunk.count {
                passage.endsAtDelimiter = advance(&chunk, to: chunk.startIndex + more, matching: matched + more)
                return passage
            }
            passage.held = delimiter[borrowed..<matched]
        }
        borrowed = 0
        let (place, length) = search(chunk)
        passage.plain = chunk[..<place]
        passage.endsAtDelimiter = advance(&chunk, to: place + length, matching: length)
        return passage
    }

    /// How many bytes at the beginning of the chunk continue what is held back.
    private func goesOn(in chunk: ArraySlice<UInt8>) -> Int {
        var count = 0
        while matched + count < delimiter.count, count < chunk.count,
            delimiter[matched + count] == chunk[chunk.startIndex + count]
        {
            count += 1
        }
        return count
    }

    /// Whether that is the whole delimiter.
    private mutating func advance(_ chunk: inout ArraySlice<UInt8>, to end: Int, matching count: Int) -> Bool {
        chunk = chunk[end...]
        matched = count == delimiter.count ? 0 : count
        return count == delimiter.count
    }

    /// Where the delimiter stands, or as much of it as there is at the end, and how many bytes of it; the end and 0 when it
    /// is not there.
    private func search(_ chunk: ArraySlice<UInt8>) -> (place: Int, length: Int) {
        let (offset, length) = chunk.withUnsafeBytes { bytes in
            delimiter.withUnsafeBytes { sought in
                guard let start = bytes.baseAddress, let wanted = sought.baseAddress else { return (0, 0) }
                var index = 0
                while index < bytes.count, let found = memchr(start + index, 0x0D, bytes.count - index) {
                    let offset = UnsafeRawPointer(found) - start
                    let length = min(sought.count, bytes.count - offset)
                    if memcmp(found, wanted, length) == 0 { return (offset, length) }
                    index = offset + 1
                }
                return (bytes.count, 0)
            }
        }
        return (chunk.startIndex + offset, length)
    }
}
