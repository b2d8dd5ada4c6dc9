import COpenSSL

/// The key that a passphrase gives by scrypt (RFC 7914), which takes memory and time of whoever tries many.
public enum Scrypt {
    /// 32 bytes; nil when OpenSSL has no memory for it. With 32 MiB it takes about a tenth of a second.
    public static func key(passphrase: String, salt: [UInt8], cost: UInt64 = 1 << 15) -> [UInt8]? {
        var key = [UInt8](repeating: 0, count: 32)
        let bytes = Array(passphrase.utf8)
        let isMade = bytes.withUnsafeBytes { pass in
            EVP_PBE_scrypt(
                pass.bindMemory(to: CChar.self).baseAddress, bytes.count, salt, salt.count, cost, 8, 1, 64 << 20, &key,
                key.count)
        }
        return isMade == 1 ? key : nil
    }
}
