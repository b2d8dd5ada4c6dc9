import DossierIntake

/// Reads `application/x-www-form-urlencoded` (WHATWG URL Standard, 5.1).
enum FormDecoding {
    /// More pairs than any form of ours has.
    static let mostPairs = 200_000

    /// Nil for more pairs than any form has, and for bytes that are no UTF-8: a text that cannot be kept as it was typed
    /// is refused rather than mended.
    static func pairs(of bytes: some Collection<UInt8>) -> FormPairs? {
        var found: [(name: String, text: String)] = []
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            guard found.count < mostPairs else { return nil }
            let mark = piece.firstIndex(of: UInt8(ascii: "="))
            guard let name = text(of: piece[..<(mark ?? piece.endIndex)]),
                let value = text(of: mark.map { piece[piece.index(after: $0)...] } ?? piece[piece.endIndex...])
            else { return nil }
            found.append((name, value))
        }
        return FormPairs(found)
    }

    /// A part of a path or a form, decoded.
    static func text(of bytes: some Collection<UInt8>, plusIsSpace: Bool = true) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension FormPairs {
    /// The texts as records keep them: in form NFC, which browsers on some systems do not send, and with the line ends of
    /// the house.
    var normalised: FormPairs {
        FormPairs(
            pairs.map { pair in
                let lines = pair.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
                    // SQLite would end the text there; so it is told as what cannot be seen.
                    .replacing("\u{0}", with: "\u{FFFD}")
                return (pair.name, TextInspection.normalised(lines))
            })
    }
}
