/// Reads the chunks of a PNG file that are not its picture.
struct PNGMetadata {
    let bytes: [UInt8]
    let structure: PNGStructure

    var items: [MetadataItem] {
        var items: [MetadataItem] = []
        for chunk in structure.chunks where items.count < MetadataItem.most {
            items += self.items(chunk.type, bytes[chunk.data])
        }
        if let end = structure.end, end < bytes.count {
            items.append(MetadataItem("trailing", "trailing", size: bytes.count - end))
        }
        return items
    }

    private func items(_ type: String, _ data: ArraySlice<UInt8>) -> [MetadataItem] {
        switch type {
        case "tEXt": [text(data)].compactMap(\.self)
        case "zTXt": [MetadataItem("png-text", keyword(data), size: data.count)]
        case "iTXt": internationalText(data)
        case "eXIf": [MetadataItem("exif", "Exif", size: data.count)] + (Exif(data)?.items ?? [])
        case "iCCP": [MetadataItem("icc", keyword(data), size: data.count)]
        case "tIME": [time(data)].compactMap(\.self)
        default: PNGStripping.isKept(type) ? [] : [MetadataItem("app", type, size: data.count)]
        }
    }

    private func keyword(_ data: ArraySlice<UInt8>) -> String { Self.latin1(data.prefix(79).prefix { $0 != 0 }) }

    private func text(_ data: ArraySlice<UInt8>) -> MetadataItem? {
        guard let separator = data.firstIndex(of: 0) else { return nil }
        let value = Self.latin1(data[(separator + 1)...].prefix(MetadataItem.longest))
        return MetadataItem(group: "png-text", name: keyword(data), value: value)
    }

    /// Keyword, NUL, whether compressed, how, language, NUL, keyword in that language, NUL, text.
    private func internationalText(_ data: ArraySlice<UInt8>) -> [MetadataItem] {
        let name = keyword(data)
        let sized = [MetadataItem("png-text", name, size: data.count)]
        guard let first = data.firstIndex(of: 0), let isCompressed = data[first...].dropFirst().first,
            isCompressed == 0
        else { return sized }
        let rest = data[first...].dropFirst(3)
        guard let second = rest.firstIndex(of: 0), let third = rest[(second + 1)...].firstIndex(of: 0) else {
            return sized
        }
        let text = rest[(third + 1)...]
        if name == "XML:com.adobe.xmp" { return XMP.items(text) }
        return [MetadataItem("png-text", name, text: text)].compactMap(\.self)
    }

    private func time(_ data: ArraySlice<UInt8>) -> MetadataItem? {
        let view = ByteView(data)
        guard data.count == 7, let year = view.number(at: 0, bytes: 2) else { return nil }
        let parts = data.dropFirst(2).map { $0 < 10 ? "0\($0)" : "\($0)" }
        let value = "\(year)-\(parts[0])-\(parts[1]) \(parts[2]):\(parts[3]):\(parts[4])"
        return MetadataItem(group: "png-time", name: "tIME", value: value)
    }

    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }
}
