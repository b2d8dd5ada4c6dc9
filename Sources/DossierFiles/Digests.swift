import Dispatch

/// Two digests of the same bytes, as lower-case hexadecimal.
///
/// Two, because archives and courts ask for SHA-512 and most tools at hand speak SHA-256; and were one of them broken, the
/// other would still hold.
public struct Digests: Sendable, Hashable {
    /// 64 digits.
    public var sha256: String
    /// 128 digits.
    public var sha512: String

    /// Of digests that are known.
    public init(sha256: String, sha512: String) {
        self.sha256 = sha256
        self.sha512 = sha512
    }

    /// Of bytes at hand.
    public init(of bytes: [UInt8]) {
        let digests = SerialDigests()
        bytes.withUnsafeBytes { digests.update($0) }
        self = digests.finalize()
    }
}

/// How a file's digests are taken.
public enum DigestManner: Sendable {
    /// One after the other on the calling thread: for many files, of which each core has one.
    case oneThread
    /// Each on a thread of its own, while the calling thread reads and writes: for one large file.
    case threadForEach
}

/// Takes both digests of a stream of blocks on the calling thread.
struct SerialDigests {
    private let sha256 = RunningDigest(.sha256)
    private let sha512 = RunningDigest(.sha512)

    func update(_ block: UnsafeRawBufferPointer) {
        sha256.update(block)
        sha512.update(block)
    }

    func finalize() -> Digests { Digests(sha256: sha256.digest, sha512: sha512.digest) }
}

/// Takes both digests of a stream of blocks, each on a thread of its own.
struct ParallelDigests {
    private let sha256 = Lane(.sha256)
    private let sha512 = Lane(.sha512)

    /// Returns at once. The block must stay as it is until `group` is empty.
    func update(_ block: UnsafeRawBufferPointer, group: DispatchGroup) {
        sha256.update(block, group)
        sha512.update(block, group)
    }

    /// Waits for all blocks.
    func finalize() -> Digests { Digests(sha256: sha256.finalize(), sha512: sha512.finalize()) }

    /// A digest and the serial queue that alone touches it.
    private struct Lane: Sendable {
        private let digest: RunningDigest
        private let queue = DispatchQueue(label: "dossier.digest")

        init(_ algorithm: RunningDigest.Algorithm) { digest = RunningDigest(algorithm) }

        func update(_ block: UnsafeRawBufferPointer, _ group: DispatchGroup) {
            nonisolated(unsafe) let block = block
            queue.async(group: group) { digest.update(block) }
        }

        func finalize() -> String { queue.sync { digest.digest } }
    }
}
