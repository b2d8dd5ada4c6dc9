import Crypto
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
        self.init(sha256: SHA256.hash(data: bytes).hexadecimal, sha512: SHA512.hash(data: bytes).hexadecimal)
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
    private var sha256 = SHA256()
    private var sha512 = SHA512()

    mutating func update(_ block: UnsafeRawBufferPointer) {
        sha256.update(bufferPointer: block)
        sha512.update(bufferPointer: block)
    }

    func finalize() -> Digests {
        Digests(sha256: sha256.finalize().hexadecimal, sha512: sha512.finalize().hexadecimal)
    }
}

/// Takes both digests of a stream of blocks, each on a thread of its own.
struct ParallelDigests {
    private let sha256 = Lane(SHA256())
    private let sha512 = Lane(SHA512())

    /// Returns at once. The block must stay as it is until `group` is empty.
    func update(_ block: UnsafeRawBufferPointer, group: DispatchGroup) {
        sha256.update(block, group)
        sha512.update(block, group)
    }

    /// Waits for all blocks.
    func finalize() -> Digests { Digests(sha256: sha256.finalize(), sha512: sha512.finalize()) }

    /// A digest and the serial queue that alone touches it, which is why the class may be called Sendable.
    private final class Lane<Function: HashFunction>: @unchecked Sendable {
        private var function: Function
        private let queue = DispatchQueue(label: "dossier.digest")

        init(_ function: Function) { self.function = function }

        func update(_ block: UnsafeRawBufferPointer, _ group: DispatchGroup) {
            nonisolated(unsafe) let block = block
            queue.async(group: group) { self.function.update(bufferPointer: block) }
        }

        func finalize() -> String { queue.sync { function.finalize().hexadecimal } }
    }
}
