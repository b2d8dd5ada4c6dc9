/// Takes out of a WAV file everything but the sound and how it is coded.
enum WAVStripping {
    /// PCM, floating point, A-law, µ-law, each also in the long form. Other codings (MP3, for one) have metadata of
    /// their own within the sound.
    private static let known: Set<Int> = [1, 3, 6, 7]
    /// The long form: what follows tells the coding, as the first bytes of a name of sixteen.
    private static let extensible = 0xFFFE
    private static let restOfCoding: [UInt8] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]

    static func strip(_ bytes: [UInt8]) throws(StrippingError) -> [UInt8] {
        guard let structure = RIFFStructure(bytes), structure.isWhole else { throw malformed(bytes.count) }
        var body: [UInt8] = []
        body.reserveCapacity(bytes.count)
        var seen: Set<String> = []
        for chunk in structure.chunks where ["fmt ", "fact", "data"].contains(chunk.type) {
            let data = bytes[chunk.data]
            let isFit =
                switch chunk.type {
                case "fmt ": try isFormat(data)
                case "fact": data.count == 4
                default: seen.contains("fmt ")
                }
            guard isFit, seen.insert(chunk.type).inserted else { throw malformed(chunk.data.lowerBound) }
            body += Array(chunk.type.utf8) + littleEndian(data.count) + data
            if !data.count.isMultiple(of: 2) { body.append(0) }
        }
        guard seen.contains("data") else { throw malformed(bytes.count) }
        return Array("RIFF".utf8) + littleEndian(body.count + 4) + Array("WAVE".utf8) + body
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
