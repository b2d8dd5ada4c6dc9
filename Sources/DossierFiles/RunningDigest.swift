import COpenSSL

/// A digest of bytes that come by one block after another, taken by OpenSSL.
///
/// By OpenSSL and not by swift-crypto, whose SHA-512 has no fast way on AMD's processors and there takes half again as long:
/// with exhibits of gigabytes that is what people wait for.
public final class RunningDigest: @unchecked Sendable {
    // Sendable by convention of its uses: one thread at a time touches it.
    private let context: OpaquePointer?

    public enum Algorithm: Sendable {
        case sha256, sha512
    }

    public init(_ algorithm: Algorithm) {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, algorithm == .sha256 ? EVP_sha256() : EVP_sha512(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    public func update(_ block: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, block.baseAddress, block.count)
    }

    /// Lower-case hexadecimal, of what has come by so far; more may follow. Empty, which no digest is, when OpenSSL has no
    /// memory left.
    public var digest: String {
        let copy = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(copy) }
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard context != nil, EVP_MD_CTX_copy_ex(copy, context) == 1, EVP_DigestFinal_ex(copy, &bytes, &count) == 1
        else { return "" }
        return bytes.prefix(Int(count)).hexadecimal
    }
}
