/// How much an archive may hold before it is taken for an attack.
public struct ArchiveLimits: Sendable, Hashable {
    public var entries: Int
    /// Of one entry, in bytes.
    public var entrySize: Int
    /// Of all entries, in bytes.
    public var totalSize: Int

    public init(entries: Int, entrySize: Int, totalSize: Int) {
        self.entries = entries
        self.entrySize = entrySize
        self.totalSize = totalSize
    }

    /// What a Word file with many pictures stays well below.
    public static let document = ArchiveLimits(entries: 2_000, entrySize: 64 << 20, totalSize: 256 << 20)
}

/// Why an archive cannot be read.
public struct ArchiveError: Error, Sendable, Hashable {
    public var reason: Reason
    /// The entry's name as far as it can be shown; empty when it is about the whole.
    public var entry: String

    public enum Reason: String, Sendable, CaseIterable {
        /// Not a ZIP archive, or one that breaks off.
        case damaged
        case tooManyEntries, entryTooLarge, tooLarge
        /// Absolute, climbing out with `..`, with a control character or no name at all.
        case badName
        case nameTwice
        case encrypted
        /// A link, a device, anything but a file or folder.
        case notAFile
    }
}
