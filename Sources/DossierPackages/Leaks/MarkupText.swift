/// The words of HTML or XML without the markup between them: a name must be found although each of its parts stands in an
/// element of its own.
public enum MarkupText {
    /// What stands within a line of text; all other elements begin and end lines.
    private static let inline: Set<String> = [
        "t", "r", "span", "b", "i", "em", "strong", "a", "sup", "sub", "u", "small", "mark", "code", "ref", "noteRef",
        "rPr",
        "proofErr", "bookmarkStart", "bookmarkEnd", "lang", "rFonts", "cs", "rtl", "sz", "szCs",
    ]

    private static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "",
    ]

    public static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "<"):
                let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                // What an attribute says is text as well; it is put on a line of its own.
                let tag = bytes[(place + 1)..<max(place + 1, end)]
                if !isInline(tag) { result.append(0x0A) }
                if tag.contains(UInt8(ascii: "=")) {
                    result += [0x0A] + tag.map { $0 == UInt8(ascii: "\"") ? 0x0A : $0 } + [0x0A]
                }
                place = end + 1
            case UInt8(ascii: "&"):
                let end = bytes[place...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
                if let end, let text = entity(bytes[(place + 1)..<end]) {
                    result += Array(text.utf8)
                    place = end + 1
                } else {
                    result.append(bytes[place])
                    place += 1
                }
            default:
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    private static func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { byte in
            byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "=")
        }
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return inline.contains(String(decoding: local, as: UTF8.self))
    }

    private static func entity(_ name: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: name, as: UTF8.self)
        if let known = entities[text] { return known }
        guard text.hasPrefix("#") else { return nil }
        let digits = text.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }
}
