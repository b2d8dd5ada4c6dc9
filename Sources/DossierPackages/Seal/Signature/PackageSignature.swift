import DossierFiles

/// Signatures over files by `ssh-keygen -Y`, which most computers have: over a package's tag manifest, which holds the
/// digests of everything else.
///
/// With an Ed25519 key the same file gives the same signature, byte for byte.
public struct PackageSignature: Sendable {
    /// What the signatures are for. A signature that the same key has made for git or e-mail is none over a package.
    public static let namespace = "dossier-package"
    /// What the signature of a file is called, after the file's name.
    public static let suffix = ".sig"

    private let programs: SealPrograms

    public init(programs: SealPrograms) { self.programs = programs }

    /// Signs the file and writes the signature beside it, in place of one that may be there.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - key: Who signs.
    ///   - asksOnTerminal: Whether somebody is at the terminal to be asked for the key's passphrase.
    /// - Returns: the signature's path.
    /// - Throws: ``OutsideProgramError``, ``SealError`` when somebody else may read the private key, `FileError`.
    @discardableResult
    public func sign(_ path: String, with key: SealKeys.SigningKey, asksOnTerminal: Bool = false) throws -> String {
        try OwnerOnly.require(key.privatePath)
        let signature = try programs.sshKeygen().run(
            ["-q", "-Y", "sign", "-f", key.privatePath, "-n", Self.namespace],
            OutsideProgram.Manner(
                input: .file(path: path), output: .captured(limit: SSHSignatureFile.sizeLimit),
                patience: SealKeys.patienceWithPeople, keepsTerminal: asksOnTerminal))
        try FileWriting.write(signature, to: path + Self.suffix)
        return path + Self.suffix
    }

    /// Judges the signature beside a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - expected: Who should have signed; nil takes whoever has.
    /// - Returns: what the signature proves.
    /// - Throws: `FileError` when the file or its signature cannot be read.
    public func verdict(on path: String, expecting expected: SSHPublicKey? = nil) throws -> SignatureVerdict {
        guard SmallFile.isThere(path + Self.suffix) else { return .none }
        guard let bytes = try SmallFile.bytes(at: path + Self.suffix, limit: SSHSignatureFile.sizeLimit),
            let file = SSHSignatureFile(bytes)
        else { return .unsound(.malformed, detail: "") }
        guard file.namespace == Self.namespace else { return .unsound(.otherPurpose, detail: file.namespace) }
        guard let key = file.publicKey else { return .unsound(.unknownKey, detail: "") }

        // Copies: what is checked is what was read, whoever writes to the package meanwhile.
        let folder = try PrivateFolder()
        let copy = "\(folder.path)/signature"
        try FileWriting.write(bytes, to: copy)
        do {
            let program = try programs.sshKeygen()
            let manner = OutsideProgram.Manner(input: .file(path: path), patience: .seconds(600))
            try program.run(["-Y", "check-novalidate", "-n", Self.namespace, "-s", copy], manner)
            guard let expected else { return .sound(fingerprint: key.fingerprint) }
            guard key == expected else {
                return .madeByAnotherKey(fingerprint: key.fingerprint, expected: expected.fingerprint)
            }
            // As whoever receives the package does it by hand.
            let allowed = "\(folder.path)/allowed"
            let line = "dossier namespaces=\"\(Self.namespace)\" \(expected.line)\n"
            try FileWriting.write(Array(line.utf8), to: allowed)
            try program.run(
                ["-Y", "verify", "-f", allowed, "-I", "dossier", "-n", Self.namespace, "-s", copy], manner)
            return .sound(fingerprint: key.fingerprint)
        } catch OutsideProgramError.failed(_, _, let line) {
            return .unsound(.doesNotMatch, detail: line)
        } catch let error as OutsideProgramError {
            return .notCheckable(error, fingerprint: key.fingerprint)
        }
    }
}
