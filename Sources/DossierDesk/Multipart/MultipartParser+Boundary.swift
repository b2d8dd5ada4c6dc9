extension MultipartParser {
    /// The boundary that a request's Content-Type tells, in quotation marks or not (RFC 7578 4.1, RFC 2046 5.1.1).
    /// - Throws: ``MultipartError``: `notFormData`, `badContentType`, `missingBoundary` or `badBoundary`.
    static func boundary(ofContentType header: String) throws(MultipartError) -> String {
        let bytes = Array(header.utf8)
        guard let type = HeaderParameters(bytes[...]) else { throw .badContentType }
        guard type.value == "multipart/form-data" else { throw .notFormData }
        let boundaries = type.parameters.filter { $0.name == "boundary" }
        guard let boundary = boundaries.first else { throw .missingBoundary }
        guard boundaries.count == 1 else { throw .badContentType }
        let text = String(decoding: boundary.bytes, as: UTF8.self)
        guard isBoundary(text) else { throw .badBoundary }
        return text
    }

    /// 1 to 70 of the characters that a boundary may hold, not ending in a space (RFC 2046 5.1.1: bchars).
    static func isBoundary(_ text: String) -> Bool {
        let signs: Set<UInt8> = Set("'()+_,-./:=? ".utf8)
        return (1...70).contains(text.utf8.count) && text.utf8.last != UInt8(ascii: " ")
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || signs.contains(byte)
            }
    }
}
