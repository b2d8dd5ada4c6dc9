import Foundation

/// Reads an Exif segment (JEITA CP-3451): two directories at most, each entry once, nothing followed twice.
struct EXIFReading {
    private let tiff: ByteReading
    private var entries: [(directory: String, tag: Int, type: Int, count: Int, offset: Int)] = []

    /// Nil when the segment is none.
    init?(_ payload: ArraySlice<UInt8>) {
        let name = Array("Exif\0\0".utf8)
        guard payload.starts(with: name), payload.count > name.count + 8 else { return nil }
        var tiff = ByteReading(bytes: payload.dropFirst(name.count))
        switch tiff.text(0, 2) {
        case "II": tiff.isLittleEndian = true
        case "MM": break
        default: return nil
        }
        self.tiff = tiff
        guard let first = tiff.number(4, size: 4) else { return nil }
        read(first, "exif")
        let pointers = entries.filter { [0x8769, 0x8825].contains($0.tag) }
        for pointer in pointers {
            guard let offset = tiff.number(pointer.offset, size: 4) else { continue }
            read(offset, pointer.tag == 0x8825 ? "gps" : "exif")
        }
    }

    private mutating func read(_ offset: Int, _ directory: String) {
        guard let count = tiff.number(offset, size: 2) else { return }
        for index in 0..<min(count, 200) {
            let entry = offset + 2 + 12 * index
            guard let tag = tiff.number(entry, size: 2), let type = tiff.number(entry + 2, size: 2),
                let members = tiff.number(entry + 4, size: 4), let size = Self.sizes[type], members < 65_536
            else { continue }
            let place = size * members <= 4 ? entry + 8 : tiff.number(entry + 8, size: 4)
            if let place { entries.append((directory, tag, type, members, place)) }
        }
    }

    private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8]

    private static let names: [Int: String] = [
        0x010E: "description", 0x010F: "make", 0x0110: "model", 0x0131: "software", 0x0132: "changed",
        0x013B: "artist", 0x8298: "copyright", 0x9003: "taken", 0x9004: "digitised", 0x9C9D: "author",
        0xA430: "owner", 0xA431: "serial", 0xA433: "lens-make", 0xA434: "lens-model", 0xA435: "lens-serial",
        0x9286: "comment",
    ]

    /// 1 to 8; nil when the segment does not say.
    var orientation: Int? {
        entries.first { $0.directory == "exif" && $0.tag == 0x0112 && $0.type == 3 }
            .flatMap { tiff.number($0.offset, size: 2) }
    }

    var items: [MetadataItem] {
        let texts = entries.compactMap { entry -> MetadataItem? in
            guard entry.directory == "exif", [2, 7].contains(entry.type), let name = Self.names[entry.tag],
                let text = tiff.text(entry.offset, entry.count), !text.isEmpty
            else { return nil }
            return MetadataItem("exif", name, text)
        }
        return texts + position
    }

    private var position: [MetadataItem] {
        [(0x0002, 0x0001, "latitude"), (0x0004, 0x0003, "longitude")].compactMap { value, reference, name in
            guard let degrees = degrees(value) else { return nil }
            let side = entries.first { $0.directory == "gps" && $0.tag == reference }.flatMap { tiff.text($0.offset, 1) }
            return MetadataItem("gps", name, "\(String(format: "%.5f", degrees)) \(side ?? "")")
        }
    }

    private func degrees(_ tag: Int) -> Double? {
        guard let entry = entries.first(where: { $0.directory == "gps" && $0.tag == tag && $0.type == 5 && $0.count == 3 })
        else { return nil }
        let parts = (0..<3).compactMap { index -> Double? in
            guard let over = tiff.number(entry.offset + 8 * index, size: 4),
                let under = tiff.number(entry.offset + 8 * index + 4, size: 4), under > 0
            else { return nil }
            return Double(over) / Double(under)
        }
        return parts.count == 3 ? parts[0] + parts[1] / 60 + parts[2] / 3600 : nil
    }
}
