extension MediaType {
    /// How many bytes from the beginning of a file are looked at.
    public static let headSize = 1 << 16

    /// Tells the kind from the beginning of a file; up to ``headSize`` bytes are looked at.
    ///
    /// Fewer bytes than that must be the whole file. It says what the bytes claim to be, not that a program can open them.
    public static func recognise(_ head: some Collection<UInt8>) -> MediaType {
        let bytes = Array(head.prefix(headSize))
        for (signature, type) in signatures where bytes.starts(with: signature) { return type }
        let view = ByteView(bytes)
        if bytes.starts(with: Array("RIFF".utf8)) { return riff(view) }
        if view.text(at: 4, count: 4) == "ftyp" { return isoMedia(view) }
        if bytes.starts(with: ZipHead.signature) { return ZipHead(bytes).type }
        if isMPEGAudio(view) { return .mp3 }
        return PlainText.isText(bytes, isCut: head.count >= headSize) ? .text : .unknown
    }

    private static let signatures: [([UInt8], MediaType)] = [
        ([0xFF, 0xD8, 0xFF], .jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
        ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
        (Array("%PDF-".utf8), .pdf), (Array("OggS".utf8), .ogg), (Array("fLaC".utf8), .flac),
        (Array("ID3".utf8) + [2], .mp3), (Array("ID3".utf8) + [3], .mp3), (Array("ID3".utf8) + [4], .mp3),
    ]

    private static func riff(_ view: ByteView) -> MediaType {
        switch view.text(at: 8, count: 4) {
        case "WAVE": .wav
        case "WEBP": .webp
        default: .unknown
        }
    }

    /// ISO/IEC 14496-12: a box with the brand that the file is best read as, and those that it can also be read as.
    private static func isoMedia(_ view: ByteView) -> MediaType {
        let size = min(view.number(at: 0, bytes: 4) ?? 0, 256, view.count)
        let others = stride(from: 16, through: size - 4, by: 4).map { $0 }
        for place in [8] + others {
            switch view.text(at: place, count: 4) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx": return .heic
            case "avif", "avis": return .avif
            case "M4A ", "M4B ", "M4P ": return .m4a
            case "qt  ": return .quickTime
            case let brand? where brand.hasPrefix("3g"): return .threeGP
            case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV": return .mp4
            default: continue
            }
        }
        return .unknown
    }

    /// A frame header of MPEG audio, layer III, and another one where the frame ends, if that is within sight.
    private static func isMPEGAudio(_ view: ByteView) -> Bool {
        guard let length = frameLength(view, at: 0) else { return false }
        return length + 4 > view.count || frameLength(view, at: length) != nil
    }

    /// In bytes; nil when no frame begins there. ISO/IEC 11172-3, 2.4.1.3, and 13818-3.
    private static func frameLength(_ view: ByteView, at offset: Int) -> Int? {
        guard let header = view.number(at: offset, bytes: 4), header >> 21 == 0x7FF, (header >> 17) & 3 == 1 else {
            return nil
        }
        let version = (header >> 19) & 3
        let (rateIndex, bitIndex) = ((header >> 10) & 3, (header >> 12) & 15)
        guard version != 1, rateIndex != 3, (1...14).contains(bitIndex) else { return nil }
        let isFirst = version == 3
        let rate = [44_100, 48_000, 32_000][rateIndex] / (isFirst ? 1 : version == 2 ? 2 : 4)
        let kilobits =
            isFirst
            ? [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320][bitIndex - 1]
            : [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160][bitIndex - 1]
        return (isFirst ? 144_000 : 72_000) * kilobits / rate + (header >> 9) & 1
    }
}
