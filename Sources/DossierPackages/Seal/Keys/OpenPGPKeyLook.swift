import DossierFiles

/// What gpg says of a file with an OpenPGP public key.
struct OpenPGPKeyLook {
    /// How many keys there are in it.
    private(set) var count = 0
    /// Of the first, in capital hexadecimal.
    private(set) var fingerprint: String?
    /// Whether the first can be encrypted to: neither expired nor revoked nor for signing alone.
    private(set) var canEncrypt = false

    /// - Throws: ``OutsideProgramError``; ``SealError`` (`privateKeyGiven`, `notAPublicKey`).
    init(at path: String, programs: SealPrograms) throws {
        let home = try PrivateFolder()
        let output: [UInt8]
        do {
            output = try programs.gpg().run(
                OpenPGPHome.arguments(home) + ["--with-colons", "--show-keys"],
                OutsideProgram.Manner(
                    input: .file(path: path), output: .captured(limit: PublicKey.sizeLimit), tellingLine: .last))
        } catch OutsideProgramError.failed {
            throw SealError(.notAPublicKey, value: path)
        }
        for line in String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) {
            // Fields as doc/DETAILS of GnuPG describes them.
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            switch fields.first {
            case "pub":
                count += 1
                // Field 12: what all of the key can do is in capitals; a dead key can do nothing.
                if count == 1, fields.count > 11 { canEncrypt = fields[11].contains("E") && !fields[11].contains("D") }
            case "fpr":
                if fingerprint == nil, fields.count > 9 { fingerprint = String(fields[9]) }
            case "sec": throw SealError(.privateKeyGiven, value: path)
            default: break
            }
        }
    }
}

/// gpg with a home of its own, gone afterwards: nothing of what it is shown gets into anybody's keyring, and nothing in
/// anybody's configuration changes what it does.
enum OpenPGPHome {
    static func arguments(_ home: PrivateFolder) -> [String] {
        // Public keys need no agent, and one that was started would outlive the folder.
        ["--homedir", home.path, "--batch", "--no-tty", "--quiet", "--no-options", "--no-autostart"]
    }
}
