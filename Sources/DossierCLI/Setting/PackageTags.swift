import DossierArchives
import DossierFiles
import DossierOffice
import Foundation

/// The two files of a package that say what it is: its tag manifest, which is its seal, and its index. Nothing else of it
/// is read, and nothing is written.
struct PackageTags {
    static let manifest = "tagmanifest-sha256.txt"
    static let index = "index.json"

    let manifestBytes: [UInt8]
    let indexBytes: [UInt8]
    /// Of the ZIP; nil for a folder.
    let fileSha256: String?

    /// Of one of the two. An index of twenty thousand files is a tenth of this.
    private static let largestTag = 32 << 20
    /// A ZIP is read into memory.
    private static let largestArchive = 1 << 30
    private static let limits = ArchiveLimits(entries: 200_000, entrySize: largestTag, totalSize: 2 * largestTag)

    /// SHA-256 of the tag manifest, in lower-case hexadecimal.
    var seal: String { Digests(of: manifestBytes).sha256 }

    /// The hash that the tag manifest holds of a file, in lower-case hexadecimal (RFC 8493, 2.1.3); nil when it names none.
    func sealedHash(of name: String) -> String? {
        String(decoding: manifestBytes, as: UTF8.self).split(whereSeparator: \.isNewline).lazy
            .map { $0.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" }) }
            .first { $0.count == 2 && $0[1].drop { $0 == " " || $0 == "\t" } == name }
            .map { $0[0].lowercased() }
    }

    /// - Throws: ``Refusal`` when there is no package at the path, and `FileError`.
    static func read(_ path: String) throws -> PackageTags {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return try fromArchive(path)
        }
        return PackageTags(
            manifestBytes: try tag(manifest, in: path), indexBytes: try tag(index, in: path), fileSha256: nil)
    }

    private static func tag(_ name: String, in folder: String) throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { throw lacking(name, folder) }
        let source = try SourceFile(path: path)
        guard source.size <= largestTag else { throw tooLarge(folder) }
        return try bytes(of: source).bytes
    }

    private static func fromArchive(_ path: String) throws -> PackageTags {
        let source = try SourceFile(path: path)
        guard source.size <= largestArchive else { throw tooLarge(path) }
        let (archive, sha256) = try bytes(of: source)
        let files: [String: [UInt8]]
        do {
            files = try ZipReader.files(in: archive, limits: limits) { isTag($0) }
        } catch  where error.reason == .damaged && !archive.starts(with: Array("PK".utf8)) {
            // What age and gpg make, for one.
            throw Refusal(.badInput, "package.closed", ["path": VisibleText.of(path)])
        } catch {
            throw Refusal(
                .badInput, "package.badArchive",
                ["path": VisibleText.of(path), "reason": "\(error.reason) \(VisibleText.of(error.entry))"])
        }
        let manifests = files.keys.filter { parts($0).last == manifest }
        // Of two packages in one file nobody could say which was meant.
        guard manifests.count == 1, let found = manifests.first, let manifestBytes = files[found] else {
            throw lacking(manifest, path)
        }
        guard let indexBytes = files[found.dropLast(manifest.count) + index] else { throw lacking(index, path) }
        return PackageTags(manifestBytes: manifestBytes, indexBytes: indexBytes, fileSha256: sha256)
    }

    /// At the root of the archive, or in a folder there.
    private static func isTag(_ name: String) -> Bool {
        let parts = parts(name)
        return parts.count <= 2 && [manifest, index].contains(parts.last)
    }

    private static func parts(_ name: String) -> [String] { name.split(separator: "/").map(String.init) }

    private static func bytes(of source: borrowing SourceFile) throws -> (bytes: [UInt8], sha256: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.size)
        let digests = try FileReading().read(source) { block throws(FileError) in bytes.append(contentsOf: block) }
        return (bytes, digests.sha256)
    }

    private static func lacking(_ name: String, _ path: String) -> Refusal {
        Refusal(.badInput, "package.none", ["path": VisibleText.of(path), "name": name])
    }

    private static func tooLarge(_ path: String) -> Refusal {
        Refusal(.badInput, "package.tooLarge", ["path": VisibleText.of(path)])
    }
}
