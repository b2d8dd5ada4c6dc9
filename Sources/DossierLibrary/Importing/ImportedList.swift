/// A list as it is imported: where it comes from and how it was read.
public struct ImportedList: Sendable, Hashable {
    /// The source of the mapping.
    public var source: String
    /// SHA-256 of the file.
    public var file: String
    /// The mapping, as its file has it.
    public var mapping: String

    public init(source: String, file: String, mapping: String) {
        self.source = source
        self.file = file
        self.mapping = mapping
    }
}
