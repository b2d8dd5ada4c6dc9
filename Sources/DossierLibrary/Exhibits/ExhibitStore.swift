public import DossierFiles

/// The originals of exhibits: each kept once, read-only, under its SHA-256, and never written to again.
///
/// `exhibits/<first two digits>/<sha256>`, files 0400 and folders 0700. A name is given only to a copy that is whole and
/// on the disk, so that neither a killed process nor a power cut leaves a name with half of its bytes.
public struct ExhibitStore: Sendable {
    /// The folder of the originals, in the library's folder.
    public let path: String
    var reading: FileReading

    /// Nothing is made on the disk before the first original comes in.
    public init(libraryPath: String) { self.init(libraryPath: libraryPath, reading: FileReading()) }

    /// For tests, which read in small blocks and step in between two of them.
    init(libraryPath: String, reading: FileReading) {
        path = "\(libraryPath)/exhibits"
        self.reading = reading
    }

    /// The same store, with all that it reads counted.
    func metered(by meter: ProgressMeter) -> ExhibitStore {
        var metered = self
        metered.reading = meter.metering(reading)
        return metered
    }

    /// What was kept.
    public struct KeptFile: Sendable, Hashable {
        public var digests: Digests
        /// The size.
        public var bytes: Int
        /// False when the same bytes had been kept before.
        public var isNew: Bool

        /// Lower-case hexadecimal.
        public var sha256: String { digests.sha256 }
        /// Lower-case hexadecimal.
        public var sha512: String { digests.sha512 }
    }

    /// Where the original with this SHA-256 is kept, whether or not it is there.
    /// - Throws: ``FileError`` (`badDigest`) when it is not 64 lower-case hexadecimal digits, which could lead out of
    ///   the store.
    public func path(of sha256: String) throws(FileError) -> String {
        let isDigit = { (byte: UInt8) in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(isDigit) else {
            throw FileError(.badDigest, path: path, detail: sha256)
        }
        return "\(path)/\(sha256.prefix(2))/\(sha256)"
    }
}
