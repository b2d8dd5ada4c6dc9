public import DossierFiles
import Foundation

/// The index of a package for machines (`index.json`): what it is, for whom, and every file with its part in it.
public struct PackageIndex: Codable, Sendable, Hashable {
    /// The version of this form.
    public var dossierPackage = 1
    /// Opaque.
    public var number: String
    public var channel: String
    public var edition: String
    /// A code of the recipient.
    public var recipient: String
    /// Profile and version by which the documents were judged.
    public var profile: String
    /// A moment in UTC, as `2026-11-25T09:30:00Z`.
    public var made: String
    /// What was wanting and was sent all the same, and why.
    public var overrides: [Override]
    public var files: [File]

    public static let name = "index.json"

    public struct Override: Codable, Sendable, Hashable {
        public var reason: String
        /// Ids of the rules that were not kept.
        public var rules: [String]

        public init(reason: String, rules: [String]) {
            self.reason = reason
            self.rules = rules
        }
    }

    /// One file of the payload.
    public struct File: Codable, Sendable, Hashable {
        public var path: String
        public var role: Role
        public var mediaType: String
        public var bytes: Int
        public var sha256: String
        /// The opaque number of the case or report that it belongs to.
        public var about: String?
        public var language: String?
        /// Of a document; it names nobody.
        public var title: String?
        /// Of an exhibit: its number among the annexes.
        public var annex: Int?
        /// Of an exhibit: the SHA-256 of the original, of which this is a copy without metadata.
        public var original: String?
        /// Set when the document must not be taken for a finished one.
        public var draft: Bool?

        public init(
            path: String, role: Role, mediaType: String, bytes: Int = 0, sha256: String = "", about: String? = nil,
            language: String? = nil, title: String? = nil, annex: Int? = nil, original: String? = nil,
            draft: Bool? = nil
        ) {
            self.path = path
            self.role = role
            self.mediaType = mediaType
            self.bytes = bytes
            self.sha256 = sha256
            self.about = about
            self.language = language
            self.title = title
            self.annex = annex
            self.original = original
            self.draft = draft
        }
    }

    public enum Role: String, Codable, Sendable, Hashable, CaseIterable {
        /// A petition, an evidence file or a report.
        case document
        /// The letter that lists what is in the package.
        case cover
        /// The record as it may be told, as XML.
        case record
        case exhibit
        /// What the record lacked when the package was made.
        case shortfalls
        /// Metadata for other systems.
        case metadata
    }

    public init(
        number: String, channel: String, edition: String, recipient: String, profile: String, made: String,
        overrides: [Override] = [], files: [File] = []
    ) {
        self.number = number
        self.channel = channel
        self.edition = edition
        self.recipient = recipient
        self.profile = profile
        self.made = made
        self.overrides = overrides
        self.files = files
    }

    /// With the digests and sizes of what was written.
    public func completed(_ written: [PackagePath: (digests: Digests, size: Int)]) -> PackageIndex {
        var index = self
        index.files = files.map { file in
            var file = file
            if let path = PackagePath(file.path), let found = written[path] {
                (file.sha256, file.bytes) = (found.digests.sha256, found.size)
            }
            return file
        }.sorted { $0.path < $1.path }
        return index
    }

    /// The file's bytes: keys in order, the same each time.
    public var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0A]
        }
    }

    /// - Throws: `DecodingError` when it is none.
    public init(reading bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(PackageIndex.self, from: Data(bytes))
        guard dossierPackage == 1 else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "version \(dossierPackage)"))
        }
    }
}
