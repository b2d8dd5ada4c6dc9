/// A text without case, marks over letters and all that stands between words, and where its words begin: spellings of a
/// name differ in these, and a name must be found in every one of them.
struct FoldedText: Sendable {
    let bytes: [UInt8]
    /// 1 for each byte with which a word of the text began.
    let borders: [UInt8]

    init(_ text: String) {
        var folding = ByteFolding()
        var text = text
        text.withUTF8 { folding.fold($0) }
        folding.trim()
        bytes = folding.bytes
        borders = folding.borders
    }

    func beginsWord(at offset: Int) -> Bool { offset < borders.count && borders[offset] == 1 }

    func endsWord(before offset: Int) -> Bool {
        offset == bytes.count || beginsWord(at: offset) || bytes[offset] >= 0x80
    }

    /// The bytes alone, for texts whose words need not be told apart.
    static func bytes(of text: String) -> [UInt8] { FoldedText(text).bytes }
}
