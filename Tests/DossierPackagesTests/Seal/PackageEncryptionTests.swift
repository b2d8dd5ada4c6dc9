import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierPackages

@Suite("Encryption")
struct PackageEncryptionTests {
    /// More than one of age's chunks.
    private func package(_ bench: SealBench) throws -> (file: String, bytes: [UInt8]) {
        var random = SeededRandom(seed: 7)
        let bytes = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        return (try bench.file("package.zip", bytes: bytes), bytes)
    }

    @Test("What is encrypted to two keys of age is opened by either, for its owner alone")
    func age() throws {
        let bench = try SealBench()
        let (file, bytes) = try package(bench)
        _ = try bench.keys.make("first", for: .open)
        _ = try bench.keys.make("second", for: .open)
        let recipients = try [bench.keys.recipient("first"), bench.keys.recipient("second")]
        let sealed = try bench.encryption.encrypt(file, to: recipients)
        #expect(sealed == "\(file).age")
        #expect(EncryptedForm(firstBytes: Array(try bench.bytes("package.zip.age").prefix(64))) == .age)
        let folder = try bench.privateFolder()
        for name in ["first", "second"] {
            let target = "\(folder)/\(name).zip"
            try bench.encryption.open(sealed, with: [try bench.keys.openingKey(name)], into: target, limit: 1 << 20)
            #expect(try bench.bytes("opened/\(name).zip") == bytes)
            #expect(try permissions(target) == 0o600)
        }
        try bench.tool("age", "-d", "-i", bench.path("keys/first/key"), "-o", bench.path("by-hand"), sealed)
        #expect(try bench.bytes("by-hand") == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["first.zip", "second.zip"])
    }

    @Test("An OpenSSH key of Ed25519 is a recipient, too; one of RSA is none")
    func openSSH() throws {
        let bench = try SealBench()
        let (file, bytes) = try package(bench)
        _ = try bench.keys.make("office", for: .sign)
        let sealed = try bench.encryption.encrypt(file, to: [try bench.keys.recipient("office")])
        let target = "\(try bench.privateFolder())/package.zip"
        try bench.encryption.open(sealed, with: [try bench.keys.openingKey("office")], into: target, limit: 1 << 20)
        #expect(try bench.bytes("opened/package.zip") == bytes)
        try bench.tool("ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", bench.path("rsa"))
        _ = try bench.keys.add("rsa", from: bench.path("rsa.pub"))
        #expect(sealRefusal { _ = try bench.keys.recipient("rsa") } == .notForEncryption)
    }

    @Test("For OpenPGP the file does not say whom it is for, gpg opens it, and nobody's keyring has changed")
    func openPGP() throws {
        let bench = try SealBench()
        let (file, bytes) = try package(bench)
        _ = try bench.keys.add("un", from: try bench.openPGPKey())
        // Somebody who has never used gpg.
        let sender = try SealBench()
        let sealed = try sender.encryption.encrypt(file, to: [try bench.keys.recipient("un")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: sender.folder.path) == [])
        #expect(sealed == "\(file).gpg")
        #expect(EncryptedForm(firstBytes: Array(try bench.bytes("package.zip.gpg").prefix(64))) == .openPGP)
        let packets = try bench.tool("gpg", "--batch", "--list-packets", sealed)
        #expect(packets.contains("keyid 0000000000000000"))
        #expect(packets.contains("name=\"\""))
        let target = "\(try bench.privateFolder())/package.zip"
        try bench.encryption.open(sealed, with: [], into: target, limit: 1 << 20)
        #expect(try bench.bytes("opened/package.zip") == bytes)
        #expect(try permissions(target) == 0o600)
    }

