@testable import DossierMedia

/// Files built by hand, byte by byte, with a word planted in every place that can hold one.
enum Specimens {
    static let word = "GEHEIM-4711"
    static var secret: [UInt8] { Array(word.utf8) }

    static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }

    /// Quicker to compile than a long sum.
    static func join(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap(\.self) }

    // MARK: JPEG

    static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] { [0xFF, marker] + big(data.count + 2, 2) + data }

    static let scan: [UInt8] = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0x78, 0xFF, 0x00]
    static let secondScan: [UInt8] = [0x9A, 0xBC, 0xFF, 0xD7, 0x01]
    static let tables =
        segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        + segment(0xC2, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
        + segment(0xC4, [0] + [1] + [UInt8](repeating: 0, count: 15) + [5])
    static let scanHead = segment(0xDA, [1, 1, 0, 0, 63, 0])

    /// With everything that can be dropped, and an orientation.
    static func jpeg(orientation: Int = 6) -> [UInt8] {
        let xmp =
            #"<x xmp:CreatorTool="\#(word)"><dc:creator><rdf:Seq><rdf:li>\#(word)</rdf:li></rdf:Seq></dc:creator></x>"#
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, 72, 0, 72, 4, 1] + secret + [0])
        bytes += segment(0xE0, Array("JFXX\0".utf8) + [0x13] + secret)
        bytes += segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation))
        bytes += segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(xmp.utf8))
        bytes += segment(0xE1, Array("http://ns.adobe.com/xmp/extension/\0".utf8) + secret)
        bytes += segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + secret)
        bytes += segment(0xE2, Array("MPF\0".utf8) + secret)
        bytes += segment(0xED, Array("Photoshop 3.0\0".utf8) + photoshop)
        bytes += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1] + secret)
        bytes += segment(0xEF, secret) + segment(0xFE, secret) + segment(0xF3, secret)
        bytes += tables + [0xFF] + scanHead + scan + segment(0xFE, secret)
        bytes += segment(0xC4, [0x10] + [1] + [UInt8](repeating: 0, count: 15) + [7]) + scanHead + secondScan
        return bytes + [0xFF, 0xD9] + secret
    }

    static var photoshop: [UInt8] {
        var record: [UInt8] = []
        for (number, text) in [(80, secret), (120, Array("caption".utf8) + secret), (3, secret)] as [(UInt8, [UInt8])] {
            record += join([0x1C, 2, number], big(text.count, 2), text)
        }
        let head = Array("8BIM".utf8)
        let other = join(head, big(0x03ED, 2), [3, 0x61, 0x62, 0x63], big(1, 4), [9, 0])
        return join(other, head, big(0x0404, 2), [0, 0], big(record.count, 4), record)
    }

    // MARK: Exif

    /// Entries of a directory: tag, type, count and value.
    typealias Field = (tag: Int, type: Int, count: Int, data: [UInt8])

    static func text(_ tag: Int, _ text: String) -> Field { (tag, 2, text.utf8.count + 1, Array(text.utf8) + [0]) }

    static func fractions(_ tag: Int, _ numbers: [(Int, Int)]) -> Field {
        (tag, 5, numbers.count, numbers.flatMap { big($0.0, 4) + big($0.1, 4) })
    }

    /// One directory with its values behind it, at `place` in the file.
    static func directory(_ fields: [Field], at place: Int, next: Int = 0) -> [UInt8] {
        var values: [UInt8] = []
        let valuesPlace = place + 6 + 12 * fields.count
        var bytes = big(fields.count, 2)
        for field in fields {
            bytes += big(field.tag, 2) + big(field.type, 2) + big(field.count, 4)
            if field.data.count <= 4 {
                bytes += field.data + [UInt8](repeating: 0, count: 4 - field.data.count)
            } else {
                bytes += big(valuesPlace + values.count, 4)
                values += field.data
            }
        }
        return bytes + big(next, 4) + values
    }

    static func exif(orientation: Int = 6) -> [UInt8] {
        let gps = directory(
            [
                (1, 2, 2, Array("S\0".utf8)), fractions(2, [(33, 1), (26, 1), (1350, 100)]),
                (3, 2, 2, Array("W\0".utf8)), fractions(4, [(70, 1), (39, 1), (0, 0)]),
                (5, 1, 1, [0]), fractions(6, [(5432, 10)]), text(0x1D, "1974:09:11"),
            ], at: 1000)
        let sub = directory(
            [
                text(0x9003, "1974:09:11 10:00:00"), text(0xA431, "SN-\(word)"),
                (0x9286, 7, 8 + secret.count, Array("ASCII\0\0\0".utf8) + secret), (0x927C, 7, 11, secret),
            ], at: 600)
        let thumbnail = directory([(0x0201, 4, 1, big(1400, 4)), (0x0202, 4, 1, big(11, 4))], at: 1300)
        let main = directory(
            [
                text(0x010F, "Make \(word)"), text(0x0110, "Model"), (0x0112, 3, 1, big(orientation, 2)),
                text(0x0131, word), text(0x013B, word), text(0x8298, word), (0x8769, 4, 1, big(600, 4)),
                (0x8825, 4, 1, big(1000, 4)),
            ], at: 8, next: 1300)
        var bytes = Array("MM\0*".utf8) + big(8, 4) + main
        for (place, part) in [(600, sub), (1000, gps), (1300, thumbnail), (1400, secret)] {
            bytes += [UInt8](repeating: 0, count: place - bytes.count) + part
        }
        return bytes
    }

    // MARK: PNG

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return big(data.count, 4) + body + big(Int(CRC32.checksum(body[...])), 4)
    }

    static let pngHead = chunk("IHDR", big(1, 4) + big(1, 4) + [8, 0, 0, 0, 0])
    static let pngData = [chunk("IDAT", [0x78, 0x9C, 0x63, 0x60]), chunk("IDAT", [0, 0, 0, 2, 0, 1])]
    static let pngLooks = chunk("gAMA", big(45455, 4)) + chunk("pHYs", big(2835, 4) + big(2835, 4) + [1])

    static var png: [UInt8] {
        let xmp = Array("XML:com.adobe.xmp\0\0\0\0\0<x xmp:CreatorTool='\(word)'/>".utf8)
        var bytes = PNGStructure.signature + pngHead + pngLooks
        bytes += chunk("tEXt", Array("Author\0".utf8) + secret) + chunk("zTXt", Array("Comment\0\0".utf8) + secret)
        bytes += chunk("iTXt", Array("Title\0\0\0en\0Titel\0".utf8) + secret) + chunk("iTXt", xmp)
        bytes += chunk("iCCP", secret + [0, 0] + secret) + chunk("eXIf", exif())
        bytes += chunk("tIME", big(1974, 2) + [9, 11, 10, 0, 59]) + chunk("prVt", secret)
        bytes += pngData[0] + pngData[1] + chunk("tEXt", Array("Late\0".utf8) + secret) + chunk("IEND", [])
        return bytes + secret
    }

    // MARK: WAV

    static func riff(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
    }

    static let pcm: [UInt8] = [1, 0, 1, 0] + little(8000, 4) + little(8000, 4) + [1, 0, 8, 0]
    static let sound: [UInt8] = [0x80, 0x81, 0x7F]

    static func wav(format: [UInt8] = pcm) -> [UInt8] {
        let body =
            Array("WAVE".utf8) + riff("bext", secret) + riff("fmt ", format)
            + riff("LIST", Array("INFOIART".utf8) + secret) + riff("fact", little(3, 4)) + riff("data", sound)
            + riff("id3 ", secret)
        return Array("RIFF".utf8) + little(body.count, 4) + body + secret
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array where Element == UInt8 {
    /// Where another sequence of bytes begins in this one.
    func contains(_ needle: [UInt8]) -> Bool { ByteView(self).first(needle) != nil }
}
