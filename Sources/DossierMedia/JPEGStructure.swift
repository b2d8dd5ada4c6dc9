/// The parts of a JPEG file, as far as they can be told apart (ITU-T T.81, Annex B).
struct JPEGStructure {
    enum Part {
        /// A marker and what it holds, without its length.
        case segment(marker: UInt8, Range<Int>)
        /// Compressed image data with its restart markers.
        case scan(Range<Int>)
    }

    private(set) var parts: [Part] = []
    /// Where the image ends; nil when it is cut short or something else stands where a marker should.
    private(set) var end: Int?

    /// Nil when the bytes do not begin as a JPEG file.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        bytes.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 2
        while place + 1 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            switch marker {
            case 0xFF:
                // Any number of these may stand before a marker.
                place += 1
            case Marker.end:
                end = place + 2
                return
            case Marker.temporary:
                place += 2
            case 0x00, 0xD0...0xD8:
                return
            default:
                guard place + 3 < bytes.count else { return }
                let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
                guard length >= 2, place + 2 + length <= bytes.count else { return }
                parts.append(.segment(marker: marker, place + 4..<place + 2 + length))
                place += 2 + length
                guard marker == Marker.scan else { continue }
                let start = place
                place = Self.endOfScan(bytes, from: start)
                parts.append(.scan(start..<place))
            }
        }
    }

    /// In image data FF is followed by 00; restart markers belong to it; any other marker ends it.
    private static func endOfScan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF {
                let next = bytes[place + 1]
                if next != 0, !(0xD0...0xD7).contains(next) { return place }
                place += 2
            } else {
                place += 1
            }
        }
        return bytes.count
    }

    enum Marker {
        static let temporary: UInt8 = 0x01
        static let huffman: UInt8 = 0xC4
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let app0: UInt8 = 0xE0
        static let app1: UInt8 = 0xE1
        static let app2: UInt8 = 0xE2
        static let app13: UInt8 = 0xED
        static let app14: UInt8 = 0xEE
        static let comment: UInt8 = 0xFE
    }
}
