import DossierIntake
import DossierModel
import DossierOffice
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
            value: VisibleText.of(finding.value), message: text(finding, "headline"), mend: text(finding, "mend"))
    }

    private func text(_ finding: RecordFinding, _ part: String) -> String {
        messages.filled(
            "findings.\(finding.rule.rawValue).\(part)",
            [
                "value": VisibleText.of(finding.value), "expected": VisibleText.of(finding.expected),
                "near": finding.expected.isEmpty ? "" : messages.filled("near", ["word": finding.expected]),
            ])
    }
}
