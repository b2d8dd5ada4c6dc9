/// Reads the header lines of one part up to and with the empty line, over as many chunks as it takes. Holds no more than
/// one line, and no more than the limit.
struct PartHeaderReader: Sendable {
    private let part: Int
    private let limits: MultipartLimits
    private var line: [UInt8] = []
    /// Bytes read so far.
    private var spent = 0
    private var hasDisposition = false
    private var name: String?
    private var filename: String?
    private var hasType = false
    private var contentType: String?

    init(part: Int, limits: MultipartLimits) {
        self.part = part
        self.limits = limits
    }

    /// Takes lines from the chunk. Nil when they go on behind it.
    mutating func take(_ chunk: inout ArraySlice<UInt8>) throws(MultipartError) -> PartHeaders? {
        while !chunk.isEmpty {
            let window = chunk.prefix(limits.headers - spent)
            let end = window.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            guard end != nil || window.count == chunk.count else {
                throw .headersTooLong(part: part, limit: limits.headers)
            }
            let piece = window[..<(end ?? window.endIndex)]
            line += piece
            spent += piece.count
            chunk = chunk[piece.endIndex...]
            guard end != nil else { break }
            guard line.suffix(2).first == UInt8(ascii: "\r") else { throw .bareLineEnding(part: part) }
            if line.count == 2 { return try headers() }
            try read(line.dropLast(2))
            line.removeAll(keepingCapacity: true)
        }
        return nil
    }

    private func headers() throws(MultipartError) -> PartHeaders {
        guard hasDisposition else { throw .missingDisposition(part: part) }
        guard let name, !name.isEmpty else { throw .missingName(part: part) }
        return PartHeaders(name: name, filename: filename, contentType: contentType)
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(MultipartError) {
        if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") { throw .foldedHeader(part: part) }
        if line.contains(UInt8(ascii: "\r")) { throw .bareLineEnding(part: part) }
        guard !line.contains(where: { ($0 < 0x20 && $0 != UInt8(ascii: "\t")) || $0 == 0x7F }) else {
            throw .controlCharacter(part: part)
        }
        let field = line.prefix { $0 != UInt8(ascii: ":") }
        let isName = !field.isEmpty && field.allSatisfy { (0x21...0x7E).contains($0) }
        guard isName, field.endIndex < line.endIndex else { throw .malformedHeader(part: part) }
        let value = line[(field.endIndex + 1)...]
        // Other headers are for mail, and are ignored (RFC 7578 4.8).
        switch String(decoding: field, as: UTF8.self).lowercased() {
        case "content-disposition": try readDisposition(value)
        case "content-type": try readType(value)
        default: break
        }
    }

    private mutating func readDisposition(_ value: ArraySlice<UInt8>) throws(MultipartError) {
        guard !hasDisposition else { throw .repeatedHeader(part: part) }
        hasDisposition = true
        guard let header = HeaderParameters(value) else { throw .malformedHeader(part: part) }
        guard header.value == "form-data" else { throw .otherDisposition(part: part) }
        // `filename*` is among those passed over: it must not be used in forms (RFC 7578 4.2).
        for parameter in header.parameters {
            switch parameter.name {
            case "name":
                guard name == nil else { throw .repeatedParameter(part: part) }
                guard parameter.bytes.count <= limits.name else { throw .nameTooLong(part: part, limit: limits.name) }
                name = try text(parameter.bytes)
            case "filename":
                guard filename == nil else { throw .repeatedParameter(part: part) }
                guard parameter.bytes.count <= limits.name else {
                    throw .filenameTooLong(part: part, limit: limits.name)
                }
                filename = try text(parameter.bytes)
            default: break
            }
        }
    }

    private mutating func readType(_ value: ArraySlice<UInt8>) throws(MultipartError) {
        guard !hasType else { throw .repeatedHeader(part: part) }
        hasType = true
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var bytes = value.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        let type = try text(Array(bytes))
        contentType = type.isEmpty ? nil : type
    }

    private func text(_ bytes: [UInt8]) throws(MultipartError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(part: part) }
        return text
    }
}
