import DossierFiles
import DossierPackages
import DossierTestSupport
import Foundation

/// A small package of ours on the disk, to be changed a little by each test. Everything in it is invented.
struct PackageStory {
    let folder: TemporaryFolder
    let seal: String

    /// The bag's folder.
    var path: String { "\(folder.path)/bag" }

    static let payload = [
        "c0ffee/petition-en.html": "<!DOCTYPE html><title>x</title>", "c0ffee/annex-01.txt": "한 낱말\n", "empty.txt": "",
    ]

    init(
        info: BagInfo = BagInfo([.init("Bagging-Date", "2026-11-24")]), payload: [String: String] = Self.payload
    ) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/bag", withIntermediateDirectories: true)
        var contents = BagContents(info: info)
        for (name, text) in payload.sorted(by: { $0.key < $1.key }) {
            try contents.addPayload(name, .pieces([.bytes(Array(text.utf8))]))
        }
        let files = payload.keys.map {
            PackageIndex.File(path: "data/\($0)", role: .document, mediaType: "text/plain")
        }
        let index = PackageIndex(
            number: "c0ffee", channel: "wgeid", edition: "full", recipient: "wgeid", profile: "wgeid 2026-11",
            made: "2026-11-24T00:00:00Z", files: files)
        seal = try BagWriter().write(contents, into: "\(folder.path)/bag") { written in
            [PackageIndex.name: try index.completed(written).bytes, "index.html": Array("<p>".utf8)]
        }.seal
    }

    func verdict() -> PackageVerdict { PackageVerifier(schema: nil).verify(path).verdict }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func edit(_ name: String, _ change: (inout String) -> Void) throws {
        var text = String(decoding: try bytes(name), as: UTF8.self)
        change(&text)
        try write(name, text)
    }

    var names: [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
