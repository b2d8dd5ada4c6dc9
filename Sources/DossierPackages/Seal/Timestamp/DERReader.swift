/// Reads values written in ASN.1's distinguished encoding one after another (X.690), out of bytes that anybody may have made.
/// Lengths that are not definite, and tags above 30, occur in nothing that is read here.
struct DERReader {
    /// A value: its tag with class and form, and its bytes.
    struct Element {
        var tag: UInt8
        var content: ArraySlice<UInt8>

        /// The values within this one.
        var inner: DERReader { DERReader(content) }
    }

    /// Tags that are read here.
    enum Tag {
        static let integer: UInt8 = 0x02
        static let octets: UInt8 = 0x04
        static let identifier: UInt8 = 0x06
        static let time: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        /// Tagged by context, with a value inside: `[0]`, `[4]`.
        static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next value, whichever it is; nil when there is none, or none that is whole.
    mutating func next() -> Element? {
        var bytes = rest
        guard let tag = bytes.popFirst(), tag & 0x1F != 0x1F, let first = bytes.popFirst() else { return nil }
        var count = Int(first)
        if first >= 0x80 {
            let digits = Int(first & 0x7F)
            guard (1...4).contains(digits), bytes.count >= digits else { return nil }
            count = bytes.prefix(digits).reduce(0) { $0 << 8 | Int($1) }
            bytes.removeFirst(digits)
        }
        guard count <= bytes.count else { return nil }
        rest = bytes.dropFirst(count)
        return Element(tag: tag, content: bytes.prefix(count))
    }

    /// The next value when it has this tag; else nil, and it is still the next one.
    mutating func next(_ tag: UInt8) -> Element? {
        var ahead = self
        guard let element = ahead.next(), element.tag == tag else { return nil }
        self = ahead
        return element
    }
}
