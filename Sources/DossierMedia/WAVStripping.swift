/// Takes out of a WAV file everything but the sound and how it is coded.
enum WAVStripping {
    /// PCM, floating point, A-law, µ-law, each also in the long form. Other codings (MP3, for one) have metadata of
    /// their own within the sound.
    private static let known: Set<Int> = [1, 3, 6, 7]
    /// The long form: what follows tells the coding, as the first bytes of a name of sixteen.
    private static let extensible = 0xFFFE
    private static let restOfCoding: [UInt8] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]

    static func strip(_ bytes: [UInt8]) throws(StrippingError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for part in try parts(count: bytes.count, read: { Array(bytes[$0]) }) {
            switch part {
            case .bytes(let made): result += made
            case .range(let range): result += bytes[range]
            }
        }
        return result
    }

    /// What a stripped copy is made of: bytes, and stretches of the file. Of the file `read` hands out a few bytes at a time.
    static func parts(count: Int, read: (Range<Int>) -> [UInt8]?) throws(StrippingError) -> [KeptPart] {
        guard let structure = RIFFStructure(count: count, read: read), structure.isWhole else { throw malformed(count) }
        var parts: [KeptPart] = []
        var size = 4
        var seen: Set<String> = []
        for chunk in structure.chunks where ["fmt ", "fact", "data"].contains(chunk.type) {
            let length = chunk.data.count
            let isFit =
                switch chunk.type {
                // A longer one is none; the sound itself is never read here.
                case "fmt ": try isFormat((length > 64 ? [] : read(chunk.data) ?? [])[...])
                case "fact": length == 4
                default: seen.contains("fmt ")
                }
            guard isFit, seen.insert(chunk.type).inserted else { throw malformed(chunk.data.lowerBound) }
            parts += [.bytes(Array(chunk.type.utf8) + littleEndian(length)), .range(chunk.data)]
            if !length.isMultiple(of: 2) { parts.append(.bytes([0])) }
            size += 8 + length + length % 2
        }
        guard seen.contains("data") else { throw malformed(count) }
        return [.bytes(Array("RIFF".utf8) + littleEndian(size) + Array("WAVE".utf8))] + parts
    }

    /// Exactly as long as it says: sixteen bytes, or the number of further bytes and these.
    private static func isFormat(_ data: ArraySlice<UInt8>) throws(StrippingError) -> Bool {
        let view = ByteView(data)
        guard let tag = view.number(at: 0, bytes: 2, .little), data.count >= 16 else { return false }
        let coding = tag == extensible ? view.number(at: 24, bytes: 2, .little) : tag
        guard let coding, known.contains(coding) else { throw .cannotStrip(mimeType: MediaType.wav.mimeType) }
        if tag == extensible, view.slice(at: 26, count: 14).map(Array.init) != restOfCoding { return false }
        if data.count == 16 { return tag != extensible }
        let more = tag == extensible ? 22 : 0
        return view.number(at: 16, bytes: 2, .little) == more && data.count == 18 + more
    }

    private static func littleEndian(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func malformed(_ place: Int) -> StrippingError {
        .malformed(mimeType: MediaType.wav.mimeType, place: place)
    }
}
