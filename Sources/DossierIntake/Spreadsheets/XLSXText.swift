import DossierXML

/// The words of a cell or of a shared string: those of `v` and `t`, without formulas and without the readings that
/// stand over Japanese and Korean words.
struct XLSXText {
    /// Excel holds 32,767 letters in a cell.
    private static let limit = 1 << 20

    private var raw = ""
    private var isWithinText = false
    private var readings = 0

    mutating func add(_ event: XMLEvent) throws(XLSXRows.Failure) {
        switch event {
        case .start("rPh", _, _): readings += 1
        case .end("rPh"): readings -= 1
        case .start("v", _, _), .start("t", _, _): isWithinText = readings == 0
        case .end("v"), .end("t"): isWithinText = false
        case .text(let piece) where isWithinText:
            raw += piece
            guard raw.utf8.count <= Self.limit else { throw .tooLarge }
        default: break
        }
    }

    /// With `_x000D_` and its like resolved, as which workbooks hold line ends and what XML forbids (§22.9.2.19).
    var words: String {
        guard raw.contains("_x") else { return raw }
        var words = ""
        var rest = raw[...]
        while let start = rest.firstRange(of: "_x") {
            words += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(4)
            let end = code.endIndex
            if code.count == 4, end < rest.endIndex, rest[end] == "_", code.allSatisfy(\.isASCII),
                let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
            {
                words.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                words += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return words + rest
    }
}

/// The strings that the cells of a workbook share.
enum XLSXStrings {
    /// Far above the cells of an export of one State.
    private static let limit = 2_000_000

    static func all(_ part: [UInt8]) throws(XLSXRows.Failure) -> [String] {
        let stream = try XLSXRows.stream(part)
        var strings: [String] = []
        var text = XLSXText()
        while let event = try stream.nextOfPart() {
            switch event {
            case .start("si", _, _): text = XLSXText()
            case .end("si"):
                strings.append(text.words)
                guard strings.count <= limit else { throw .tooLarge }
            default: try text.add(event)
            }
        }
        return strings
    }
}
