/// Reads the segments of a JPEG file that are not its picture.
struct JPEGMetadata {
    let bytes: [UInt8]
    let structure: JPEGStructure

    static let exifHead = Array("Exif\0\0".utf8)
    static let jfifHead = Array("JFIF\0".utf8)
    static let adobeHead = Array("Adobe".utf8)
    private static let xmpHead = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    private static let moreXMPHead = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
    private static let iccHead = Array("ICC_PROFILE\0".utf8)
    private static let photoshopHead = Array("Photoshop 3.0\0".utf8)

    var items: [MetadataItem] {
        var items: [MetadataItem] = []
        for case .segment(let marker, let range) in structure.parts where items.count < MetadataItem.most {
            items += self.items(marker, bytes[range])
        }
        if let end = structure.end, end < bytes.count {
            items.append(MetadataItem("trailing", "trailing", size: bytes.count - end))
        }
        return items
    }

    private func items(_ marker: UInt8, _ data: ArraySlice<UInt8>) -> [MetadataItem] {
        switch marker {
        case JPEGStructure.Marker.comment:
            [MetadataItem("comment", "COM", text: data) ?? MetadataItem("comment", "COM", size: data.count)]
        case JPEGStructure.Marker.app1 where data.starts(with: Self.exifHead):
            [MetadataItem("exif", "Exif", size: data.count)] + (Exif(data.dropFirst(Self.exifHead.count))?.items ?? [])
        case JPEGStructure.Marker.app1 where data.starts(with: Self.xmpHead):
            XMP.items(data.dropFirst(Self.xmpHead.count))
        case JPEGStructure.Marker.app1 where data.starts(with: Self.moreXMPHead):
            XMP.items(data.dropFirst(Self.moreXMPHead.count))
        case JPEGStructure.Marker.app2 where data.starts(with: Self.iccHead):
            [MetadataItem("icc", "profile", size: data.count)]
        case JPEGStructure.Marker.app13 where data.starts(with: Self.photoshopHead):
            IPTC.items(data.dropFirst(Self.photoshopHead.count))
        case JPEGStructure.Marker.app0 where data.starts(with: Self.jfifHead) && data.count == 14: []
        case JPEGStructure.Marker.app14 where data.starts(with: Self.adobeHead) && data.count == 12: []
        case 0xE0...0xEF:
            [MetadataItem("app", "APP\(marker - 0xE0)", size: data.count)]
        default: []
        }
    }
}
