import Testing

@testable import DossierMedia

@Suite("Files that are cut short or broken")
struct HostileBytesTests {
    static let specimens = [
        "jpeg": Specimens.jpeg(), "png": Specimens.png, "wav": Specimens.wav(), "tiff": Specimens.exif(),
    ]

    /// Goes through everything that reads bytes.
    private func survive(_ bytes: [UInt8]) -> [UInt8]? {
        _ = MediaType.recognise(bytes)
        for item in PictureMetadata.read(bytes) { #expect(item.value.utf8.count <= 3 * MetadataItem.longest) }
        return try? MetadataStripper.strip(bytes)
    }

    @Test(
        "However a file is cut short, it is read without harm, and what is handed out holds nothing planted",
        arguments: specimens.keys.sorted())
    func prefixes(_ name: String) throws {
        let specimen = try #require(Self.specimens[name])
        for count in 0..<specimen.count {
            let result = survive(Array(specimen.prefix(count)))
            #expect(result?.contains(Specimens.secret) != true, "\(count)")
        }
    }

    @Test("Whatever bits are flipped, reading ends and does no harm", arguments: specimens.keys.sorted())
    func flips(_ name: String) throws {
        let specimen = try #require(Self.specimens[name])
        var random = Seeded(state: 4711)
        for _ in 0..<2000 {
            var bytes = specimen
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = survive(bytes)
        }
    }

    @Test("Random bytes behind each beginning do no harm")
    func noise() {
        var random = Seeded(state: 1)
        let heads: [[UInt8]] = [
            [0xFF, 0xD8, 0xFF, 0xE1, 0x10, 0x00] + Array("Exif\0\0MM\0*".utf8), PNGStructure.signature,
            Array("RIFF\u{10}\0\0\0WAVE".utf8), Array("II*\0".utf8), ZipHead.signature, Array("\0\0\0\u{20}ftyp".utf8),
            [0xFF, 0xD8, 0xFF, 0xED, 0x10, 0x00] + Array("Photoshop 3.0\08BIM".utf8),
        ]
        for head in heads {
            for _ in 0..<300 {
                let count = Int.random(in: 0...5000, using: &random)
                _ = survive(head + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
            }
        }
    }
}
