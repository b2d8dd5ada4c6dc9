/// The names of the first entries of a ZIP archive, by which documents of office programs are told apart.
struct ZipHead {
    static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let mostEntries = 200

    private var names: Set<String> = []
    /// What the entry `mimetype` says, which OpenDocument has first and not compressed.
    private var declared: String?

    init(_ bytes: [UInt8]) {
        let view = ByteView(bytes)
        var offset = 0
        // Headers are looked for rather than added up: sizes in them may be left open until after the data.
        while names.count < Self.mostEntries, let place = view.first(Self.signature, from: offset) {
            offset = place + Self.signature.count
            guard let nameCount = view.number(at: place + 26, bytes: 2, .little),
                let extraCount = view.number(at: place + 28, bytes: 2, .little),
                let name = view.text(at: place + 30, count: nameCount)
            else { continue }
            names.insert(name)
            guard name == "mimetype", let size = view.number(at: place + 18, bytes: 4, .little), size < 100 else {
                continue
            }
            declared = view.text(at: place + 30 + nameCount + extraCount, count: size)
        }
    }

    var type: MediaType {
        switch declared {
        case MediaType.odt.rawValue: return .odt
        case MediaType.ods.rawValue: return .ods
        default: break
        }
        guard names.contains("[Content_Types].xml") || names.contains("_rels/.rels") else { return .zip }
        let has = { (folder: String) in names.contains { $0.hasPrefix(folder) } }
        return has("word/") ? .docx : has("xl/") ? .xlsx : has("ppt/") ? .pptx : .zip
    }
}
