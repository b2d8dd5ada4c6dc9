import Foundation

/// A public key as it is kept under a name: of ours, or of somebody to whom packages go or from whom they come.
public enum PublicKey: Sendable, Hashable {
    case ssh(SSHPublicKey)
    case age(AgeRecipient)
    /// An OpenPGP public key block in ASCII armour (RFC 4880, section 6.2), as it was given.
    case openPGP(armour: String)

    /// In bytes: OpenPGP keys with many signatures and pictures are large.
    static let sizeLimit = 1 << 20
    private static let blockBegins = "-----BEGIN PGP PUBLIC KEY BLOCK-----"
    private static let blockEnds = "-----END PGP PUBLIC KEY BLOCK-----"

    /// Reads the one public key of a file. Lines that begin with `#` are passed over. The path, where the bytes come from, is
    /// for the error.
    ///
    /// - Throws: ``SealError`` (`privateKeyGiven`, `notAPublicKey`, `severalKeys`).
    init(_ bytes: [UInt8], path: String) throws(SealError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SealError(.notAPublicKey, value: path)
        }
        // Whoever hands out a private key by mistake should hear of it now.
        guard !text.contains("PRIVATE KEY"), !text.uppercased().contains("AGE-SECRET-KEY-") else {
            throw SealError(.privateKeyGiven, value: path)
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimming(while: \.isWhitespace) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
        if let first = lines.firstIndex(of: Self.blockBegins[...]) {
            guard lines.filter({ $0 == Self.blockBegins }).count == 1 else {
                throw SealError(.severalKeys, value: path)
            }
            guard first == 0, lines.last == Self.blockEnds[...], let start = text.range(of: Self.blockBegins),
                let end = text.range(of: Self.blockEnds, range: start.upperBound..<text.endIndex)
            else { throw SealError(.notAPublicKey, value: path) }
            // Not the lines: the empty one after the armour's head means something.
            self = .openPGP(armour: String(text[start.lowerBound..<end.upperBound]))
            return
        }
        guard let line = lines.first else { throw SealError(.notAPublicKey, value: path) }
        guard lines.count == 1 else { throw SealError(.severalKeys, value: path) }
        if let recipient = AgeRecipient(line) {
            self = .age(recipient)
        } else if let key = SSHPublicKey(line: line) {
            self = .ssh(key)
        } else {
            throw SealError(.notAPublicKey, value: path)
        }
    }

    /// The key as it is handed out, without a line break at its end.
    public var text: String {
        switch self {
        case .ssh(let key): key.line
        case .age(let recipient): recipient.text
        case .openPGP(let armour): armour
        }
    }

    /// The form's name: OpenSSH's own, `age` or `openpgp`.
    public var form: String {
        switch self {
        case .ssh(let key): key.kind
        case .age: "age"
        case .openPGP: "openpgp"
        }
    }
}

extension Substring {
    fileprivate func trimming(while isLeftOut: (Character) -> Bool) -> Substring {
        var part = drop(while: isLeftOut)
        while let last = part.last, isLeftOut(last) { part.removeLast() }
        return part
    }
}
