import DossierIntake
import DossierModel
import DossierProfiles

/// Tells people everything that is wrong with what they gave.
struct FindingsFace {
    let messages: Wording
    let terminal: Terminal

    func show(_ findings: [RecordFinding]) {
        for finding in findings {
            let place = finding.line > 0 ? "\(finding.file):\(finding.line)" : finding.file
            let path = finding.path.isEmpty ? "" : " \(finding.path)"
            terminal.line(terminal.styled("\(place):\(path)", .bold))
            terminal.line("  \(text(finding, "headline"))")
            terminal.line("  → \(text(finding, "mend"))")
        }
    }

    /// What `--json` prints of a finding.
    struct Plain: Encodable {
        var file: String
        var line: Int
        var path: String
        var rule: String
        var value: String
        var message: String
        var mend: String
    }

    func plain(_ finding: RecordFinding) -> Plain {
        Plain(
            file: finding.file, line: finding.line, path: finding.path, rule: finding.rule.rawValue,
            value: Self.visible(finding.value), message: text(finding, "headline"), mend: text(finding, "mend"))
    }

    private func text(_ finding: RecordFinding, _ part: String) -> String {
        messages.filled(
            "findings.\(finding.rule.rawValue).\(part)",
            [
                "value": Self.visible(finding.value), "expected": Self.visible(finding.expected),
                "near": finding.expected.isEmpty ? "" : messages.filled("near", ["word": finding.expected]),
            ])
    }

    /// A value with control characters written out, so that none reaches the terminal.
    static func visible(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
                "U+" + String(scalar.value, radix: 16, uppercase: true)
            default: String(scalar)
            }
        }.joined()
    }
}
