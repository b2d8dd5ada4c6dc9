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
        let view = ByteView(bytes)
        guard view.text(at: 0, count: 4) == "RIFF", view.text(at: 8, count: 4) == "WAVE",
            let size = view.number(at: 4, bytes: 4, .little)
        else { return nil }
        let end = size + 8
        var place = 12
        while place + 8 <= end, let type = view.text(at: place, count: 4),
            let length = view.number(at: place + 4, bytes: 4, .little),
            view.slice(at: place + 8, count: length) != nil
        {
            chunks.append(Chunk(type: type, data: place + 8..<place + 8 + length))
            // A chunk begins at an even place. Some recorders leave out the last byte of padding.
            place += 8 + length + length % 2
        }
        isWhole = place >= end
    }
}
