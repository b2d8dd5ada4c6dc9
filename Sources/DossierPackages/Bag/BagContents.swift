public import DossierFiles

/// What goes into a bag, before any of it is on the disk.
public struct BagContents: Sendable {
    /// Below `data/`, by their names there.
    public private(set) var payload: [File] = []
    /// Beside `data/`, such as the index. Their digests stand in the tag manifests.
    public private(set) var tags: [File] = []
    public var info: BagInfo

    public struct File: Sendable {
        public let path: PackagePath
        public let source: Source
    }

    /// Where the bytes of a file come from.
    public enum Source: Sendable {
        case pieces([FileReading.Piece])
        /// Made when the file is written, and not held before: of about `size` bytes.
        case made(size: Int, @Sendable () throws -> [UInt8])
    }

    /// Why something cannot go into a bag.
    public enum Refusal: Error, Sendable, Hashable {
        case badName(String)
        /// Two names that some disks take for one.
        case nameTwice(String)
    }

    private var names: Set<String> = []

    public init(info: BagInfo) { self.info = info }

    /// - Throws: ``Refusal``.
    public mutating func addPayload(_ name: String, _ source: Source) throws(Refusal) {
        payload.append(File(path: try claim("data/\(name)"), source: source))
    }

    /// - Throws: ``Refusal``.
    public mutating func addTag(_ name: String, _ bytes: [UInt8]) throws(Refusal) {
        tags.append(File(path: try claim(name), source: .pieces([.bytes(bytes)])))
    }

    private mutating func claim(_ name: String) throws(Refusal) -> PackagePath {
        guard let path = PackagePath(name) else { throw .badName(name) }
        guard names.insert(path.folded).inserted else { throw .nameTwice(name) }
        return path
    }
}
