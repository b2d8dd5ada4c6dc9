extension Exif {
    /// What the entries tell about people, devices, places and times.
    var items: [MetadataItem] {
        entries.compactMap(item) + [position, altitude].compactMap(\.self) + [thumbnail].compactMap(\.self)
    }

    private func item(_ entry: Entry) -> MetadataItem? {
        let group = entry.kind == .gps ? "gps" : "exif"
        guard entry.kind != .thumbnail, let name = Self.names[entry.kind == .gps ? .gps : .main]?[entry.tag] else {
            return nil
        }
        switch (entry.kind, entry.tag) {
        case (.gps, _) where entry.type == 7, (_, 0x9286):
            // Eight bytes tell the character set.
            return MetadataItem(group, name, text: entry.data.dropFirst(8))
                ?? MetadataItem(group, name, size: entry.data.count)
        case (_, 0x9C9B...0x9C9F): return utf16(entry, name)
        case (_, 0x927C): return MetadataItem(group, name, size: entry.data.count)
        case (_, 0x0112): return number(entry).map { MetadataItem(group: group, name: name, value: "\($0)") }
        default: return MetadataItem(group, name, text: entry.data)
        }
    }

    /// Windows writes these in UTF-16, least significant byte first.
    private func utf16(_ entry: Entry, _ name: String) -> MetadataItem? {
        let data = Array(entry.data.prefix(MetadataItem.longest))
        let units = stride(from: 0, to: data.count - 1, by: 2).map { UInt16(data[$0]) | UInt16(data[$0 + 1]) << 8 }
        let text = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
        return text.isEmpty ? nil : MetadataItem(group: "exif", name: name, value: text)
    }

    private var thumbnail: MetadataItem? {
        first(.thumbnail, 0x0201).map { _ in
            MetadataItem("exif", "Thumbnail", size: first(.thumbnail, 0x0202).flatMap(number) ?? 0)
        }
    }

    // MARK: Place

    /// Latitude and longitude in decimal degrees, south and west below zero.
    private var position: MetadataItem? {
        guard let latitude = degrees(tag: 2, reference: 1, negative: "S", limit: 90),
            let longitude = degrees(tag: 4, reference: 3, negative: "W", limit: 180)
        else { return nil }
        return MetadataItem(
            group: "gps", name: "Position", value: "\(Self.decimal(latitude, 6)), \(Self.decimal(longitude, 6))")
    }

    private func degrees(tag: Int, reference: Int, negative: Character, limit: Double) -> Double? {
        guard let parts = first(.gps, tag).map(fractions), let degrees = parts.first, let degrees else { return nil }
        // Minutes and seconds may be left out, and some devices write 0/0 for them.
        let minutes = parts.count > 1 ? parts[1] ?? 0 : 0
        let seconds = parts.count > 2 ? parts[2] ?? 0 : 0
        let value = degrees + minutes / 60 + seconds / 3600
        guard value <= limit else { return nil }
        let mark = first(.gps, reference)?.data.first.map { Character(Unicode.Scalar($0)) }
        return mark == negative ? -value : value
    }

    /// In metres, below zero when below the sea.
    private var altitude: MetadataItem? {
        guard let value = first(.gps, 6).map(fractions)?.first, let metres = value else { return nil }
        let isBelow = first(.gps, 5)?.data.first == 1
        return MetadataItem(group: "gps", name: "Altitude", value: "\(Self.decimal(isBelow ? -metres : metres, 1)) m")
    }

    /// With that many digits after the point, whatever the locale is.
    static func decimal(_ value: Double, _ digits: Int) -> String {
        let unit = (0..<digits).reduce(1) { power, _ in power * 10 }
        // A fraction of two 32-bit numbers is below 2³², so that this is far from overflow.
        let scaled = Int((value.magnitude * Double(unit)).rounded())
        let rest = String(scaled % unit)
        let zeros = String(repeating: "0", count: digits - rest.count)
        return "\(value < 0 && scaled != 0 ? "-" : "")\(scaled / unit).\(zeros)\(rest)"
    }

    // MARK: Names

    private static let names: [Kind: [Int: String]] = [
        .main: [
            0x010D: "DocumentName", 0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model", 0x0112: "Orientation",
            0x0131: "Software", 0x0132: "DateTime", 0x013B: "Artist", 0x013C: "HostComputer", 0x8298: "Copyright",
            0x9003: "DateTimeOriginal", 0x9004: "DateTimeDigitized", 0x9010: "OffsetTime", 0x9011: "OffsetTimeOriginal",
            0x927C: "MakerNote", 0x9286: "UserComment", 0x9C9B: "XPTitle", 0x9C9C: "XPComment", 0x9C9D: "XPAuthor",
            0x9C9E: "XPKeywords", 0x9C9F: "XPSubject", 0xA420: "ImageUniqueID", 0xA430: "CameraOwnerName",
            0xA431: "BodySerialNumber", 0xA433: "LensMake", 0xA434: "LensModel", 0xA435: "LensSerialNumber",
            0xA436: "ImageTitle", 0xA437: "Photographer", 0xA438: "ImageEditor", 0xC62F: "CameraSerialNumber",
        ],
        .gps: [0x1B: "ProcessingMethod", 0x1C: "AreaInformation", 0x1D: "DateStamp"],
    ]
}
