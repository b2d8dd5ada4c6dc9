import Crypto

/// SHA-256 of bytes that come by one block after another.
public struct RunningSHA256: Sendable {
    private var function = SHA256()

    public init() {}

    public mutating func update(_ block: UnsafeRawBufferPointer) { function.update(bufferPointer: block) }

    /// Lower-case hexadecimal, of what has come by so far.
    public var digest: String { function.finalize().hexadecimal }
}
