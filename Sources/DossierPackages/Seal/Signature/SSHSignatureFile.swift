import Foundation

/// What a file says that `ssh-keygen -Y sign` writes (OpenSSH's PROTOCOL.sshsig), before anybody has checked it.
struct SSHSignatureFile {
    /// Who is said to have signed; nil when the key is of a kind that is not known.
    let publicKey: SSHPublicKey?
    /// What the signature is for.
    let namespace: String

    /// In bytes: the largest are those of RSA keys, of some three thousand.
    static let sizeLimit = 1 << 14

    /// - Returns: nil when the bytes are no such file.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            $0.hasSuffix("\r") ? $0.dropLast() : $0
        }
        guard lines.count > 2, lines.first == "-----BEGIN SSH SIGNATURE-----",
            lines.last == "-----END SSH SIGNATURE-----",
            let blob = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { return nil }
        // byte[6] MAGIC_PREAMBLE "SSHSIG", uint32 SIG_VERSION 1, string publickey, string namespace, string reserved,
        // string hash_algorithm, string signature
        var reader = SSHReader(blob)
        guard reader.bytes(6) == Array("SSHSIG".utf8), reader.number() == 1, let key = reader.string(),
            let namespace = reader.text(), reader.string() != nil, reader.text() != nil, reader.string() != nil,
            reader.isAtEnd
        else { return nil }
        publicKey = SSHPublicKey(blob: key)
        self.namespace = namespace
    }
}
