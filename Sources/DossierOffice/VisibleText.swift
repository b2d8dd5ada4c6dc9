/// Foreign text as people may be shown it.
package enum VisibleText {
    /// A value with control characters written out, so that none reaches the terminal.
    package static func of(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
                "U+" + String(scalar.value, radix: 16, uppercase: true)
            default: String(scalar)
            }
        }.joined()
    }
}
