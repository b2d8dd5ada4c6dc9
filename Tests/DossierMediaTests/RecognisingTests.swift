import Testing

@testable import DossierMedia

@Suite("Telling kinds of files by their bytes")
struct RecognisingTests {
    private func ftyp(_ brand: String, _ others: String = "") -> [UInt8] {
        Specimens.big(16 + others.utf8.count, 4) + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0] + Array(others.utf8)
    }

    private func entry(_ name: String, _ data: String = "") -> [UInt8] {
        ZipHead.signature + [UInt8](repeating: 0, count: 14) + Specimens.little(data.utf8.count, 4)
            + Specimens.little(data.utf8.count, 4) + Specimens.little(name.utf8.count, 2) + [0, 0] + Array(name.utf8)
            + Array(data.utf8)
    }

    @Test("Each kind is known by its bytes")
    func kinds() {
        let content = entry("[Content_Types].xml") + entry("_rels/.rels")
        let specimens: [([UInt8], MediaType)] = [
            (Specimens.jpeg(), .jpeg), (Specimens.png, .png), (Specimens.wav(), .wav), (Specimens.exif(), .tiff),
            (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif), (Array("II*\0".utf8), .tiff),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .webp), (Array("RIFF\0\0\0\0AVI ".utf8), .unknown),
            (ftyp("heic"), .heic), (ftyp("mif1", "mif1heic"), .heic), (ftyp("avif"), .avif), (ftyp("M4A "), .m4a),
            (ftyp("isom", "iso2mp41"), .mp4), (ftyp("qt  "), .quickTime), (ftyp("3gp4"), .threeGP),
            (ftyp("what"), .unknown), (Array("%PDF-1.4\n".utf8), .pdf), (Array("OggS".utf8), .ogg),
            (Array("fLaC".utf8), .flac), (Array("ID3".utf8) + [4, 0], .mp3), ([0xFF, 0xFB, 0x90, 0x64], .mp3),
            ([0xFF, 0xFB, 0x90, 0x64] + [UInt8](repeating: 0, count: 413) + [0xFF, 0xFB, 0x90, 0x64], .mp3),
            ([0xFF, 0xFB, 0x90, 0x64] + [UInt8](repeating: 0, count: 600), .unknown),
            ([0xFF, 0xFE, 0x41, 0], .unknown),
            (entry("a.txt", "hello"), .zip), (content + entry("word/document.xml"), .docx),
            (content + entry("xl/workbook.xml"), .xlsx), (content + entry("ppt/presentation.xml"), .pptx),
            (entry("word/plain.txt"), .zip),
            (entry("mimetype", "application/vnd.oasis.opendocument.text") + entry("content.xml"), .odt),
            (entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), .ods),
            (Array("¿Dónde están? 어디에\r\n".utf8), .text), (Array("a\0b".utf8), .unknown), ([], .unknown),
            ([0x41, 0xE9], .unknown),
        ]
        for (bytes, type) in specimens { #expect(MediaType.recognise(bytes) == type, "\(bytes.prefix(24))") }
        #expect(MediaType.docx.mimeType.hasSuffix("wordprocessingml.document"))
        #expect(MediaType.unknown.mimeType == "application/octet-stream")
    }

    @Test("Text is text even when the part that is looked at ends within a character", arguments: 0..<4)
    func cut(_ shift: Int) {
        let bytes = [UInt8](repeating: 0x61, count: shift) + Array(String(repeating: "𐐷", count: 17_000).utf8)
        #expect(MediaType.recognise(bytes) == .text)
        #expect(MediaType.recognise(bytes.prefix(MediaType.headSize)) == .text)
    }
}
