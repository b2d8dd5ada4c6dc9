import Testing

@testable import DossierMedia

@Suite("Taking metadata out")
struct StrippingTests {
    @Test("Nothing that was planted stays in a JPEG file, and its image data are the same bytes")
    func jpeg() throws {
        let result = try MetadataStripper.strip(Specimens.jpeg())
        #expect(!result.contains(Specimens.secret))
        // Written out, so that every byte is accounted for.
        let orientation: [UInt8] = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]
        var expected: [UInt8] = [0xFF, 0xD8]
        expected += Specimens.segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, 72, 0, 72, 0, 0])
        expected += Specimens.segment(0xE1, orientation + [0, 0, 0, 0, 0, 0])
        expected += Specimens.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
        expected += Specimens.tables + Specimens.scanHead + Specimens.scan
        expected += Specimens.segment(0xC4, [0x10] + [1] + [UInt8](repeating: 0, count: 15) + [7])
        expected += Specimens.scanHead + Specimens.secondScan + [0xFF, 0xD9]
        #expect(result == expected)
        #expect(PictureMetadata.read(result).map(\.name) == ["Exif", "Orientation"])
    }

    @Test("A JPEG file that need not be turned keeps no Exif at all", arguments: [0, 1, 9])
    func upright(_ orientation: Int) throws {
        let result = try MetadataStripper.strip(Specimens.jpeg(orientation: orientation))
        #expect(PictureMetadata.read(result) == [])
        #expect(!result.contains(Array("Exif".utf8)))
    }

    @Test("Nothing that was planted stays in a PNG file, and its image data are the same bytes")
    func png() throws {
        let result = try MetadataStripper.strip(Specimens.png)
        let expected =
            PNGStructure.signature + Specimens.pngHead + Specimens.pngLooks + Specimens.pngData[0]
            + Specimens.pngData[1] + Specimens.chunk("IEND", [])
        #expect(result == expected)
        #expect(PictureMetadata.read(result) == [])
    }

    @Test("Nothing that was planted stays in a WAV file, and its sound is the same bytes")
    func wav() throws {
        let result = try MetadataStripper.strip(Specimens.wav())
        let chunks =
            Specimens.riff("fmt ", Specimens.pcm) + Specimens.riff("fact", Specimens.little(3, 4))
            + Specimens.riff("data", Specimens.sound)
        let expected = Array("RIFF".utf8) + Specimens.little(chunks.count + 4, 4) + Array("WAVE".utf8) + chunks
        #expect(result == expected)
    }

    @Test("Stripping twice gives what stripping once gave")
    func twice() throws {
        for specimen in [Specimens.jpeg(), Specimens.png, Specimens.wav()] {
            let once = try MetadataStripper.strip(specimen)
            #expect(try MetadataStripper.strip(once) == once)
        }
    }

    @Test("A file of another kind is refused by its kind")
    func others() {
        let specimens: [([UInt8], String)] = [
            (Array("%PDF-1.7".utf8), "application/pdf"), (Array("GIF89a".utf8), "image/gif"),
            (Array("plain words".utf8), "text/plain"), ([], "application/octet-stream"),
        ]
        for (bytes, type) in specimens {
            #expect(throws: StrippingError.cannotStrip(mimeType: type)) { try MetadataStripper.strip(bytes) }
        }
    }

    @Test("A moving PNG, and a WAV whose sound could hold metadata itself, are refused")
    func refused() {
        let moving =
            PNGStructure.signature + Specimens.pngHead + Specimens.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])
            + Specimens.pngData[0] + Specimens.chunk("IEND", [])
        #expect(throws: StrippingError.cannotStrip(mimeType: "image/apng")) { try MetadataStripper.strip(moving) }
        let mp3 = Specimens.wav(format: [0x55, 0] + Specimens.pcm.dropFirst(2))
        #expect(throws: StrippingError.cannotStrip(mimeType: "audio/wav")) { try MetadataStripper.strip(mp3) }
    }

    @Test("Parts that are kept must be as long as they say, so that nothing hides in them")
    func smuggled() throws {
        let secret = Specimens.secret
        let pieces: [(UInt8, [UInt8])] = [
            (0xDB, [0] + [UInt8](repeating: 1, count: 64) + secret), (0xDD, [0, 1] + secret),
            (0xC4, [0] + [UInt8](repeating: 0, count: 16) + secret), (0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0] + secret),
            (0xDA, [1, 1, 0, 0, 63, 0] + secret), (0xDE, secret), (0xC8, secret),
        ]
        for (marker, data) in pieces {
            let bytes =
                [0xFF, 0xD8] + Specimens.tables + Specimens.segment(marker, data) + Specimens.scanHead + Specimens.scan
                + [0xFF, 0xD9]
            #expect(throws: StrippingError.self, "\(marker)") { try MetadataStripper.strip(bytes) }
        }
        for chunk in [
            Specimens.chunk("gAMA", secret), Specimens.chunk("IHDR", secret), Specimens.chunk("HIDE", secret),
        ] {
            let bytes =
                PNGStructure.signature + Specimens.pngHead + chunk + Specimens.pngData[0] + Specimens.chunk("IEND", [])
            #expect(throws: StrippingError.self) { try MetadataStripper.strip(bytes) }
        }
        for format in [
            Specimens.pcm + secret, Specimens.pcm + [9, 0] + secret, [0xFE, 0xFF] + Specimens.pcm.dropFirst(2),
        ] {
            #expect(throws: StrippingError.self) { try MetadataStripper.strip(Specimens.wav(format: format)) }
        }
    }

    @Test("A PNG with a wrong checksum is refused")
    func checksum() {
        var bytes = Specimens.png
        bytes[PNGStructure.signature.count + 8] ^= 1
        #expect(throws: StrippingError.malformed(mimeType: "image/png", place: 8)) { try MetadataStripper.strip(bytes) }
    }

    @Test("Sound in the long form of its description is kept")
    func extensible() throws {
        let rest: [UInt8] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
        let format = [0xFE, 0xFF] + Specimens.pcm.dropFirst(2) + [22, 0, 8, 0, 4, 0, 0, 0, 1, 0] + rest
        #expect(try MetadataStripper.strip(Specimens.wav(format: format)).contains(format))
    }
}
