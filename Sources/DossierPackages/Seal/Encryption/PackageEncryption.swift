import DossierFiles
import Glibc

/// Encryption of files to recipients, and opening them again.
///
/// Neither form says who has encrypted: a package is signed first and encrypted whole, signature and all.
public struct PackageEncryption: Sendable {
    private let programs: SealPrograms

    public init(programs: SealPrograms) { self.programs = programs }

    /// Encrypts the file and writes the result beside it (`.age`, or `.gpg`), in place of one that may be there.
    ///
    /// - Returns: the encrypted file's path. The file itself stays.
    /// - Throws: ``SealError`` (`noRecipients`; `mixedRecipients`, because no program reads both forms and two files would
    ///   be two packages), ``OutsideProgramError``, `FileError`.
    public func encrypt(_ path: String, to recipients: [Recipient]) throws -> String {
        guard !recipients.isEmpty else { throw SealError(.noRecipients, value: path) }
        var forAge: [String] = []
        var forOpenPGP: [String] = []
        for recipient in recipients {
            switch recipient {
            case .age(let recipient): forAge.append(recipient.text)
            case .ssh(let key): forAge.append(key.line)
            case .openPGP(let armour): forOpenPGP.append(armour)
            }
        }
        guard forAge.isEmpty || forOpenPGP.isEmpty else { throw SealError(.mixedRecipients, value: path) }
        if forOpenPGP.isEmpty {
            let target = path + EncryptedForm.age.suffix
            try write(target, permissions: 0o644) { output in
                try programs.age().run(
                    ["--encrypt"] + forAge.flatMap { ["--recipient", $0] }, manner(path, output))
            }
            return target
        }
        let target = path + EncryptedForm.openPGP.suffix
        let home = try PrivateFolder()
        let files = try forOpenPGP.enumerated().map { number, armour in
            let file = "\(home.path)/recipient-\(number).asc"
            try FileWriting.write(Array(armour.utf8), to: file)
            return file
        }
        try write(target, permissions: 0o644) { output in
            // Whom a file is for is nobody else's business: --throw-keyids. What is in a package is compressed already.
            try programs.gpg().run(
                OpenPGPHome.arguments(home) + [
                    "--trust-model", "always", "--throw-keyids", "--compress-algo", "none",
                ] + files.flatMap { ["--recipient-file", $0] } + ["--encrypt"], manner(path, output, .last))
        }
        return target
    }

    /// Opens an encrypted file into a new one that nobody else may read.
    ///
    /// - Parameters:
    ///   - path: The encrypted file.
    ///   - keys: For age: the keys of ours that may open it. For OpenPGP gpg looks into the keyring of whoever runs it.
    ///   - target: The new file, in a folder that nobody else may enter.
    ///   - limit: In bytes: a small OpenPGP file can be the compressed form of one that fills the disk.
    ///   - asksOnTerminal: Whether somebody is at the terminal to be asked for a passphrase.
    /// - Throws: ``SealError`` (`notEncrypted`, `noKey` when age has none to try, `openToOthers`),
    ///   ``OutsideProgramError`` when no key opens it or it is damaged, `FileError`. Nothing is at `target` then.
    public func open(
        _ path: String, with keys: [SealKeys.OpeningKey], into target: String, limit: Int,
        asksOnTerminal: Bool = false
    ) throws {
        let parent = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
        try OwnerOnly.require(parent.isEmpty ? "/" : parent)
        switch try form(of: path) {
        case .age:
            guard !keys.isEmpty else { throw SealError(.noKey, value: path) }
            for key in keys { try OwnerOnly.require(key.privatePath) }
            try write(target, permissions: 0o600) { output in
                try programs.age().run(
                    ["--decrypt"] + keys.flatMap { ["--identity", $0.privatePath] },
                    manner(path, output, asksOnTerminal: asksOnTerminal))
            }
        case .openPGP:
            try write(target, permissions: 0o600) { output in
                // Never onto the network, whatever the message asks for; a signature within it is none of ours.
                try programs.gpg().run(
                    ["--quiet", "--disable-dirmngr", "--skip-verify", "--max-output", String(limit)]
                        + (asksOnTerminal ? [] : ["--batch", "--no-tty", "--pinentry-mode", "error"]) + ["--decrypt"],
                    manner(path, output, .last, asksOnTerminal: asksOnTerminal))
            }
        }
    }

    /// - Throws: ``SealError`` (`notEncrypted`), `FileError`.
    private func form(of path: String) throws -> EncryptedForm {
        let start = try FileStart.bytes(of: path, count: EncryptedForm.bytesNeeded)
        guard let form = EncryptedForm(firstBytes: start) else { throw SealError(.notEncrypted, value: path) }
        return form
    }

    private func manner(
        _ input: String, _ output: OutsideProgram.Output, _ line: OutsideProgram.TellingLine = .first,
        asksOnTerminal: Bool = false
    ) -> OutsideProgram.Manner {
        OutsideProgram.Manner(
            input: .file(path: input), output: output, patience: Self.patience, keepsTerminal: asksOnTerminal,
            tellingLine: line)
    }

    /// For a package of many gibibytes on a slow disk.
    private static let patience = Duration.seconds(4 * 60 * 60)

    /// The target has its name only when all of it is there: what a damaged file gives up to where it is damaged is not.
    private func write(
        _ target: String, permissions: UInt32, _ work: (OutsideProgram.Output) throws -> Void
    ) throws {
        let part = "\(target).part"
        unlink(part)
        do {
            try work(.file(path: part, permissions: permissions))
            try OpenFile(part, O_RDONLY, error: FileError.reading).sync()
            guard rename(part, target) == 0 else { throw FileError.writing(target, errno) }
        } catch {
            unlink(part)
            throw error
        }
    }
}
