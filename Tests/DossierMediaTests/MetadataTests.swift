import Testing

@testable import DossierMedia

@Suite("Telling what pictures tell")
struct MetadataTests {
    private func values(_ bytes: [UInt8]) -> [String: String] {
        Dictionary(PictureMetadata.read(bytes).map { ("\($0.group)/\($0.name)", $0.value) }) { first, _ in first }
    }

    @Test("A JPEG file's camera, people, place, time and programs are told")
    func jpeg() {
        let values = values(Specimens.jpeg())
        let word = Specimens.word
        let expected = [
            "exif/Make": "Make \(word)", "exif/Model": "Model", "exif/Orientation": "6", "exif/Software": word,
            "exif/Artist": word, "exif/Copyright": word, "exif/DateTimeOriginal": "1974:09:11 10:00:00",
            "exif/BodySerialNumber": "SN-\(word)", "exif/UserComment": word, "exif/MakerNote": "11 bytes",
            "exif/Thumbnail": "11 bytes", "gps/Position": "-33.437083, -70.650000", "gps/Altitude": "543.2 m",
            "gps/DateStamp": "1974:09:11", "xmp/dc:creator": word, "xmp/xmp:CreatorTool": word, "iptc/By-line": word,
            "iptc/Caption": "caption\(word)", "comment/COM": word, "icc/profile": "25 bytes", "app/APP15": "11 bytes",
            "app/APP0": "26 bytes", "trailing/trailing": "11 bytes",
        ]
        for (name, value) in expected { #expect(values[name] == value, "\(name)") }
        #expect(values["xmp/packet"] != nil)
    }

    @Test("A PNG file's texts, time and Exif are told")
    func png() {
        let values = values(Specimens.png)
        let expected = [
            "png-text/Author": Specimens.word, "png-text/Title": Specimens.word, "png-text/Late": Specimens.word,
            "png-text/Comment": "20 bytes", "png-time/tIME": "1974-09-11 10:00:59",
            "xmp/xmp:CreatorTool": Specimens.word,
            "icc/\(Specimens.word)": "24 bytes", "gps/Position": "-33.437083, -70.650000", "app/prVt": "11 bytes",
            "trailing/trailing": "11 bytes",
        ]
        for (name, value) in expected { #expect(values[name] == value, "\(name)") }
    }

    @Test("A TIFF file's own directory is told, whichever byte comes first")
    func tiff() {
        #expect(values(Specimens.exif())["exif/Artist"] == Specimens.word)
        let little: [UInt8] =
            Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, 3, 0, 0, 0, 0x41, 0x42, 0, 0, 0, 0, 0, 0]
        #expect(values(little)["exif/Artist"] == "AB")
    }

    @Test("Directories that lead to each other, and counts beyond the file, end")
    func hostileExif() {
        let loop = Specimens.directory(
            [(0x8769, 4, 1, Specimens.big(8, 4)), (0x8825, 4, 1, Specimens.big(8, 4))], at: 8, next: 8)
        #expect(PictureMetadata.read(Array("MM\0*".utf8) + Specimens.big(8, 4) + loop) == [])
        let vast: [UInt8] =
            [0xFF, 0xFF] + (0..<40).flatMap { _ in [0x01, 0x0F, 0, 12] + [UInt8](repeating: 0xFF, count: 8) }
        #expect(PictureMetadata.read(Array("MM\0*".utf8) + Specimens.big(8, 4) + vast) == [])
        #expect(PictureMetadata.read(Array("MM\0*".utf8) + Specimens.big(0xFFFF_FFFF, 4)) == [])
    }

    @Test("Many entries that point at one long text do not make much of a small file")
    func amplified() {
        let entries = (0..<500).flatMap { _ in
            Specimens.big(0x010F, 2) + Specimens.big(2, 2) + Specimens.big(5000, 4) + Specimens.big(8, 4)
        }
        let exif = Array("MM\0*".utf8) + Specimens.big(8, 4) + Specimens.big(500, 2) + entries
        let segment = Specimens.segment(0xE1, Array("Exif\0\0".utf8) + exif)
        let items = PictureMetadata.read([0xFF, 0xD8] + (0..<3000).flatMap { _ in segment })
        #expect(items.count <= MetadataItem.most + 1)
    }

    @Test("Degrees that no place on Earth has are not told")
    func impossible() {
        let gps = Specimens.directory(
            [Specimens.fractions(2, [(91, 1), (0, 1), (0, 1)]), Specimens.fractions(4, [(0, 1), (0, 1), (0, 1)])],
            at: 26)
        let main = Specimens.directory([(0x8825, 4, 1, Specimens.big(26, 4))], at: 8)
        #expect(PictureMetadata.read(Array("MM\0*".utf8) + Specimens.big(8, 4) + main + gps) == [])
    }

    @Test("Numbers are written the same in every country")
    func decimals() {
        #expect(Exif.decimal(-0.0000001, 6) == "0.000000")
        #expect(Exif.decimal(1.05, 6) == "1.050000")
        #expect(Exif.decimal(-70.65, 2) == "-70.65")
        #expect(Exif.decimal(4_294_967_295, 6) == "4294967295.000000")
    }
}
