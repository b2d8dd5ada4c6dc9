import DossierFiles
import Foundation
import Glibc

extension SealKeys {
    /// What a new key of ours is for.
    public enum Purpose: String, Sendable, CaseIterable {
        /// To sign what we send (Ed25519, by `ssh-keygen`).
        case sign
        /// To open what was encrypted to us (X25519, by `age-keygen`).
        case open
    }

    /// Makes a key of ours.
    ///
    /// - Parameters:
    ///   - name: `a-z`, `0-9` and `-`.
    ///   - purpose: What it is for.
    ///   - withPassphrase: For keys to sign with: `ssh-keygen` asks for one on the terminal. Keys to open with have none;
    ///     `age-keygen` protects none with one.
    /// - Returns: the key.
    /// - Throws: ``SealError`` (`badName`, `keyExists`, and about the folder), ``OutsideProgramError``, `FileError`. No part
    ///   of a key is there then.
    public func make(_ name: String, for purpose: Purpose, withPassphrase: Bool = false) throws -> Key {
        try keep(name) { place in
            let path = "\(place)/key"
            switch purpose {
            case .sign:
                // The comment goes wherever the public key goes. Without one, ssh-keygen writes who made it, and where.
                let arguments = ["-q", "-t", "ed25519", "-C", "dossier", "-f", path]
                try programs.sshKeygen().run(
                    withPassphrase ? arguments : arguments + ["-N", ""],
                    OutsideProgram.Manner(
                        patience: withPassphrase ? Self.patienceWithPeople : .seconds(60),
                        keepsTerminal: withPassphrase))
            case .open:
                let program = try programs.ageKeygen()
                try program.run(["-o", path])
                let text = try program.run(["-y", path], OutsideProgram.Manner(output: .captured(limit: 1_000)))
                try FileWriting.write(text, to: "\(path).pub")
            }
            guard chmod(path, 0o600) == 0 else { throw FileError.writing(path, errno) }
            try OpenFile(path, O_RDONLY, error: FileError.reading).sync()
        }
    }

    /// Keeps somebody's public key under a name.
    ///
    /// - Parameters:
    ///   - name: `a-z`, `0-9` and `-`.
    ///   - file: Where an OpenSSH public key, an age recipient or an OpenPGP public key block in ASCII armour is.
    /// - Returns: the key.
    /// - Throws: ``SealError``, also when the file holds a private key or nothing can be done with the key;
    ///   ``OutsideProgramError`` for OpenPGP keys, which gpg has to look at; `FileError`.
    public func add(_ name: String, from file: String) throws -> Key {
        guard let bytes = try SmallFile.bytes(at: file, limit: PublicKey.sizeLimit) else {
            throw SealError(.notAPublicKey, value: file)
        }
        let key = try PublicKey(bytes, path: file)
        return try keep(name) { place in
            let path = "\(place)/key.pub"
            try FileWriting.write(Array("\(key.text)\n".utf8), to: path)
            guard case .openPGP = key else { return }
            let look = try OpenPGPKeyLook(at: path, programs: programs)
            guard look.count == 1 else {
                throw SealError(look.count == 0 ? .notAPublicKey : .severalKeys, value: file)
            }
            guard look.canEncrypt else { throw SealError(.notForEncryption, value: file) }
        }
    }

    /// How long somebody may think about a passphrase.
    static let patienceWithPeople = Duration.seconds(600)

    /// Fills a folder under a name that nobody looks for, and gives it its name when all of it is on the disk.
    private func keep(_ name: String, _ fill: (_ place: String) throws -> Void) throws -> Key {
        let place = try place(of: name)
        try FileWriting.makeFolder((folder as NSString).deletingLastPathComponent)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw FileError.writing(folder, errno) }
        try OwnerOnly.require(folder)
        var status = stat()
        // Said before anybody thinks of a passphrase.
        guard lstat(place, &status) != 0 else { throw SealError(.keyExists, value: name) }
        let draft = try PrivateFolder.make("\(folder)/.making-XXXXXX")
        do {
            try fill(draft)
            // Fails when another has taken the name meanwhile: a folder with something in it is not replaced.
            guard rename(draft, place) == 0 else {
                throw [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno)
                    ? SealError(.keyExists, value: name) : FileError.writing(place, errno) as any Error
            }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
        // The names, too, are on the disk before anybody relies on the key.
        for path in [place, folder] { try OpenFile("\(path)/.", O_RDONLY, error: FileError.reading).sync() }
        return try key(name)
    }
}
