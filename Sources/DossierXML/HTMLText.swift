import CLibXML2

/// The words of a piece of HTML, for texts that come with a few tags and entities in them. It is no parser: what is not
/// well-formed stays as it is written, and nothing is run or fetched.
public enum HTMLText {
    /// Without tags, with entities resolved, white space run together.
    public static func plain(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        // Looked up once: else the end of what never ends is searched again at each "<", and "<a<a<a…" takes hours.
        let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
        let lastCommentEnd = bytes.indices.last { endsComment(bytes, $0) } ?? -1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), index < lastCommentEnd, let end = commentEnd(bytes, index) {
                index = end
            } else if bytes[index] == UInt8(ascii: "<"), index < lastEnd, let (end, parts) = tagEnd(bytes, index) {
                // A line break or the end of a paragraph parts two words; bold letters within a word do not.
                if parts { text.append(UInt8(ascii: " ")) }
                index = end
            } else if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = entity(bytes, index) {
                text.append(contentsOf: Array(String(scalar).utf8))
                index = end
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: spaced(text), as: UTF8.self)
    }

    /// White space run together into single spaces, and none at the ends. By bytes: a hundred thousand texts come at once.
    private static func spaced(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isPending = false
        var index = 0
        while index < bytes.count {
            let width = spaceWidth(bytes, index)
            if width > 0 {
                isPending = !result.isEmpty
                index += width
                continue
            }
            if isPending { result.append(UInt8(ascii: " ")) }
            isPending = false
            result.append(bytes[index])
            index += 1
        }
        return result
    }

    /// How many bytes of white space begin here: of ASCII, with the control characters that no XML may hold; of C1 and
    /// the space that does not break; of U+2000 to U+200A, and U+3000.
    private static func spaceWidth(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case 0...0x20, 0x7F: return 1
        case 0xC2: return index + 1 < bytes.count && (0x80...0xA0).contains(bytes[index + 1]) ? 2 : 0
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
            return (0x80...0x8A).contains(bytes[index + 2]) || [0xA8, 0xA9, 0xAF].contains(bytes[index + 2]) ? 3 : 0
        case 0xE3:
            return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    private static func startsComment(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 3 < bytes.count && bytes[index] == UInt8(ascii: "<") && bytes[index + 1] == UInt8(ascii: "!")
            && bytes[index + 2] == UInt8(ascii: "-") && bytes[index + 3] == UInt8(ascii: "-")
    }

    private static func endsComment(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: ">") && bytes[index + 1] == UInt8(ascii: "-")
            && bytes[index] == UInt8(ascii: "-")
    }

    /// Where a comment ends that begins here: Word leaves whole settings in them.
    private static func commentEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard startsComment(bytes, start) else { return nil }
        return (start + 4..<bytes.count).first { endsComment(bytes, $0) }.map { $0 + 3 }
    }

    /// Tags that stand within words, as in `dis<b>appear</b>ance`.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "mark", "o", "s", "small", "span", "st",
        "strike", "strong", "sub", "sup", "u",
    ]

    /// Where a tag ends that begins here, and whether it parts words; what is in script and style goes with it.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> (end: Int, partsWords: Bool)? {
        let name = bytes[(start + 1)...].prefix { isLetter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }
        guard !name.isEmpty, let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        guard word == "script" || word == "style" else {
            return (close + 1, !inline.contains(word.filter { $0 != "/" }))
        }
        var index = close + 1
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let next = bytes[(open + 1)...].prefix(word.utf8.count + 1)
            if String(decoding: next, as: UTF8.self).lowercased() == "/\(word)" {
                return (bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count, true)
            }
            index = open + 1
        }
        return (bytes.count, true)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func entity(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
        guard let semicolon = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
        guard let value = value(of: name), value != 0, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, semicolon + 1)
    }

    private static func value(of name: String) -> UInt32? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).map(fromWindows)
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).map(fromWindows) }
        // HTML 4 does not know it, and libxml2 knows HTML 4.
        if name == "apos" { return 0x27 }
        return name.withCString { pointer in
            htmlEntityLookup(UnsafeRawPointer(pointer).assumingMemoryBound(to: xmlChar.self)).map { $0.pointee.value }
        }
    }

    /// What old editors meant by `&#146;`: numbers of Windows-1252, as HTML's own rules take them.
    private static func fromWindows(_ value: UInt32) -> UInt32 {
        guard (0x80...0x9F).contains(value) else { return value }
        let meant: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return meant[Int(value) - 0x80]
    }
}
