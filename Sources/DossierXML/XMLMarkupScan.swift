/// Looks over the bytes of a document before libxml2 does, for what libxml2 cannot refuse in time: comparing the
/// attributes of one tag takes it quadratic time, before its first callback; and a declared encoding would make its
/// view of the bytes another than ours.
struct XMLMarkupScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: XMLLimits
    private var index = 0
    private var line = 1
    private var prefixes = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The first reason not to hand the bytes to libxml2.
    static func fault(in bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) -> XMLFault? {
        var scan = XMLMarkupScan(bytes, limits)
        return scan.encodingFault() ?? scan.startTagFault()
    }

    private mutating func encodingFault() -> XMLFault? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        // UTF-16, UTF-32 and EBCDIC all fail one of these two, whatever they declare.
        if let zero = bytes.firstIndex(of: 0) {
            let lines = bytes[..<zero].count { $0 == UInt8(ascii: "\n") }
            return fault(.characters, "a NUL byte, as in UTF-16 or a damaged file", line: lines + 1)
        }
        guard let first = bytes[index...].first(where: { !Self.isSpace($0) }) else {
            return fault(.complete, "nothing but white space", line: 0)
        }
        guard first == UInt8(ascii: "<") else { return fault(.complete, "text before the root", line: 1) }
        guard starts(with: "<?xml"), let end = position(of: "?>") else { return nil }
        let declaration = String(decoding: bytes[index..<end], as: UTF8.self)
        guard let encoding = declaration.firstRange(of: "encoding") else { return nil }
        let parts = declaration[encoding.upperBound...].split(
            maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { $0 == "\"" || $0 == "'" })
        let value = parts.count > 1 ? parts[1].lowercased() : ""
        guard ["utf-8", "us-ascii", "ascii"].contains(value) else {
            return fault(.encoding, "the declaration names another encoding", line: 1)
        }
        return nil
    }

    private mutating func startTagFault() -> XMLFault? {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                step()
                continue
            }
            if starts(with: "<!--") {
                skip(past: "-->", from: 4)
            } else if starts(with: "<![CDATA[") {
                skip(past: "]]>", from: 9)
            } else if starts(with: "<?") {
                skip(past: "?>", from: 2)
            } else if let fault = tagFault() {
                return fault
            }
        }
        return nil
    }

    // A ">" in a quoted value does not end a tag. A "<" does, even there: it is an error at which libxml2 stops reading
    // attributes, so the next tag is counted from it.
    private mutating func tagFault() -> XMLFault? {
        let start = index
        let startLine = line
        var quote: UInt8?
        var attributes = 0
        step()
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") { return nil }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                attributes += 1
            } else if byte == UInt8(ascii: ">") {
                step()
                return nil
            }
            if quote == nil, byte == UInt8(ascii: ":"), follows("xmlns") { prefixes += 1 }
            if prefixes > limits.prefixes {
                return fault(.startTag, "more than \(limits.prefixes) declarations of namespace prefixes", line: line)
            }
            if attributes > limits.attributes {
                return fault(.startTag, "a start tag with more than \(limits.attributes) attributes", line: startLine)
            }
            if index - start >= limits.startTagBytes {
                return fault(.startTag, "a start tag of more than \(limits.startTagBytes) bytes", line: startLine)
            }
            step()
        }
        return nil
    }

    private mutating func step() {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func skip(past end: StaticString, from offset: Int) {
        let target = min(index + offset, bytes.count)
        while index < target { step() }
        while index < bytes.count, !starts(with: end) { step() }
        let after = min(index + end.utf8CodeUnitCount, bytes.count)
        while index < after { step() }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in (0..<count).allSatisfy { bytes[index + $0] == buffer[$0] } }
    }

    private func follows(_ text: StaticString) -> Bool {
        let start = index - text.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return text.withUTF8Buffer { buffer in buffer.indices.allSatisfy { bytes[start + $0] == buffer[$0] } }
    }

    private func position(of text: StaticString) -> Int? {
        var copy = self
        while copy.index < copy.bytes.count {
            if copy.starts(with: text) { return copy.index }
            copy.index += 1
        }
        return nil
    }

    private func fault(_ rule: XMLRule, _ detail: String, line: Int) -> XMLFault {
        XMLFault(line: line, column: 0, rule: rule, detail: detail)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD }
}
