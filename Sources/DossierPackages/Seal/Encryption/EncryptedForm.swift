/// How a file is encrypted, by its first bytes.
public enum EncryptedForm: String, Sendable, CaseIterable {
    case age
    case openPGP

    /// What a file of this form is called, after the name of what is in it.
    public var suffix: String {
        switch self {
        case .age: ".age"
        case .openPGP: ".gpg"
        }
    }

    /// How many bytes of a file are enough to tell.
    public static let bytesNeeded = 64

    /// Tells the form by the beginning of a file, ``bytesNeeded`` or all of it; nil when it is not encrypted in a form that
    /// is known.
    public init?(firstBytes bytes: [UInt8]) {
        // Armour may have empty lines before it, and an editor's mark of UTF-8.
        let text = bytes.drop { [0xEF, 0xBB, 0xBF, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
        if bytes.starts(with: Array("age-encryption.org/v1\n".utf8))
            || text.starts(with: Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8))
        {
            self = .age
        } else if text.starts(with: Array("-----BEGIN PGP MESSAGE-----".utf8)) || Self.beginsWithSessionKey(bytes) {
            self = .openPGP
        } else {
            return nil
        }
    }

    /// A message begins with a packet for each recipient: tag 1 for a public key, 3 for a passphrase (RFC 9580, sections 4.2,
    /// 5.1 and 5.3). The version after its length tells it from other bytes that begin alike.
    private static func beginsWithSessionKey(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first & 0x80 != 0 else { return false }
        let isNew = first & 0x40 != 0
        let tag = isNew ? first & 0x3F : first >> 2 & 0xF
        guard tag == 1 || tag == 3, bytes.count > 1 else { return false }
        let lengthBytes: Int
        if isNew {
            lengthBytes = bytes[1] < 192 ? 1 : bytes[1] < 224 ? 2 : bytes[1] == 255 ? 5 : 0
        } else {
            lengthBytes = [1, 2, 4, 0][Int(first & 3)]
        }
        guard lengthBytes > 0, bytes.count > 1 + lengthBytes else { return false }
        let versions: [UInt8] = tag == 1 ? [3, 6] : [4, 5, 6]
        return versions.contains(bytes[1 + lengthBytes])
    }
}
