import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierPackages

@Suite("The folder of keys")
struct SealKeysTests {
    @Test("A key to sign with is made for its owner alone, names nobody, and is ssh-keygen's")
    func signing() throws {
        let bench = try SealBench()
        let key = try bench.keys.make("office", for: .sign)
        #expect(key.use == .signing)
        #expect(try permissions(bench.path("keys")) == 0o700)
        #expect(try permissions(bench.path("keys/office")) == 0o700)
        #expect(try permissions(bench.path("keys/office/key")) == 0o600)
        let shown = try bench.tool("ssh-keygen", "-l", "-f", bench.path("keys/office/key"))
        let fingerprint = try #require(key.fingerprint)
        #expect(shown.contains("256 \(fingerprint) dossier (ED25519)"), "\(shown)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("keys")) == ["office"])
        #expect(try bench.keys.signingKey("office").publicKey.fingerprint == fingerprint)
    }

    @Test("A key to open with is age's")
    func opening() throws {
        let bench = try SealBench()
        let key = try bench.keys.make("archive", for: .open)
        #expect(key.use == .opening)
        #expect(try permissions(bench.path("keys/archive/key")) == 0o600)
        #expect(try bench.tool("age-keygen", "-y", bench.path("keys/archive/key")) == "\(key.publicKey.text)\n")
        #expect(sealRefusal { _ = try bench.keys.signingKey("archive") } == .notForSigning)
        #expect(sealRefusal { _ = try bench.keys.signer("archive") } == .notForSigning)
    }

    @Test("A name stands for one key, which is never written over")
    func twice() throws {
        let bench = try SealBench()
        let first = try bench.keys.make("office", for: .sign)
        #expect(sealRefusal { _ = try bench.keys.make("office", for: .open) } == .keyExists)
        let file = try bench.folder.file("other.pub", first.publicKey.text)
        #expect(sealRefusal { _ = try bench.keys.add("office", from: file) } == .keyExists)
        #expect(try bench.keys.key("office") == first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("keys")) == ["office"])
    }

    @Test("What cannot be finished leaves nothing behind")
    func unfinished() throws {
        let bench = try SealBench()
        let keys = SealKeys(folder: bench.path("keys"), programs: bench.noPrograms)
        #expect(
            programError { _ = try keys.make("office", for: .sign) }
                == .notInstalled(name: "ssh-keygen", debianPackage: "openssh-client"))
        #expect(
            programError { _ = try keys.make("office", for: .open) }
                == .notInstalled(name: "age-keygen", debianPackage: "age"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("keys")) == [])
        #expect(try bench.keys.entries().isEmpty)
    }

    @Test("Names are short, plain, and no path or option")
    func names() throws {
        let bench = try SealBench()
        for name in [
            "", "-f", "..", "a/b", "Office", "한글", "a b", "a\u{0}", ".hidden", String(repeating: "a", count: 65),
        ] {
            #expect(sealRefusal { _ = try bench.keys.make(name, for: .sign) } == .badName, "\(name)")
            #expect(sealRefusal { _ = try bench.keys.key(name) } == .badName, "\(name)")
        }
        #expect(sealRefusal { _ = try bench.keys.key("nobody") } == .noKey)
        #expect(sealRefusal { _ = try bench.keys.recipient("nobody") } == .noKey)
    }

    @Test(
        "A private key that others can read is refused, and so is a folder that they can enter",
        arguments: [
            "keys", "keys/office", "keys/office/key",
        ])
    func openToOthers(_ place: String) throws {
        let bench = try SealBench()
        _ = try bench.keys.make("office", for: .sign)
        let key = try bench.keys.signingKey("office")
        chmod(bench.path(place), place.hasSuffix("key") ? 0o640 : 0o750)
        #expect(sealRefusal { _ = try bench.keys.signingKey("office") } == .openToOthers)
        #expect(sealRefusal { _ = try bench.keys.openingKey("office") } == .openToOthers)
        if place.hasSuffix("key") {
            let file = try bench.manifest()
            #expect(sealRefusal { _ = try bench.signature.sign(file, with: key) } == .openToOthers)
            let entry = try #require(try bench.keys.entries().first)
            #expect(sealRefusal { _ = try entry.key.get() } == .openToOthers)
        }
    }

    @Test("Keys of others are kept without what names them, and open and sign nothing")
    func others() throws {
        let bench = try SealBench()
        try bench.tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "jane@laptop", "-f", bench.path("jane"))
        let key = try bench.keys.add("partner", from: bench.path("jane.pub"))
        #expect(key.use == .theirs)
        let kept = String(decoding: try bench.bytes("keys/partner/key.pub"), as: UTF8.self)
        #expect(!kept.contains("jane"))
        #expect(sealRefusal { _ = try bench.keys.signingKey("partner") } == .notForSigning)
        #expect(sealRefusal { _ = try bench.keys.openingKey("partner") } == .notForOpening)
        #expect(sealRefusal { _ = try bench.keys.add("other", from: bench.path("jane")) } == .privateKeyGiven)
        #expect(throws: FileError.self) { try bench.keys.add("other", from: bench.path("none")) }
        let large = try bench.file("large", bytes: [UInt8](repeating: 0x23, count: PublicKey.sizeLimit + 1))
        #expect(sealRefusal { _ = try bench.keys.add("other", from: large) } == .notAPublicKey)
        #expect(try bench.keys.entries().map(\.name) == ["partner"])
    }

    @Test("A key of OpenPGP is looked at by gpg: only one that can be encrypted to is kept")
    func openPGP() throws {
        let bench = try SealBench()
        let file = try bench.openPGPKey()
        let key = try bench.keys.add("un", from: file)
        let shown = try bench.tool("gpg", "--batch", "--with-colons", "--list-keys")
        #expect(shown.contains(try #require(key.fingerprint)))
        let noise = try bench.folder.file(
            "noise.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n")
        #expect(sealRefusal { _ = try bench.keys.add("noise", from: noise) } == .notAPublicKey)
        try bench.tool(
            "gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "signer", "ed25519", "sign",
            "never")
        let signer = try bench.folder.file("signer.asc", try bench.tool("gpg", "--armor", "--export", "signer"))
        #expect(sealRefusal { _ = try bench.keys.add("signer", from: signer) } == .notForEncryption)
        let both = try bench.folder.file("both.asc", try bench.tool("gpg", "--armor", "--export"))
        #expect(sealRefusal { _ = try bench.keys.add("both", from: both) } == .severalKeys)
        let without = SealKeys(folder: bench.path("keys"), programs: bench.noPrograms)
        #expect(try without.key("un").fingerprint == nil)
        #expect(try bench.keys.entries().map(\.name) == ["un"])
    }

    @Test("A key that somebody has damaged is listed with what is wrong, beside those that are sound")
    func damaged() throws {
        let bench = try SealBench()
        _ = try bench.keys.make("office", for: .sign)
        _ = try bench.keys.make("archive", for: .open)
        _ = try bench.file("keys/archive/key.pub", bytes: Array("noise".utf8))
        _ = try bench.folder.file("keys/Stray", "")
        let entries = try bench.keys.entries()
        #expect(entries.map(\.name) == ["Stray", "archive", "office"])
        #expect(sealRefusal { _ = try entries[0].key.get() } == .badName)
        #expect(sealRefusal { _ = try entries[1].key.get() } == .notAPublicKey)
        #expect(sealRefusal { _ = try entries[2].key.get() } == nil)
    }
}
