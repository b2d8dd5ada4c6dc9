/// Holds segments that decoders need against the length that their own contents call for (ITU-T T.81, B.2).
enum JPEGTable {
    /// False when there is more or less in the segment than it says, or no decoder in use knows it.
    static func isExact(_ marker: UInt8, _ data: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case JPEGStructure.Marker.huffman: isHuffman(data)
        case 0xDB: isQuantisation(data)
        case 0xCC: data.count.isMultiple(of: 2)
        case 0xDC, 0xDD: data.count == 2
        case JPEGStructure.Marker.scan: data.first.map { data.count == 4 + 2 * Int($0) } ?? false
        case let marker where isFrame(marker): data.dropFirst(5).first.map { data.count == 6 + 3 * Int($0) } ?? false
        default: false
        }
    }

    /// Whether the marker begins a picture, telling its size and how it is coded. C8 is set aside for extensions.
    static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![JPEGStructure.Marker.huffman, 0xC8, 0xCC].contains(marker)
    }

    /// Tables of 64 numbers, each of one byte or of two.
    private static func isQuantisation(_ data: ArraySlice<UInt8>) -> Bool {
        var rest = data
        while let first = rest.first {
            let length = first >> 4 == 0 ? 65 : 129
            guard rest.count >= length else { return false }
            rest = rest.dropFirst(length)
        }
        return !data.isEmpty
    }

    /// Tables of sixteen counts and as many bytes as they add up to.
    private static func isHuffman(_ data: ArraySlice<UInt8>) -> Bool {
        var rest = data
        while !rest.isEmpty {
            guard rest.count >= 17 else { return false }
            let length = 17 + rest.dropFirst().prefix(16).reduce(0) { $0 + Int($1) }
            guard rest.count >= length else { return false }
            rest = rest.dropFirst(length)
        }
        return !data.isEmpty
    }
}
