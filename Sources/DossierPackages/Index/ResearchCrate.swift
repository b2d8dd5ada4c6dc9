import Foundation

/// The payload described for repositories that read RO-Crate 1.1 metadata (`ro-crate-metadata.json`). A description beside
/// the index and never the source of truth; it names nobody.
public struct ResearchCrate: Sendable {
    public static let name = "ro-crate-metadata.json"

    private let title: String
    private let date: String
    private let files: [PackageIndex.File]

    /// `date` is a moment in UTC; the files are those below `data/`.
    public init(name: String, date: String, files: [PackageIndex.File]) {
        title = name
        self.date = date
        self.files = files
    }

    private struct Graph: Encodable {
        let context = "https://w3id.org/ro/crate/1.1/context"
        var graph: [Entity]

        enum CodingKeys: String, CodingKey {
            case context = "@context"
            case graph = "@graph"
        }
    }

    private struct Reference: Encodable {
        var id: String

        enum CodingKeys: String, CodingKey { case id = "@id" }
    }

    private struct Entity: Encodable {
        var id: String
        var type: String
        var name: String?
        var description: String?
        var conformsTo: Reference?
        var about: Reference?
        var datePublished: String?
        var license: Reference?
        var hasPart: [Reference]?
        var encodingFormat: String?
        var inLanguage: String?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case name, description, conformsTo, about, datePublished, license, hasPart, encodingFormat, inLanguage
        }
    }

    /// The file's bytes, the same each time.
    public var bytes: [UInt8] {
        get throws {
            let paths = files.map { String($0.path.dropFirst("data/".count)) }
            let root = Entity(
                id: "./", type: "Dataset", name: title,
                description: "Documents handed over in confidence, each for its recipient.", datePublished: date,
                license: Reference(id: "#terms"), hasPart: paths.map(Reference.init))
            let terms = Entity(
                id: "#terms", type: "CreativeWork", name: "For the recipient alone",
                description: "Nothing in here may be passed on or published without asking the sender.")
            let descriptor = Entity(
                id: Self.name, type: "CreativeWork", conformsTo: Reference(id: "https://w3id.org/ro/crate/1.1"),
                about: Reference(id: "./"))
            let entities = zip(files, paths).map { file, path in
                Entity(
                    id: path, type: "File", name: file.role.rawValue, encodingFormat: file.mediaType,
                    inLanguage: file.language)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(Graph(graph: [descriptor, root, terms] + entities))) + [0x0A]
        }
    }
}
