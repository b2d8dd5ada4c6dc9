/// Takes out of a file what it tells beside what it shows or sounds like.
///
/// Only what is known to be needed is kept, rather than what is known to be harmful dropped. What is kept is copied byte
/// for byte: nothing is decoded and compressed again.
public enum MetadataStripper {
    /// The kinds of files that can be stripped.
    public static let strippable: Set<MediaType> = [.jpeg, .png, .wav]

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
