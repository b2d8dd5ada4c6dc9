import DossierModel
import Foundation

/// Writes to standard output, with colour where there is somebody to see it.
struct Terminal: Sendable {
    let usesColour: Bool

    enum Style: String {
        case bold = "1"
        case red = "31"
        case yellow = "33"
        case green = "32"
        case dim = "2"
    }

    func styled(_ text: String, _ style: Style) -> String {
        usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    func line(_ text: String = "") { write(text + "\n") }

    func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Rows in columns that stay aligned with Hangul and Han characters, which are two cells wide.
    func table(_ rows: [[String]]) {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { column, text in
                column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - Self.width(text))
            }
            line(cells.joined(separator: "  "))
        }
    }

    /// Cells that a text takes on a terminal (Unicode Standard Annex 11, wide and fullwidth).
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F: sum
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x20000...0x3FFFD:
                sum + 2
            default: sum + 1
            }
        }
    }
}

/// Prints values as JSON with sorted keys.
enum JSONFace {
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
    }
}
