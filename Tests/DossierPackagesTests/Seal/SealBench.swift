import DossierFiles
import DossierTestSupport
import Foundation

@testable import DossierPackages

/// A folder with keys, a file to seal and the real programs at hand; gone when the test is done with it.
final class SealBench {
    let folder: TemporaryFolder
    let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
            "GNUPGHOME": "\(folder.path)/gnupg",
        ]
    }

    deinit {
        // The agent that gpg starts for private keys would outlive the folder.
        _ = try? tool("gpgconf", "--kill", "gpg-agent")
    }

    var programs: SealPrograms { SealPrograms(environment: environment) }
    /// Those of a computer on which none of them is installed.
    var noPrograms: SealPrograms { SealPrograms(environment: ["PATH": "/nowhere"]) }
    var keys: SealKeys { SealKeys(folder: "\(folder.path)/keys", programs: programs) }
    var signature: PackageSignature { PackageSignature(programs: programs) }
    var encryption: PackageEncryption { PackageEncryption(programs: programs) }
    var timestamp: PackageTimestamp { PackageTimestamp(programs: programs) }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func file(_ name: String, bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path(name)))) }

    /// A manifest as packages have them.
    func manifest() throws -> String {
        try folder.file("tagmanifest-sha512.txt", "\(String(repeating: "ab", count: 64))  bag-info.txt\n")
    }

    /// Runs a program by hand, as somebody without ours would.
    @discardableResult
    func tool(_ name: String, _ arguments: String..., input: String? = nil) throws -> String {
        let program = try OutsideProgram(name, debianPackage: name, environment: environment)
        let output = try program.run(
            arguments,
            OutsideProgram.Manner(
                input: input.map { .file(path: $0) } ?? .nothing, output: .captured(limit: 1 << 20),
                tellingLine: .last))
        return String(decoding: output, as: UTF8.self)
    }

    /// A folder that nobody else can enter, as packages are opened in.
    func privateFolder() throws -> String {
        let path = path("opened")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return path
    }

    /// An OpenPGP key in the keyring of whoever receives, and its public part in a file.
    func openPGPKey() throws -> String {
        try FileManager.default.createDirectory(
            atPath: path("gnupg"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try tool(
            "gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "nobody", "future-default",
            "default", "never")
        return try folder.file("partner.asc", try tool("gpg", "--batch", "--armor", "--export"))
    }
}

/// Why `work` was refused; nil when it was not, or the error is of another kind.
func sealRefusal(_ work: () throws -> Void) -> SealError.Reason? {
    do {
        try work()
        return nil
    } catch {
        return (error as? SealError)?.reason
    }
}

/// What an outside program is said to have done wrong; nil when nothing was thrown, or the error is of another kind.
func programError(_ work: () throws -> Void) -> OutsideProgramError? {
    do {
        try work()
        return nil
    } catch {
        return error as? OutsideProgramError
    }
}

func permissions(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
}
