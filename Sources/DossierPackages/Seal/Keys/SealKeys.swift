import DossierFiles
import Foundation

/// The keys of this house and of those it deals with: a folder of its own (0700), outside libraries and packages, with one
/// folder for each name. In that stand `key.pub`, the public key, and for keys of ours `key`, the private one (0600), in the
/// forms of `ssh-keygen` and `age-keygen`, so that they are of use without this program.
///
/// A name stands for one key, so that nobody has to say which key of a name is meant.
public struct SealKeys: Sendable {
    /// Where the keys are.
    public let folder: String
    let programs: SealPrograms

    /// The folder need not be there yet: it is made with the first key.
    public init(folder: String, programs: SealPrograms) {
        self.folder = folder
        self.programs = programs
    }

    /// A key under its name.
    public struct Key: Sendable, Hashable {
        /// `a-z`, `0-9` and `-`.
        public let name: String
        /// The part that may be handed out.
        public let publicKey: PublicKey
        /// Whether the private part is here.
        public let isOurs: Bool
        /// What tells the key from every other: `SHA256:…` for OpenSSH, the recipient itself for age, OpenPGP's own; nil
        /// when gpg is needed to tell it and is not installed.
        public let fingerprint: String?

        /// What it is for.
        public var use: Use {
            guard isOurs else { return .theirs }
            if case .ssh = publicKey { return .signing }
            return .opening
        }
    }

    /// What keys are for.
    public enum Use: String, Sendable, CaseIterable {
        /// Keys of ours.
        case signing, opening
        /// Somebody else's.
        case theirs
    }

    /// A name in the folder, and the key that it stands for or why it stands for none.
    public struct Entry: Sendable {
        public let name: String
        public let key: Result<Key, any Error>
    }

    /// All names in order, with what is wrong with any of them.
    /// - Throws: ``SealError`` (`openToOthers`, `notOurs`) about the folder.
    public func entries() throws -> [Entry] {
        // What begins with a dot is a key that was being made when somebody pulled the plug.
        let names = FolderListing.names(in: folder).filter { !$0.hasPrefix(".") }
        guard !names.isEmpty else { return [] }
        try OwnerOnly.require(folder)
        return names.map { name in Entry(name: name, key: Result { try key(name) }) }
    }

    /// The key under a name.
    ///
    /// - Throws: ``SealError`` when the name is none, nothing is kept under it, or somebody else may read or change it.
    public func key(_ name: String) throws -> Key {
        let place = try place(of: name)
        let path = "\(place)/key.pub"
        do {
            try OwnerOnly.require(folder)
            try OwnerOnly.require(place)
            guard let bytes = try SmallFile.bytes(at: path, limit: PublicKey.sizeLimit) else {
                throw SealError(.notAPublicKey, value: path)
            }
            let key = try PublicKey(bytes, path: path)
            let isOurs = FolderListing.names(in: place).contains("key")
            if isOurs { try OwnerOnly.require("\(place)/key") }
            return Key(name: name, publicKey: key, isOurs: isOurs, fingerprint: try fingerprint(of: key, path))
        } catch let error as FileError where error.reason == .missing {
            throw SealError(.noKey, value: name)
        }
    }

    /// A key of ours, to sign with.
    public struct SigningKey: Sendable {
        let privatePath: String
        /// Who will be seen to have signed.
        public let publicKey: SSHPublicKey
    }

    /// - Throws: ``SealError``, `notForSigning` when the key is not ours or is for opening.
    public func signingKey(_ name: String) throws -> SigningKey {
        let key = try key(name)
        guard key.isOurs, case .ssh(let publicKey) = key.publicKey else { throw SealError(.notForSigning, value: name) }
        return SigningKey(privatePath: "\(folder)/\(name)/key", publicKey: publicKey)
    }

    /// A key of ours, to open with what was encrypted to it.
    public struct OpeningKey: Sendable {
        let privatePath: String
    }

    /// A signing key opens, too: age encrypts to OpenSSH's keys.
    /// - Throws: ``SealError``, `notForOpening` when the key is not ours.
    public func openingKey(_ name: String) throws -> OpeningKey {
        guard try key(name).isOurs else { throw SealError(.notForOpening, value: name) }
        return OpeningKey(privatePath: "\(folder)/\(name)/key")
    }

    /// Whoever should have signed.
    /// - Throws: ``SealError``, `notForSigning` when the key is not OpenSSH's.
    public func signer(_ name: String) throws -> SSHPublicKey {
        guard case .ssh(let publicKey) = try key(name).publicKey else {
            throw SealError(.notForSigning, value: name)
        }
        return publicKey
    }

    /// Whoever should be able to open.
    /// - Throws: ``SealError``, `notForEncryption` when nothing can be encrypted to the key.
    public func recipient(_ name: String) throws -> Recipient {
        guard let recipient = Recipient(try key(name).publicKey) else {
            throw SealError(.notForEncryption, value: name)
        }
        return recipient
    }

    /// The folder of a name, whether or not it is there.
    /// - Throws: ``SealError`` (`badName`).
    func place(of name: String) throws(SealError) -> String {
        let letters = name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        // No program takes a name with a hyphen before it for an option.
        guard letters, !name.hasPrefix("-"), (1...64).contains(name.utf8.count) else {
            throw SealError(.badName, value: name)
        }
        return "\(folder)/\(name)"
    }

    func fingerprint(of key: PublicKey, _ path: String) throws -> String? {
        switch key {
        case .ssh(let key): return key.fingerprint
        case .age(let recipient): return recipient.text
        case .openPGP:
            do {
                return try OpenPGPKeyLook(at: path, programs: programs).fingerprint
            } catch OutsideProgramError.notInstalled {
                return nil
            }
        }
    }
}
