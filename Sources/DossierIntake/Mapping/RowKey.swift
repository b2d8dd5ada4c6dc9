/// What tells one row from another.
enum RowKey {
    /// Empty when one of the texts is.
    static func text(_ texts: [String], isAlwaysHashed: Bool = false) -> String {
        guard !texts.isEmpty, !texts.contains("") else { return "" }
        if texts.count == 1, !isAlwaysHashed {
            let lower = texts[0].lowercased()
            let isCode = lower.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
            // A number somewhere in it, and no more than a few letters after each other: more may be a name in Latin letters.
            let letters = lower.split { !$0.isLetter }.map(\.count).max() ?? 0
            if isCode, lower.utf8.count <= 24, lower.contains(where: \.isNumber), letters <= 4 { return lower }
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            // FNV-1a, which is the same on every machine; a zero byte keeps texts apart.
            for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz234567890")
        var letters = "x"
        for _ in 0..<13 {
            letters.append(alphabet[Int(hash % 32)])
            hash /= 32
        }
        return letters
    }
}
