import DossierFiles
import Foundation

/// An OpenSSH public key: its kind and its bytes. The comment of the file that it came in is left behind, because it names
/// people and machines.
public struct SSHPublicKey: Sendable, Hashable {
    /// As OpenSSH writes it, such as `ssh-ed25519`.
    public let kind: String
    /// As signatures carry it: the kind, then the numbers, each with its length before it (RFC 4253, section 6.6).
    let blob: [UInt8]

    /// Kinds that sign. Certificates are not among them: they say who vouches for a key, which nobody here checks.
    private static let kinds: Set = [
        "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ]

    /// - Returns: nil when the bytes are no public key of a kind that is known.
    init?(blob: [UInt8]) {
        var reader = SSHReader(blob)
        guard let kind = reader.text(), Self.kinds.contains(kind), let first = reader.string(), !first.isEmpty else {
            return nil
        }
        // The rest depends on the kind. An Ed25519 key is 32 bytes and nothing else.
        if kind == "ssh-ed25519" { guard first.count == 32, reader.isAtEnd else { return nil } }
        self.kind = kind
        self.blob = blob
    }

    /// Reads `KIND BASE64 [COMMENT]`.
    /// - Returns: nil when the line is no such thing.
    init?(line: Substring) {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, let data = Data(base64Encoded: String(parts[1])), let key = Self(blob: [UInt8](data)),
            key.kind == parts[0]
        else { return nil }
        self = key
    }

    /// As it stands in a file, without a comment.
    public var line: String { "\(kind) \(Data(blob).base64EncodedString())" }

    /// `SHA256:` and the digest in Base64, as `ssh-keygen -l` prints it.
    public var fingerprint: String {
        let digest = Data(hexadecimalBytes(Digests(of: blob).sha256))
        return "SHA256:" + digest.base64EncodedString().trimmingCharacters(in: ["="])
    }
}
