/// A header's value with its parameters, as in `form-data; name="a"` (RFC 2045 5.1, RFC 2183 2).
struct HeaderParameters {
    struct Parameter {
        /// In small letters.
        var name: String
        /// Without quotation marks and with escapes undone.
        var bytes: [UInt8]
    }

    /// What stands before the parameters, in small letters.
    let value: String
    let parameters: [Parameter]

    /// Nil when the bytes are not of this form.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        rest.skipSpace()
        guard let value = rest.word(upTo: []) else { return nil }
        var parameters: [Parameter] = []
        rest.skipSpace()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: ";") else { return nil }
            rest.skipSpace()
            guard let name = rest.word(upTo: [UInt8(ascii: "=")]), rest.popFirst() == UInt8(ascii: "="),
                let bytes = rest.first == UInt8(ascii: "\"") ? rest.quoted() : rest.word(upTo: [])
            else { return nil }
            parameters.append(Parameter(name: Self.small(name), bytes: bytes))
            rest.skipSpace()
        }
        self.value = Self.small(value)
        self.parameters = parameters
    }

    private static func small(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self).lowercased() }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func skipSpace() { self = drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    /// Takes plain letters and signs up to a semicolon, white space or one of `ends`. This is more than a token may hold:
    /// clients write boundaries such as `=_a/b` without quotation marks.
    fileprivate mutating func word(upTo ends: [UInt8]) -> [UInt8]? {
        let word = prefix { byte in
            (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\"")
                && byte != UInt8(ascii: "\\") && !ends.contains(byte)
        }
        self = self[word.endIndex...]
        return word.isEmpty ? nil : Array(word)
    }

    /// Takes a text in quotation marks. Nil when it does not end.
    ///
    /// Browsers write quotation marks and line breaks as `%22`, `%0D` and `%0A` and leave every other percent sign as it is
    /// (WHATWG HTML, multipart/form-data encoding algorithm); other clients write `\"` and `\\`. A backslash before anything
    /// else is a letter of the name: browsers do not escape it.
    fileprivate mutating func quoted() -> [UInt8]? {
        var text: [UInt8] = []
        self = dropFirst()
        while let byte = popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"):
                if let next = first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                    text.append(next)
                    self = dropFirst()
                } else {
                    text.append(byte)
                }
            case UInt8(ascii: "%"):
                if let escaped = escapedByBrowsers() {
                    text.append(escaped)
                    self = dropFirst(2)
                } else {
                    text.append(byte)
                }
            default: text.append(byte)
            }
        }
        return nil
    }

    /// What the two digits after a percent sign stand for, if it is one of what browsers escape.
    private func escapedByBrowsers() -> UInt8? {
        switch String(decoding: prefix(2), as: UTF8.self) {
        case "22": UInt8(ascii: "\"")
        case "0D", "0d": UInt8(ascii: "\r")
        case "0A", "0a": UInt8(ascii: "\n")
        default: nil
        }
    }
}
