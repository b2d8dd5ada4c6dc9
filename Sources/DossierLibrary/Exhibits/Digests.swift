import Crypto
import Dispatch
import Foundation

/// SHA-256 and SHA-512 of the same bytes, as lower-case hexadecimal.
public struct Digests: Sendable, Hashable {
    public var sha256: String
    public var sha512: String

    public init(sha256: String, sha512: String) {
        self.sha256 = sha256
        self.sha512 = sha512
    }

    /// Of bytes at hand.
    public init(of bytes: [UInt8]) {
        self.init(sha256: SHA256.hash(data: bytes).hexadecimal, sha512: SHA512.hash(data: bytes).hexadecimal)
    }
}

/// Takes both digests of a stream of blocks.
protocol BlockDigesting {
    /// Takes in a block, which may be read until the next call of ``settle()``.
    func update(_ block: UnsafeRawBufferPointer)
    /// Returns when all blocks have been taken in.
    func settle()
    func finish() -> Digests
}

/// Both digests one after the other, for the many small files that are shared out over the cores.
final class SerialDigesting: BlockDigesting {
    private var sha256 = SHA256()
    private var sha512 = SHA512()

    func update(_ block: UnsafeRawBufferPointer) {
        sha256.update(bufferPointer: block)
        sha512.update(bufferPointer: block)
    }

    func settle() {}

    func finish() -> Digests {
        Digests(sha256: sha256.finalize().hexadecimal, sha512: sha512.finalize().hexadecimal)
    }
}

/// Each digest on a core of its own, for one large file: together they take about as long as the slower one.
final class ParallelDigesting: BlockDigesting {
    private let sha256 = Lane(SHA256())
    private let sha512 = Lane(SHA512())
    private let group = DispatchGroup()

    func update(_ block: UnsafeRawBufferPointer) {
        sha256.update(block, group)
        sha512.update(block, group)
    }

    func settle() { group.wait() }

    func finish() -> Digests {
        settle()
        return Digests(sha256: sha256.digest, sha512: sha512.digest)
    }

    /// One digest with the queue that alone touches it; hence the unchecked conformance.
    private final class Lane<Function: HashFunction>: @unchecked Sendable {
        private var function: Function
        private let queue = DispatchQueue(label: "digest")

        init(_ function: Function) { self.function = function }

        func update(_ block: UnsafeRawBufferPointer, _ group: DispatchGroup) {
            // The caller keeps the block until the group is done.
            nonisolated(unsafe) let block = block
            queue.async(group: group) { self.function.update(bufferPointer: block) }
        }

        /// The digest of all blocks whose group is done.
        var digest: String { queue.sync { function.finalize().hexadecimal } }
    }
}
