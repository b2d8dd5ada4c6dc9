/// One part of a stripped copy: bytes that were made, or a stretch of the original.
public enum KeptPart: Sendable, Hashable {
    case bytes([UInt8])
    case range(Range<Int>)
}

/// Takes out of a file what it tells beside what it shows or sounds like.
///
/// Only what is known to be needed is kept, rather than what is known to be harmful dropped. What is kept is copied byte
/// for byte: nothing is decoded and compressed again.
public enum MetadataStripper {
    /// The kinds of files that can be stripped.
    public static let strippable: Set<MediaType> = [.jpeg, .png, .wav]

    /// What a stripped copy of a recording (WAV) of `count` bytes is made of, for copying it without holding it: `read`
    /// hands out a few bytes of the file, nil when it has none there.
    /// - Throws: ``StrippingError`` when the file is no such recording or is damaged.
    public static func partsOfRecording(
        count: Int, read: (Range<Int>) -> [UInt8]?
    ) throws(StrippingError) -> [KeptPart] {
        try WAVStripping.parts(count: count, read: read)
    }

    /// - Throws: ``StrippingError`` when the file is of another kind or is damaged.
    public static func strip(_ bytes: [UInt8]) throws(StrippingError) -> [UInt8] {
        switch MediaType.recognise(bytes) {
        case .jpeg: try JPEGStripping.strip(bytes)
        case .png: try PNGStripping.strip(bytes)
        case .wav: try WAVStripping.strip(bytes)
        case let other: throw .cannotStrip(mimeType: other.mimeType)
        }
    }
}
