/// The chunks of a PNG file, as far as they can be told apart (ISO/IEC 15948).
struct PNGStructure {
    struct Chunk {
        /// Four letters; upper case at the first when no reader may pass it over.
        var type: String
        /// What it holds.
        var data: Range<Int>
        /// Length, type, data and checksum.
        var whole: Range<Int>
    }

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private(set) var chunks: [Chunk] = []
    /// Where the image ends; nil when it is cut short.
    private(set) var end: Int?

    /// Nil when the bytes do not begin as a PNG file.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.signature) else { return nil }
        let view = ByteView(bytes)
        var place = Self.signature.count
        while let length = view.number(at: place, bytes: 4), let type = view.text(at: place + 4, count: 4),
            view.slice(at: place + 8, count: length + 4) != nil
        {
            let data = place + 8..<place + 8 + length
            chunks.append(Chunk(type: type, data: data, whole: place..<data.upperBound + 4))
            place = data.upperBound + 4
            if type == "IEND" {
                end = place
                return
            }
        }
    }
}
