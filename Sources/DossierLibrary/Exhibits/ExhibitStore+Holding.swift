import Crypto
import Glibc

extension ExhibitStore {
    /// Whether a file stands where the original of this SHA-256 is kept.
    public func holds(_ sha256: String) -> Bool {
        guard let path = try? path(of: sha256) else { return false }
        return access(path, F_OK) == 0
    }
}

extension Digests {
    /// Of bytes at hand.
    public init(of bytes: [UInt8]) {
        self.init(sha256: SHA256.hash(data: bytes).hexadecimal, sha512: SHA512.hash(data: bytes).hexadecimal)
    }
}
