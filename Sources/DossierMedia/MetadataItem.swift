/// One thing that a file says of itself: the camera, the author, the place. It goes into the custody record, and never
/// into a copy that leaves.
public struct MetadataItem: Sendable, Hashable {
    /// Where it stood: `exif`, `gps`, `xmp`, `iptc`, `comment`, `text`, `time`, `trailer`.
    public var group: String
    public var name: String
    public var value: String

    public init(_ group: String, _ name: String, _ value: String) {
        self.group = group
        self.name = name
        self.value = value
    }
}

/// Reads what files say of themselves.
public enum FileMetadata {
    /// Empty for types that are not looked into.
    public static func items(of bytes: [UInt8], type: MediaType) -> [MetadataItem] {
        switch type {
        case .jpeg: JPEGSegments(bytes).metadata
        case .png: PNGChunks(bytes).metadata
        case .wav: WAVChunks(bytes).metadata
        default: []
        }
    }
}

/// Makes the copy of a file that may leave.
public enum MetadataStripping {
    /// The file without all that it says of itself; picture and sound are byte for byte those of the original. Nil for a
    /// type, or a damaged file, of which nobody can say that everything has been taken out.
    public static func stripped(_ bytes: [UInt8], type: MediaType) -> [UInt8]? {
        switch type {
        case .jpeg: JPEGSegments(bytes).stripped
        case .png: PNGChunks(bytes).stripped
        case .wav: WAVChunks(bytes).stripped
        case .text: bytes
        default: nil
        }
    }
}