    @Test("An OpenPGP file that unpacks to more than it may leaves nothing")
    func bomb() throws {
        let bench = try SealBench()
        _ = try bench.openPGPKey()
        let zeros = try bench.file("zeros", bytes: [UInt8](repeating: 0, count: 4 << 20))
        try bench.tool(
            "gpg", "--batch", "--quiet", "--trust-model", "always", "--recipient", "nobody", "--output", "\(zeros).gpg",
            "--encrypt", zeros)
        #expect(try bench.bytes("zeros.gpg").count < 100_000)
        let folder = try bench.privateFolder()
        #expect(
            programError {
                try bench.encryption.open("\(zeros).gpg", with: [], into: "\(folder)/zeros", limit: 1 << 20)
            } != nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test("OpenPGP and age cannot be mixed, and nobody is no recipient")
    func mixed() throws {
        let bench = try SealBench()
        let (file, _) = try package(bench)
        _ = try bench.keys.make("archive", for: .open)
        let recipients = [try bench.keys.recipient("archive"), .openPGP(armour: "")]
        #expect(sealRefusal { _ = try bench.encryption.encrypt(file, to: recipients) } == .mixedRecipients)
        #expect(sealRefusal { _ = try bench.encryption.encrypt(file, to: []) } == .noRecipients)
    }

    @Test("What is damaged or cut, or for somebody else, gives up nothing")
    func damaged() throws {
        let bench = try SealBench()
        let (file, _) = try package(bench)
        _ = try bench.keys.make("archive", for: .open)
        _ = try bench.keys.make("other", for: .open)
        let sealed = try bench.encryption.encrypt(file, to: [try bench.keys.recipient("archive")])
        let sound = try bench.bytes("package.zip.age")
        let folder = try bench.privateFolder()
        var flipped = sound
        flipped[150_000] ^= 1
        for (bytes, name) in [
            (flipped, "archive"), (Array(sound.prefix(100_000)), "archive"), (Array(sound.prefix(65)), "archive"),
            (sound, "other"),
        ] {
            _ = try bench.file("package.zip.age", bytes: bytes)
            let key = try bench.keys.openingKey(name)
            #expect(
                programError {
                    try bench.encryption.open(sealed, with: [key], into: "\(folder)/package.zip", limit: 1 << 20)
                } != nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
        #expect(
            sealRefusal { try bench.encryption.open(file, with: [], into: "\(folder)/x", limit: 1) } == .notEncrypted)
        #expect(sealRefusal { try bench.encryption.open(sealed, with: [], into: "\(folder)/x", limit: 1) } == .noKey)
    }

    @Test("Nothing is opened into a folder that others can enter")
    func openFolder() throws {
        let bench = try SealBench()
        let (file, _) = try package(bench)
        _ = try bench.keys.make("archive", for: .open)
        let sealed = try bench.encryption.encrypt(file, to: [try bench.keys.recipient("archive")])
        chmod(bench.folder.path, 0o755)
        let key = try bench.keys.openingKey("archive")
        #expect(
            sealRefusal { try bench.encryption.open(sealed, with: [key], into: bench.path("x"), limit: 1) }
                == .openToOthers)
    }

    @Test("Missing programs are named, and nothing is left of the attempt")
    func missing() throws {
        let bench = try SealBench()
        let (file, _) = try package(bench)
        _ = try bench.keys.make("archive", for: .open)
        let without = PackageEncryption(programs: bench.noPrograms)
        let recipient = try bench.keys.recipient("archive")
        #expect(
            programError { _ = try without.encrypt(file, to: [recipient]) }
                == .notInstalled(name: "age", debianPackage: "age"))
        #expect(
            programError { _ = try without.encrypt(file, to: [.openPGP(armour: "")]) }
                == .notInstalled(name: "gpg", debianPackage: "gnupg"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).sorted() == ["keys", "package.zip"])
    }

    @Test("Encrypted files are recognised by their first bytes, and others are not")
    func forms() throws {
        let bench = try SealBench()
        let (file, _) = try package(bench)
        _ = try bench.keys.make("archive", for: .open)
        let recipient = try bench.keys.key("archive").publicKey.text
        try bench.tool("age", "-a", "-r", recipient, "-o", bench.path("armoured"), file)
        #expect(EncryptedForm(firstBytes: Array(try bench.bytes("armoured").prefix(64))) == .age)
        #expect(EncryptedForm(firstBytes: Array("\n-----BEGIN PGP MESSAGE-----\n".utf8)) == .openPGP)
        // gpg with RSA (two bytes of length), new packets, a passphrase.
        for bytes: [UInt8] in [
            [0x85, 0x01, 0x0C, 0x03], [0x84, 0x5E, 0x03], [0xC1, 0x5E, 0x03], [0xC1, 0xC0, 0x4C, 0x03],
            [0x8C, 0x0D, 0x04], [0xC3, 0x0D, 0x04],
        ] {
            #expect(EncryptedForm(firstBytes: bytes) == .openPGP, "\(bytes)")
        }
        for bytes: [UInt8] in [
            [], [0x84], [0x85, 0x01], [0xC1], Array("PK\u{3}\u{4}".utf8), Array("%PDF-1.7".utf8),
            [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF, 0xE0], Array("age-encryption.org/v2\n".utf8),
            Array("-----BEGIN PGP PUBLIC KEY BLOCK-----".utf8), [0x84, 0x5E, 0x00], [0x87, 0x00, 0x03],
        ] {
            #expect(EncryptedForm(firstBytes: bytes) == nil, "\(bytes)")
        }
    }
}
