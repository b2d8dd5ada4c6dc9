/// Looks through an XMP packet, without reading it as XML: a packet is not worth a parser that hostile text could trouble.
enum XMP {
    /// That there is a packet and how large it is, and who and what made it if that is easily found. Entities in values
    /// are left as they stand.
    static func items(_ packet: ArraySlice<UInt8>) -> [MetadataItem] {
        let view = ByteView(packet)
        return [MetadataItem("xmp", "packet", size: packet.count)]
            + ["dc:creator", "xmp:CreatorTool", "photoshop:AuthorsPosition", "xmpMM:DocumentID"].compactMap { name in
                (attribute(name, view) ?? element(name, view)).flatMap { MetadataItem("xmp", name, text: $0) }
            }
    }

    /// `name="value"`, with either kind of quotation mark.
    private static func attribute(_ name: String, _ view: ByteView) -> ArraySlice<UInt8>? {
        for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
            let opening = Array("\(name)=".utf8) + [quote]
            guard let place = view.first(opening), let rest = view.rest(from: place + opening.count) else { continue }
            return rest.prefix(MetadataItem.longest).prefix { $0 != quote }
        }
        return nil
    }

    /// `<name>value</name>`, where the value may be in a list: the text after the first tag that is followed by text.
    private static func element(_ name: String, _ view: ByteView) -> ArraySlice<UInt8>? {
        let opening = Array("<\(name)".utf8)
        guard let place = view.first(opening), var rest = view.rest(from: place + opening.count) else { return nil }
        let closing = Array("</\(name)".utf8)
        rest = rest.prefix(MetadataItem.longest)
        while let end = rest.firstIndex(of: UInt8(ascii: ">")) {
            if rest[..<end].last == UInt8(ascii: "/") { return nil }
            rest = rest[(end + 1)...]
            let text = rest.prefix { $0 != UInt8(ascii: "<") }
            if text.contains(where: { $0 > 0x20 }) { return text.drop { $0 <= 0x20 } }
            rest = rest[text.endIndex...]
            if rest.starts(with: closing) { return nil }
        }
        return nil
    }
}
