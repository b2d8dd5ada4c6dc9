/// The chunks of a PNG file (W3C PNG, third edition).
struct PNGChunks {
    private struct Chunk {
        var type: String
        var range: Range<Int>
        var payload: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var chunks: [Chunk] = []
    private var isWhole = false
    private var end = 0

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.starts(with: Self.signature) else { return }
        let reading = ByteReading(bytes: bytes[...])
        var index = Self.signature.count
        while let length = reading.number(index, size: 4), let type = reading.slice(index + 4, 4),
            let payload = reading.slice(index + 8, length), reading.slice(index + 8 + length, 4) != nil
        {
            let name = String(decoding: type, as: UTF8.self)
            chunks.append(Chunk(type: name, range: index..<index + 12 + length, payload: payload))
            index += 12 + length
            end = index
            if name == "IEND" {
                isWhole = true
                return
            }
        }
    }

    /// What is needed to show the picture as it is; a colour profile can name its maker, and goes.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs", "bKGD",
    ]

    var stripped: [UInt8]? {
        guard isWhole else { return nil }
        return Self.signature + chunks.filter { Self.kept.contains($0.type) }.flatMap { bytes[$0.range] }
    }

    var metadata: [MetadataItem] {
        var items = chunks.compactMap { chunk -> MetadataItem? in
            switch chunk.type {
            case "tEXt", "iTXt":
                let parts = chunk.payload.split(separator: 0, omittingEmptySubsequences: true)
                let name = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
                return MetadataItem("text", name, parts.last.map { String(decoding: $0, as: UTF8.self) } ?? "")
            case "zTXt", "eXIf", "iCCP": return MetadataItem("text", chunk.type, "\(chunk.payload.count)")
            case "tIME": return time(chunk.payload)
            default: return nil
            }
        }
        if isWhole, end < bytes.count { items.append(MetadataItem("trailer", "bytes", "\(bytes.count - end)")) }
        return items
    }

    private func time(_ payload: ArraySlice<UInt8>) -> MetadataItem? {
        let reading = ByteReading(bytes: payload)
        guard let year = reading.number(0, size: 2) else { return nil }
        let rest = (2..<7).compactMap { reading.number($0, size: 1) }.map { $0 < 10 ? "0\($0)" : "\($0)" }
        return MetadataItem("time", "tIME", ([String(year)] + rest).joined(separator: "-"))
    }
}
