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
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = tagEnd(bytes, index) {
                // A line break or the end of a paragraph parts two words.
                text.append(UInt8(ascii: " "))
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

    /// How many bytes of white space begin here: of ASCII, the space that does not break, and the spaces of U+2000 to
    /// U+200A and U+3000.
    private static func spaceWidth(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
            return (0x80...0x8A).contains(bytes[index + 2]) || [0xA8, 0xA9, 0xAF].contains(bytes[index + 2]) ? 3 : 0
        case 0xE3:
            return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// Where a tag ends that begins here; what is in script and style goes with it.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        let name = bytes[(start + 1)...].prefix { isLetter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }
        guard !name.isEmpty, let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        guard word == "script" || word == "style" else { return close + 1 }
        var index = close + 1
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let next = bytes[(open + 1)...].prefix(word.utf8.count + 1)
            if String(decoding: next, as: UTF8.self).lowercased() == "/\(word)" {
                return bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            }
            index = open + 1
        }
        return bytes.count
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
        if name.hasPrefix("#x") || name.hasPrefix("#X") { return UInt32(name.dropFirst(2), radix: 16) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()) }
        // HTML 4 does not know it, and libxml2 knows HTML 4.
        if name == "apos" { return 0x27 }
        return name.withCString { pointer in
            htmlEntityLookup(UnsafeRawPointer(pointer).assumingMemoryBound(to: xmlChar.self)).map { $0.pointee.value }
        }
    }
}
