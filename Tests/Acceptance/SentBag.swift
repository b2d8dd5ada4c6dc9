import Foundation

/// A folder with the two files by which a package is known, and one that is nobody's business.
struct SentBag: Sendable {
    let folder: URL
    let seal: String

    /// Makes it in a workplace; `index` replaces keys of its index.
    init(in place: Workplace, _ name: String = "bag", index: [String: Any] = [:]) async throws {
        folder = place.folder.appending(path: name, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var keys: [String: Any] = [
            "dossierPackage": 1, "number": "f3a1b2c4d5e6", "channel": "wgeid", "edition": "full", "recipient": "wgeid",
            "profile": "wgeid 2026-11", "made": "2026-11-24T06:00:00Z", "files": ["data/petition.html"],
        ]
        keys.merge(index) { _, new in new }
        try Self.write(JSONSerialization.data(withJSONObject: keys, options: [.sortedKeys]), "index.json", folder)
        try Self.write(Data("BagIt-Version: 1.0\n".utf8), "bagit.txt", folder)
        let sums = try await Self.sums(of: ["bagit.txt", "index.json"], in: folder)
        try Self.write(Data(sums.utf8), "tagmanifest-sha256.txt", folder)
        seal = String(try await Self.sums(of: ["tagmanifest-sha256.txt"], in: folder).prefix(64))
    }

    var path: String { folder.filePath }

    func write(_ data: Data, _ name: String) throws { try Self.write(data, name, folder) }

    /// The bag below one folder in a ZIP, as another program writes it.
    func zip() async throws -> String {
        let file = "\(folder.deletingLastPathComponent().filePath)/\(folder.lastPathComponent).zip"
        let ending = try await ChildProcess.run(
            try Validators.tool("python3"), ["-m", "zipfile", "-c", file, path])
        guard ending.status == 0 else { throw Failure.noJudgement("python3", ending.errors) }
        return file
    }

    /// Notes in the library's ledger that the package was made of cases, as `dossier package` does.
    func note(in place: Workplace, _ cases: String..., detail: String = "wgeid full package wgeid") async throws {
        let writer = try BuiltProgram("library-writer")
        let ending = try await writer.run(["disclose", place.library.filePath, seal, detail] + cases, environment: [:])
        guard ending.status == 0 else { throw Failure.noJudgement("library-writer", ending.output + ending.errors) }
    }

    /// Lines of `sha256sum`, as manifests have them.
    static func sums(of names: [String], in folder: URL) async throws -> String {
        let ending = try await ChildProcess.run(try Validators.tool("sha256sum"), names, in: folder)
        guard ending.status == 0 else { throw Failure.noJudgement("sha256sum", ending.errors) }
        return ending.output
    }

    private static func write(_ data: Data, _ name: String, _ folder: URL) throws {
        try data.write(to: folder.appending(path: name, directoryHint: .notDirectory))
    }
}
