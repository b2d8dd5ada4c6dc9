import DossierModel
import DossierXML

/// How the cells of a workbook show their numbers (ECMA-376, part 1, §18.8): days as days, and zeros in front where the format
/// asks for them.
struct XLSXFormats {
    private enum Shown {
        case plain, day
        /// At least so many digits.
        case padded(Int)
    }

    private let styles: [Shown]
    private let countsFrom1904: Bool

    init(_ part: [UInt8]?, countsFrom1904: Bool) throws(XLSXRows.Failure) {
        self.countsFrom1904 = countsFrom1904
        guard let part else {
            styles = []
            return
        }
        let root = try XLSXWorkbook.root(part)
        var codes: [Int: String] = [:]
        for format in root.first("numFmts")?.elements ?? [] {
            guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
            codes[id] = format.attribute("formatCode") ?? ""
        }
        styles = (root.first("cellXfs")?.elements ?? []).map { style in
            Self.shown(format: style.attribute("numFmtId").flatMap { Int($0) } ?? 0, codes)
        }
    }

    private static func shown(format id: Int, _ codes: [Int: String]) -> Shown {
        // §18.8.30: the formats that every program knows; 27 to 58 are days in East Asian workbooks.
        if (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id) { return .day }
        guard let code = codes[id] else { return .plain }
        // Excel takes codes of 255 signs. One of millions would make each cell as long.
        if (2...255).contains(code.utf8.count), code.allSatisfy({ $0 == "0" }) { return .padded(code.count) }
        // Letters of a format that are neither quoted nor in brackets.
        let bare = code.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
        return bare.contains("y") || bare.contains("d") && bare.contains("m") ? .day : .plain
    }

    /// A number as its cell shows it, a day in ISO 8601; what is no number stays.
    func shown(_ text: String, style: String) -> String {
        guard let index = Int(style), styles.indices.contains(index) else { return text }
        switch styles[index] {
        case .plain: return text
        case .day: return ExcelDay.text(ofSerial: text, countsFrom1904: countsFrom1904) ?? text
        case .padded(let digits):
            guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return text }
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
    }
}
