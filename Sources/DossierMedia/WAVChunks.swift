/// The chunks of a WAV file (RIFF).
struct WAVChunks {
    private struct Chunk {
        var type: String
        var payload: ArraySlice<UInt8>
    }

    private var chunks: [Chunk] = []
    private var isWhole = false

    init(_ bytes: [UInt8]) {
        guard bytes.starts(with: Array("RIFF".utf8)) else { return }
        let reading = ByteReading(bytes: bytes[...], isLittleEndian: true)
        var index = 12
        while let type = reading.text(index, 4), let length = reading.number(index + 4, size: 4) {
            guard let payload = reading.slice(index + 8, length) else { return }
            chunks.append(Chunk(type: type, payload: payload))
            index += 8 + length + length % 2
        }
        isWhole = chunks.contains { $0.type == "fmt " } && chunks.contains { $0.type == "data" }
    }

    private static let kept: Set<String> = ["fmt ", "fact", "data"]

    var stripped: [UInt8]? {
        guard isWhole else { return nil }
        let body = chunks.filter { Self.kept.contains($0.type) }.flatMap { chunk -> [UInt8] in
            Array(chunk.type.utf8) + Self.four(chunk.payload.count) + Array(chunk.payload)
                + (chunk.payload.count % 2 == 1 ? [0] : [])
        }
        return Array("RIFF".utf8) + Self.four(body.count + 4) + Array("WAVE".utf8) + body
    }

    var metadata: [MetadataItem] {
        chunks.filter { !Self.kept.contains($0.type) }.map { chunk in
            let text = String(decoding: chunk.payload.prefix(2000).filter { $0 >= 0x20 }, as: UTF8.self)
            return MetadataItem("text", chunk.type, text)
        }
    }

    private static func four(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}
