/// The chunks of a WAV file.
struct RIFFStructure {
    struct Chunk {
        var type: String
        var data: Range<Int>
    }

    private(set) var chunks: [Chunk] = []
    /// False when the last chunk is cut short.
    private(set) var isWhole = false

    /// Nil when the bytes do not begin as a WAV file.
    init?(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { Array(bytes[$0]) }
    }

    /// Of a file of `count` bytes, of which `read` hands out a few: recordings are too large to be held.
    init?(count: Int, read: (Range<Int>) -> [UInt8]?) {
        guard count >= 12, let head = read(0..<12).map({ ByteView($0) }), head.text(at: 0, count: 4) == "RIFF",
            head.text(at: 8, count: 4) == "WAVE", let size = head.number(at: 4, bytes: 4, .little)
        else { return nil }
        let end = size + 8
        var place = 12
        while place + 8 <= min(end, count), let view = read(place..<place + 8).map({ ByteView($0) }),
            let type = view.text(at: 0, count: 4), let length = view.number(at: 4, bytes: 4, .little),
            place + 8 + length <= count
        {
            chunks.append(Chunk(type: type, data: place + 8..<place + 8 + length))
            // A chunk begins at an even place. Some recorders leave out the last byte of padding.
            place += 8 + length + length % 2
        }
        isWhole = place >= end
    }
}
