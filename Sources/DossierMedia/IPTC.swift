/// Reads the IPTC record in Photoshop's part of a JPEG file.
enum IPTC {
    private static let recordResource = 0x0404
    private static let mostDatasets = 500

    /// Datasets of record 2 that tell about people and places (IPTC-IIM 4.2).
    private static let names: [Int: String] = [
        5: "ObjectName", 25: "Keywords", 55: "DateCreated", 80: "By-line", 85: "By-lineTitle", 90: "City",
        92: "Sub-location", 95: "Province-State", 101: "Country", 105: "Headline", 110: "Credit", 115: "Source",
        116: "Copyright", 118: "Contact", 120: "Caption", 122: "Writer-Editor",
    ]

    /// Reads what follows `Photoshop 3.0`.
    static func items(_ resources: ArraySlice<UInt8>) -> [MetadataItem] {
        let view = ByteView(resources)
        var items = [MetadataItem("iptc", "Photoshop", size: resources.count)]
        var place = 0
        while view.text(at: place, count: 4) == "8BIM", let kind = view.number(at: place + 4, bytes: 2),
            let nameLength = view.number(at: place + 6, bytes: 1)
        {
            // The name with its length, and the data, are each filled up to an even number.
            let sizePlace = place + 6 + (nameLength + 2) / 2 * 2
            guard let size = view.number(at: sizePlace, bytes: 4),
                let data = view.slice(at: sizePlace + 4, count: size)
            else { break }
            if kind == recordResource { items += datasets(data) }
            place = sizePlace + 4 + (size + 1) / 2 * 2
        }
        return items
    }

    private static func datasets(_ data: ArraySlice<UInt8>) -> [MetadataItem] {
        let view = ByteView(data)
        var items: [MetadataItem] = []
        var place = 0
        for _ in 0..<mostDatasets {
            // Lengths from 8000 (hexadecimal) on are another form, for data of more than 32 KiB, which no text here has.
            guard view.number(at: place, bytes: 1) == 0x1C, let record = view.number(at: place + 1, bytes: 1),
                let number = view.number(at: place + 2, bytes: 1), let length = view.number(at: place + 3, bytes: 2),
                length < 0x8000, let text = view.slice(at: place + 5, count: length)
            else { break }
            if record == 2, let name = names[number], let item = MetadataItem("iptc", name, text: text) {
                items.append(item)
            }
            place += 5 + length
        }
        return items
    }
}
