/// What pictures tell beside what they show: who took them, where, when and with what.
public enum PictureMetadata {
    /// The kinds of pictures that can be read. Of others nothing is known, which does not mean that they tell nothing.
    public static let readable: Set<MediaType> = [.jpeg, .png, .tiff]

    /// Reads a JPEG, PNG or TIFF file; of others, and of what is damaged, as much as can be read.
    ///
    /// Time and memory do not grow faster than the file, whatever is in it.
    public static func read(_ bytes: [UInt8]) -> [MetadataItem] {
        if let jpeg = JPEGStructure(bytes) { return JPEGMetadata(bytes: bytes, structure: jpeg).items }
        if let png = PNGStructure(bytes) { return PNGMetadata(bytes: bytes, structure: png).items }
        return MediaType.recognise(bytes) == .tiff ? Exif(bytes[...])?.items ?? [] : []
    }
}
