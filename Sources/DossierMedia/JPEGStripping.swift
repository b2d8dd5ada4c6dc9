/// Takes out of a JPEG file every segment that no decoder needs.
///
/// A colour profile (APP2) goes too: its description can name a program, a screen or a person. A picture of a wide gamut
/// then looks a little paler.
enum JPEGStripping {
    private typealias Marker = JPEGStructure.Marker

    static func strip(_ bytes: [UInt8]) throws(StrippingError) -> [UInt8] {
        guard let structure = JPEGStructure(bytes) else { throw malformed(0) }
        // Whatever follows the end is dropped: a motion photo's film, a second picture, anything hidden.
        guard structure.end != nil else { throw malformed(bytes.count) }
        var head: [UInt8] = [0xFF, 0xD8]
        var body: [UInt8] = []
        body.reserveCapacity(bytes.count)
        var orientation: Int?
        var hasFrame = false
        var hasScan = false
        for part in structure.parts {
            switch part {
            case .scan(let range):
                hasScan = true
                body += bytes[range]
            case .segment(let marker, let range):
                let data = bytes[range]
                switch marker {
                case Marker.app0 where head.count == 2: head += jfif(data)
                case Marker.app1: orientation = orientation ?? self.orientation(data)
                case Marker.app14: body += adobe(data)
                case 0x02...0xBF, 0xE0...0xFE: continue
                default:
                    // A segment longer than what it says of itself could hide something.
                    guard JPEGTable.isExact(marker, data) else { throw malformed(range.lowerBound) }
                    hasFrame = hasFrame || JPEGTable.isFrame(marker)
                    body += segment(marker, data)
                }
            }
        }
        guard hasFrame, hasScan else { throw malformed(bytes.count) }
        if let orientation, orientation != 1 { head += segment(Marker.app1, exif(orientation: UInt8(orientation))) }
        return head + body + [0xFF, Marker.end]
    }

    /// The size of dots, without the small picture that may follow it.
    private static func jfif(_ data: ArraySlice<UInt8>) -> [UInt8] {
        guard data.starts(with: JPEGMetadata.jfifHead), data.count >= 14 else { return [] }
        return segment(Marker.app0, Array(data.prefix(12)) + [0, 0])
    }

    /// Says how colours are coded; without it some pictures appear in false colours.
    private static func adobe(_ data: ArraySlice<UInt8>) -> [UInt8] {
        guard data.starts(with: JPEGMetadata.adobeHead), data.count >= 12, let transform = data.dropFirst(11).first
        else { return [] }
        // Version 100 and no flags, which nobody reads: only the last byte matters.
        return segment(Marker.app14, JPEGMetadata.adobeHead + [0, 100, 0, 0, 0, 0, transform])
    }

    private static func orientation(_ data: ArraySlice<UInt8>) -> Int? {
        guard data.starts(with: JPEGMetadata.exifHead) else { return nil }
        return Exif(data.dropFirst(JPEGMetadata.exifHead.count))?.orientation
    }

    /// One directory with one entry: the orientation.
    private static func exif(orientation: UInt8) -> [UInt8] {
        JPEGMetadata.exifHead + Array("MM\0*".utf8) + [0, 0, 0, 8]
            + [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    }

    private static func segment(_ marker: UInt8, _ data: some Collection<UInt8>) -> [UInt8] {
        let length = data.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + data
    }

    private static func malformed(_ place: Int) -> StrippingError {
        .malformed(mimeType: MediaType.jpeg.mimeType, place: place)
    }
}
