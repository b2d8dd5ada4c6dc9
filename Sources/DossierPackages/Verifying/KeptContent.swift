/// Chooses the files whose bytes an inventory keeps: those that are judged by what they say, and no more than fits in memory,
/// however many of them a stranger's package has.
struct KeptContent: Sendable {
    /// For one tag file, in bytes.
    private static let tagLimit = 96 << 20
    /// Below `data/`, XML is kept to be held against its schema, up to this, in bytes.
    private static let xmlLimit = 8 << 20
    /// For all files together, in bytes.
    private(set) var left: Int

    init(total: Int = 512 << 20) { left = total }

    private static let tags = Set(
        ["bagit.txt", "bag-info.txt", PackageIndex.name]
            + BagAlgorithm.allCases.flatMap { ["manifest-\($0).txt", "tagmanifest-\($0).txt"] })

    /// How many bytes of a file may be kept now; nil when nobody asks what it says.
    func limit(for path: String) -> Int? {
        if path.hasPrefix("data/") { return path.hasSuffix(".xml") ? min(Self.xmlLimit, left) : nil }
        // The names of algorithms are read in either case.
        let isTag = Self.tags.contains(path.lowercased()) || path.hasPrefix("\(BagWriter.sealed).")
        return isTag ? min(Self.tagLimit, left) : nil
    }

    mutating func take(_ size: Int) { left -= size }
}
