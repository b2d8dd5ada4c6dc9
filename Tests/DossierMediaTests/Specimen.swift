/// Small files with something planted in every place where a file speaks of itself.
enum Specimen {
    /// Stands for the picture or the sound.
    static let picture: [UInt8] = [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x12]

    static func jpeg(orientation: UInt8 = 1) -> [UInt8] {
        let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0])
        let comment = segment(0xFE, Array("zqcomment".utf8))
        let xmp = segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<dc:creator>zqauthor</dc:creator>".utf8))
        let iptc = segment(0xED, Array("photoshop zqauthor".utf8))
        let table = segment(0xDB, Array(repeating: 1, count: 65))
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0] + picture + [0xFF, 0xD9]
        return [0xFF, 0xD8] + jfif + segment(0xE1, exif(orientation)) + xmp + iptc + comment + table + scan
            + Array("zqtrailer".utf8)
    }

    private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 255)] + payload
    }

    /// Big-endian Exif with model, artist, orientation, and a latitude.
    private static func exif(_ orientation: UInt8) -> [UInt8] {
        let texts = 8 + 2 + 4 * 12 + 4
        let gps = texts + 9 + 9
        let degrees = gps + 2 + 2 * 12 + 4
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            two(tag) + two(type) + four(count) + value
        }
        let first =
            two(4) + entry(0x0110, 2, 9, four(texts)) + entry(0x0112, 3, 1, [0, orientation, 0, 0])
            + entry(0x013B, 2, 9, four(texts + 9)) + entry(0x8825, 4, 1, four(gps)) + four(0)
        let position =
            two(2) + entry(1, 2, 2, Array("N\0".utf8) + [0, 0]) + entry(2, 5, 3, four(degrees)) + four(0)
        let numbers = four(37) + four(1) + four(30) + four(1) + four(0) + four(1)
        return Array("Exif\0\0MM".utf8) + [0, 0x2A] + four(8) + first + Array("zqcamera\0zqauthor\0".utf8) + position
            + numbers
    }

    static func png() -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", Array(repeating: 1, count: 13))
            + chunk("tEXt", Array("Author\0zqauthor".utf8)) + chunk("iTXt", Array("Comment\0\0\0\0\0zqcomment".utf8))
            + chunk("tIME", [7, 0xEA, 3, 12, 5, 40, 0]) + chunk("eXIf", Array("MM zqcamera".utf8))
            + chunk("IDAT", picture) + chunk("IEND", []) + Array("zqtrailer".utf8)
    }

    private static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        four(payload.count) + Array(type.utf8) + payload + [0, 0, 0, 0]
    }

    static func wav() -> [UInt8] {
        func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
            Array(type.utf8) + four(payload.count).reversed() + payload + (payload.count % 2 == 1 ? [0] : [])
        }
        let body =
            chunk("fmt ", Array(repeating: 1, count: 16)) + chunk("LIST", Array("INFOIART zqauthor".utf8))
            + chunk("data", picture) + chunk("bext", Array("zqcomment zqcamera".utf8))
        return Array("RIFF".utf8) + four(body.count + 4).reversed() + Array("WAVE".utf8) + body
    }

    private static func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
    private static func four(_ number: Int) -> [UInt8] { two(number >> 16) + two(number & 0xFFFF) }
}
