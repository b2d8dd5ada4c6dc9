import DossierMedia
import DossierTestSupport
import Testing

@Suite("What files say of themselves")
struct StrippingTests {
    static let specimens: [(MediaType, [UInt8], [UInt8])] = [
        (.jpeg, Specimen.jpeg(), Specimen.picture), (.png, Specimen.png(), Specimen.picture),
        (.wav, Specimen.wav(), Specimen.picture),
    ]

    @Test("A type is told by the content", arguments: specimens)
    func types(_ specimen: (type: MediaType, bytes: [UInt8], picture: [UInt8])) {
        #expect(MediaType(head: specimen.bytes) == specimen.type)
        #expect(MediaType(head: Array("%PDF-1.7".utf8)) == .pdf)
        #expect(MediaType(head: Array("납북자 명부\n".utf8)) == .text)
        #expect(MediaType(head: [0, 1, 2, 3]) == .unknown)
        #expect(MediaType(head: []) == .unknown)
    }

    @Test("Everything that names somebody is read for the record, and is gone from the copy", arguments: specimens)
    func stripping(_ specimen: (type: MediaType, bytes: [UInt8], picture: [UInt8])) throws {
        let items = FileMetadata.items(of: specimen.bytes, type: specimen.type)
        #expect(items.contains { $0.value.contains("zqauthor") })
        let stripped = try #require(MetadataStripping.stripped(specimen.bytes, type: specimen.type))
        let text = String(decoding: stripped, as: UTF8.self)
        for word in ["zqauthor", "zqcamera", "zqcomment", "zqtrailer", "Exif", "photoshop"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(FileMetadata.items(of: stripped, type: specimen.type) == [])
        #expect(stripped.firstRange(of: specimen.picture) != nil)
        #expect(MediaType(head: stripped) == specimen.type)
        // What has been stripped once does not change again.
        #expect(MetadataStripping.stripped(stripped, type: specimen.type) == stripped)
    }

    @Test("Camera, artist and place are read from Exif")
    func exif() {
        let items = FileMetadata.items(of: Specimen.jpeg(), type: .jpeg)
        #expect(items.contains(MetadataItem("exif", "model", "zqcamera")))
        #expect(items.contains(MetadataItem("exif", "artist", "zqauthor")))
        #expect(items.contains(MetadataItem("gps", "latitude", "37.50000 N")))
        #expect(items.contains(MetadataItem("comment", "comment", "zqcomment")))
        #expect(items.contains { $0.group == "trailer" })
    }

    @Test("A picture that lies on its side still stands upright in the copy")
    func orientation() throws {
        let stripped = try #require(MetadataStripping.stripped(Specimen.jpeg(orientation: 6), type: .jpeg))
        #expect(!String(decoding: stripped, as: UTF8.self).contains("zq"))
        let again = try #require(MetadataStripping.stripped(stripped, type: .jpeg))
        #expect(again == stripped)
        #expect(stripped.count == (MetadataStripping.stripped(Specimen.jpeg(), type: .jpeg)?.count ?? 0) + 36)
    }

    @Test("A type that nobody here can clean is refused, and so is a file that breaks off", arguments: [
        MediaType.pdf, .heic, .mp4, .docx, .zip, .unknown,
    ])
    func refused(_ type: MediaType) {
        #expect(MetadataStripping.stripped(Specimen.jpeg(), type: type) == nil)
        #expect(MetadataStripping.stripped(Array(Specimen.jpeg().prefix(40)), type: .jpeg) == nil)
        #expect(MetadataStripping.stripped(Array(Specimen.png().prefix(60)), type: .png) == nil)
    }

    @Test("Whatever is cut off or flipped, reading ends and nothing planted survives", arguments: specimens)
    func hostile(_ specimen: (type: MediaType, bytes: [UInt8], picture: [UInt8])) {
        var random = SeededRandom(seed: 7)
        for length in 0..<specimen.bytes.count {
            _ = FileMetadata.items(of: Array(specimen.bytes.prefix(length)), type: specimen.type)
            _ = MetadataStripping.stripped(Array(specimen.bytes.prefix(length)), type: specimen.type)
        }
        for _ in 0..<2_000 {
            var bytes = specimen.bytes
            let index = Int.random(in: bytes.indices, using: &random)
            bytes[index] = UInt8.random(in: 0...255, using: &random)
            _ = FileMetadata.items(of: bytes, type: specimen.type)
            _ = MetadataStripping.stripped(bytes, type: specimen.type)
        }
    }
}
