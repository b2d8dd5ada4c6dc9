import DossierFiles
import DossierIntake
import DossierOffice
import Foundation

/// What a package that was sent says of itself, and the hashes by which it is known again.
struct SentPackage: Sendable, Hashable {
    /// SHA-256 of the tag manifest, in lower-case hexadecimal.
    let seal: String
    let number: String
    let channel: String
    let edition: String
    /// A code; nil where the package names none.
    let recipient: String?
    /// With its version; nil where the package follows none.
    let profile: String?
    /// In UTC.
    let made: String
    /// SHA-256 of the file that was sent; nil when it was a folder.
    let fileSha256: String?

    /// Reads what was sent, a folder or its ZIP. When that cannot be opened, because it is encrypted, `source` is the
    /// folder or ZIP that it was made from.
    ///
    /// - Throws: ``Refusal`` when it is no package, and `FileError`.
    static func read(_ path: String, madeFrom source: String?) throws -> SentPackage {
        guard let source else {
            let tags = try PackageTags.read(path)
            return try SentPackage(tags, fileSha256: tags.fileSha256, path: path)
        }
        let digests = try FileReading().read(path: path, manner: .threadForEach).digests
        return try SentPackage(try PackageTags.read(source), fileSha256: digests.sha256, path: source)
    }

    private init(_ tags: PackageTags, fileSha256: String?, path: String) throws {
        let shown = ["path": VisibleText.of(path)]
        // The index is believed because the seal holds its hash.
        guard tags.sealedHash(of: PackageTags.index) == Digests(of: tags.indexBytes).sha256 else {
            throw Refusal(.badInput, "package.indexChanged", shown)
        }
        guard let index = try? JSONDecoder().decode(Index.self, from: Data(tags.indexBytes)) else {
            throw Refusal(.badInput, "package.badIndex", shown)
        }
        guard index.dossierPackage == 1 else { throw Refusal(.badInput, "package.newer", shown) }
        let words = [index.number, index.channel, index.edition, index.made]
        guard words.allSatisfy({ !$0.isEmpty }), (words + [index.recipient, index.profile]).allSatisfy(Self.isFit)
        else {
            throw Refusal(.badInput, "package.badIndex", shown)
        }
        seal = tags.seal
        number = index.number
        channel = index.channel
        edition = index.edition
        recipient = index.recipient.isEmpty ? nil : index.recipient
        profile = index.profile.isEmpty ? nil : index.profile
        made = index.made
        self.fileSha256 = fileSha256
    }

    /// One line of moderate length, in which everything can be seen.
    private static func isFit(_ text: String) -> Bool {
        text.utf8.count <= 200 && !text.contains(where: \.isNewline) && TextInspection.rule(for: text) == nil
    }

    /// The head of `index.json`.
    private struct Index: Decodable {
        var dossierPackage: Int
        var number: String
        var channel: String
        var edition: String
        var recipient: String
        var profile: String
        var made: String
    }
}
