/// Takes out of a PNG file every chunk that does not change how it looks.
///
/// A colour profile (iCCP) goes too: its name and description can tell a program, a screen or a person.
enum PNGStripping {
    /// The chunks that are kept, and how many bytes they may hold; more could hide something.
    private static let kept: [String: ClosedRange<Int>] = [
        "IHDR": 13...13, "PLTE": 3...768, "IDAT": 0...Int(UInt32.max), "IEND": 0...0, "tRNS": 1...256, "gAMA": 4...4,
        "cHRM": 32...32, "sRGB": 1...1, "sBIT": 1...4, "pHYs": 9...9, "bKGD": 1...6,
    ]

    static func isKept(_ type: String) -> Bool { kept[type] != nil }

    static func strip(_ bytes: [UInt8]) throws(StrippingError) -> [UInt8] {
        guard let structure = PNGStructure(bytes), structure.end != nil, structure.chunks.first?.type == "IHDR" else {
            throw malformed(bytes.count)
        }
        var result = PNGStructure.signature
        result.reserveCapacity(bytes.count)
        var seen: Set<String> = []
        for chunk in structure.chunks {
            let place = chunk.whole.lowerBound
            guard CRC32.checksum(bytes[place + 4..<chunk.data.upperBound]) == checksum(bytes, chunk) else {
                throw malformed(place)
            }
            // Without its frames, a moving picture would show less than it did.
            if chunk.type == "acTL" { throw .cannotStrip(mimeType: "image/apng") }
            let isFirst = seen.insert(chunk.type).inserted
            guard let sizes = kept[chunk.type] else {
                // One that no reader may pass over, and that is not known here.
                guard bytes[place + 4] & 0x20 != 0 else { throw malformed(place) }
                continue
            }
            guard sizes.contains(chunk.data.count), isFirst || chunk.type == "IDAT" else { throw malformed(place) }
            result += bytes[chunk.whole]
        }
        guard seen.contains("IDAT") else { throw malformed(bytes.count) }
        return result
    }

    private static func checksum(_ bytes: [UInt8], _ chunk: PNGStructure.Chunk) -> UInt32? {
        ByteView(bytes).number(at: chunk.data.upperBound, bytes: 4).map { UInt32(truncatingIfNeeded: $0) }
    }

    private static func malformed(_ place: Int) -> StrippingError {
        .malformed(mimeType: MediaType.png.mimeType, place: place)
    }
}
