/// The segments of a JPEG file (ITU-T T.81, annex B).
struct JPEGSegments {
    private struct Segment {
        var marker: UInt8
        /// The whole segment with marker and length; for the last, the picture to its end.
        var range: Range<Int>
        var payload: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var segments: [Segment] = []
    /// From the first scan to the end-of-image marker; nil when the file breaks off.
    private var picture: Range<Int>?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.starts(with: [0xFF, 0xD8]) else { return }
        var index = 2
        let reading = ByteReading(bytes: bytes[...])
        while index + 4 <= bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
                continue
            }
            if marker == 0xDA {
                picture = Self.end(of: bytes, from: index).map { index..<$0 }
                return
            }
            guard let length = reading.number(index + 2, size: 2), length >= 2,
                let payload = reading.slice(index + 4, length - 2)
            else { return }
            segments.append(Segment(marker: marker, range: index..<index + 2 + length, payload: payload))
            index += 2 + length
        }
    }

    /// Behind the end-of-image marker that closes the scans; later pictures, as phones append them, are not followed.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var index = start + 2
        while index + 1 < bytes.count {
            if bytes[index] == 0xFF, bytes[index + 1] == 0xD9 { return index + 2 }
            index += 1
        }
        return nil
    }

    /// Application segments but JFIF and Adobe's colour transform, and comments, are what the file says of itself.
    private static func isMetadata(_ segment: Segment) -> Bool {
        switch segment.marker {
        case 0xE0: !segment.payload.starts(with: Array("JFIF\0".utf8))
        case 0xEE: !segment.payload.starts(with: Array("Adobe".utf8))
        case 0xE1...0xEF, 0xFE: true
        default: false
        }
    }

    var stripped: [UInt8]? {
        guard let picture else { return nil }
        let kept = segments.filter { !Self.isMetadata($0) }.map { segment -> [UInt8] in
            // A JFIF segment may carry a small picture of what the large one no longer shows.
            if segment.marker == 0xE0, segment.payload.count >= 14 {
                return [0xFF, 0xE0, 0, 16] + Array(segment.payload.prefix(12)) + [0, 0]
            }
            return Array(bytes[segment.range])
        }
        return [0xFF, 0xD8] + orientation + kept.flatMap(\.self) + Array(bytes[picture])
    }

    /// Which way up the picture is, alone: without it a portrait would lie on its side.
    private var orientation: [UInt8] {
        let found = segments.compactMap { EXIFReading($0.payload)?.orientation }.first
        guard let found, (2...8).contains(found) else { return [] }
        let exif: [UInt8] =
            Array("Exif\0\0II".utf8) + [0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, UInt8(found), 0, 0, 0, 0, 0, 0, 0]
        return [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
    }

    var metadata: [MetadataItem] {
        var items = segments.flatMap { segment -> [MetadataItem] in
            switch segment.marker {
            case 0xFE: [MetadataItem("comment", "comment", String(decoding: segment.payload, as: UTF8.self))]
            case 0xE1 where segment.payload.starts(with: Array("Exif".utf8)):
                EXIFReading(segment.payload)?.items ?? [MetadataItem("exif", "damaged", "\(segment.payload.count)")]
            case 0xE1: [MetadataItem("xmp", "bytes", "\(segment.payload.count)")]
            case 0xED: [MetadataItem("iptc", "bytes", "\(segment.payload.count)")]
            case 0xE2...0xEF where Self.isMetadata(segment):
                [MetadataItem("application", "APP\(segment.marker - 0xE0)", "\(segment.payload.count)")]
            default: []
            }
        }
        if let picture, picture.upperBound < bytes.count {
            items.append(MetadataItem("trailer", "bytes", "\(bytes.count - picture.upperBound)"))
        }
        return items
    }
}
