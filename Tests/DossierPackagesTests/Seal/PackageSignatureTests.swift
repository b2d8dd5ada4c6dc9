import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierPackages

@Suite("Signatures")
struct PackageSignatureTests {
    /// A signed manifest.
    private func signed(_ bench: SealBench) throws -> (file: String, fingerprint: String) {
        _ = try bench.keys.make("office", for: .sign)
        let key = try bench.keys.signingKey("office")
        let file = try bench.manifest()
        #expect(try bench.signature.sign(file, with: key) == "\(file).sig")
        return (file, key.publicKey.fingerprint)
    }

    @Test("A signature is sound, the same bytes each time, and ssh-keygen verifies it without us")
    func sound() throws {
        let bench = try SealBench()
        let (file, fingerprint) = try signed(bench)
        let first = try bench.bytes("tagmanifest-sha512.txt.sig")
        #expect(try bench.signature.verdict(on: file) == .sound(fingerprint: fingerprint))
        let signer = try bench.keys.signer("office")
        #expect(try bench.signature.verdict(on: file, expecting: signer) == .sound(fingerprint: fingerprint))
        try bench.signature.sign(file, with: try bench.keys.signingKey("office"))
        #expect(try bench.bytes("tagmanifest-sha512.txt.sig") == first)
        let allowed = try bench.folder.file("allowed", "office \(signer.line)\n")
        let told = try bench.tool(
            "ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "office", "-n", "dossier-package", "-s", "\(file).sig",
            input: file)
        #expect(told.contains("Good \"dossier-package\" signature"))
    }

    @Test("Any bit that is flipped in the file is found")
    func tampered() throws {
        let bench = try SealBench()
        let (file, _) = try signed(bench)
        let sound = try bench.bytes("tagmanifest-sha512.txt")
        for place in stride(from: 0, to: sound.count, by: 29) {
            var bytes = sound
            bytes[place] ^= 1
            _ = try bench.file("tagmanifest-sha512.txt", bytes: bytes)
            guard case .unsound(.doesNotMatch, _) = try bench.signature.verdict(on: file) else {
                Issue.record("byte \(place)")
                continue
            }
        }
    }

    @Test("A sound signature by somebody else is told apart from one that is not sound")
    func anotherKey() throws {
        let bench = try SealBench()
        let (file, fingerprint) = try signed(bench)
        _ = try bench.keys.make("other", for: .sign)
        let other = try bench.keys.signer("other")
        #expect(
            try bench.signature.verdict(on: file, expecting: other)
                == .madeByAnotherKey(fingerprint: fingerprint, expected: other.fingerprint))
        _ = try bench.folder.file("tagmanifest-sha512.txt", "something else\n")
        guard case .unsound(.doesNotMatch, _) = try bench.signature.verdict(on: file, expecting: other) else {
            Issue.record("a broken signature by another key is broken")
            return
        }
    }

    @Test("A signature of the same key for another purpose is none over a package")
    func otherPurpose() throws {
        let bench = try SealBench()
        let (file, _) = try signed(bench)
        try FileManager.default.removeItem(atPath: "\(file).sig")
        try bench.tool("ssh-keygen", "-q", "-Y", "sign", "-f", bench.path("keys/office/key"), "-n", "git", file)
        #expect(try bench.signature.verdict(on: file) == .unsound(.otherPurpose, detail: "git"))
    }

    @Test("The key that a signature names is the one that it must be made with")
    func swappedKey() throws {
        let bench = try SealBench()
        let (file, _) = try signed(bench)
        _ = try bench.keys.make("other", for: .sign)
        let other = try bench.keys.signer("other")
        let office = try bench.keys.signer("office")
        let lines = String(decoding: try bench.bytes("tagmanifest-sha512.txt.sig"), as: UTF8.self)
            .split(separator: "\n")
        var blob = [UInt8](try #require(Data(base64Encoded: lines.dropFirst().dropLast().joined())))
        let place = try #require(blob.firstRange(of: office.blob))
        blob.replaceSubrange(place, with: other.blob)
        _ = try bench.folder.file(
            "tagmanifest-sha512.txt.sig",
            "\(lines[0])\n\(Data(blob).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))\n\(lines[lines.count - 1])\n"
        )
        for expected in [nil, other, office] {
            guard case .unsound(.doesNotMatch, _) = try bench.signature.verdict(on: file, expecting: expected) else {
                Issue.record("\(String(describing: expected))")
                continue
            }
        }
    }

    @Test("Hostile signature files prove nothing, and end nothing")
    func hostile() throws {
        let bench = try SealBench()
        let (file, _) = try signed(bench)
        let sound = try bench.bytes("tagmanifest-sha512.txt.sig")
        var random = SeededRandom(seed: 5)
        let noise = (0..<1 << 20).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        var hostile: [[UInt8]] = [[], noise, Array(noise.prefix(1_000)), Array("-----BEGIN SSH SIGNATURE-----\n".utf8)]
        for length in stride(from: 0, to: sound.count - 1, by: 13) { hostile.append(Array(sound.prefix(length))) }
        for place in stride(from: 0, to: sound.count - 1, by: 11) {
            var bytes = sound
            bytes[place] ^= 1
            hostile.append(bytes)
        }
        for bytes in hostile {
            _ = try bench.file("tagmanifest-sha512.txt.sig", bytes: bytes)
            guard case .unsound = try bench.signature.verdict(on: file) else {
                Issue.record("\(bytes.count) bytes: \(try bench.signature.verdict(on: file))")
                continue
            }
        }
    }

    @Test("What is not there, or cannot be looked at, is told as that")
    func notThere() throws {
        let bench = try SealBench()
        let (file, fingerprint) = try signed(bench)
        let missing = OutsideProgramError.notInstalled(name: "ssh-keygen", debianPackage: "openssh-client")
        #expect(
            try PackageSignature(programs: bench.noPrograms).verdict(on: file)
                == .notCheckable(missing, fingerprint: fingerprint))
        let key = try bench.keys.signingKey("office")
        #expect(
            programError { _ = try PackageSignature(programs: bench.noPrograms).sign(file, with: key) } == missing)
        try FileManager.default.removeItem(atPath: "\(file).sig")
        #expect(try bench.signature.verdict(on: file) == .none)
        #expect(throws: FileError.self) { try bench.signature.sign(bench.path("none"), with: key) }
    }

    @Test("A key with a passphrase does not sign, and does not wait, where nobody is there to be asked")
    func passphrase() throws {
        let bench = try SealBench()
        _ = try bench.keys.make("office", for: .sign)
        try bench.tool("ssh-keygen", "-q", "-p", "-N", "secret", "-f", bench.path("keys/office/key"))
        let key = try bench.keys.signingKey("office")
        let file = try bench.manifest()
        guard case .failed = programError({ _ = try bench.signature.sign(file, with: key) }) else {
            Issue.record("it signed")
            return
        }
        #expect(!FileManager.default.fileExists(atPath: "\(file).sig"))
    }
}
