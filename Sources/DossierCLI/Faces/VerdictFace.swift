import DossierIntake
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles

/// Tells in plain words what a verification has shown.
struct VerdictFace {
    let words: Wording
    let isJSON: Bool

    private struct Plain: Encodable {
        var sound: Bool
        var seal: String?
        var files: Int
        var bytes: Int
        var number: String?
        var channel: String?
        var edition: String?
        var recipient: String?
        var made: String?
        var findings: [Finding]

        struct Finding: Encodable {
            var aspect: String
            var state: String
            var says: String
            var faults: [Fault]
        }

        struct Fault: Encodable {
            var rule: String
            var path: String
            var line: Int?
            var value: String
            var message: String
        }
    }

    func show(_ verdict: PackageVerdict, of path: String, _ terminal: Terminal) throws {
        if isJSON { return try JSONFace.print(plain(verdict)) }
        let name = VisibleText.of(path)
        let faults = verdict.faults
        let head = words.filled(
            verdict.isSound ? "verify.sound" : "verify.unsound",
            [
                "name": name, "files": "\(verdict.files)", "bytes": "\(verdict.bytes)", "seal": verdict.seal ?? "—",
                "count": "\(faults.count)",
            ])
        terminal.line(terminal.styled(head, verdict.isSound ? .green : .red))
        for finding in verdict.findings {
            let state = terminal.styled(words["verify.states.\(finding.state.rawValue)"], style(finding.state))
            let says = says(finding, verdict)
            terminal.line(
                "  \(words["verify.aspects.\(finding.aspect.rawValue)"]): \(state)\(says.isEmpty ? "" : " — \(says)")")
            // The first fifty tell enough on a terminal; all of them are in --json.
            for fault in finding.faults.prefix(50) { terminal.line("    \(text(fault))") }
            if finding.faults.count > 50 { terminal.line("    …") }
        }
        if verdict.isSound { terminal.line("  \(words["verify.notProven"])") }
    }

    private func style(_ state: PackageVerdict.State) -> Terminal.Style {
        switch state {
        case .proven: .green
        case .failed: .red
        case .absent, .unchecked, .claimed: .yellow
        }
    }

    private func says(_ finding: PackageVerdict.Finding, _ verdict: PackageVerdict) -> String {
        guard finding.state != .failed else { return "" }
        let state = finding.details["expected"] == nil ? finding.state.rawValue : "\(finding.state.rawValue)Known"
        let key = "verify.said.\(finding.aspect.rawValue).\(state)"
        guard words.contains(key) else { return "" }
        let made = verdict.index?.made ?? verdict.info["Bagging-Date"] ?? "—"
        let arguments = finding.details.merging(["made": made]) { own, _ in own }.mapValues(VisibleText.of)
        return words.filled(key, arguments)
    }

    func text(_ fault: PackageFault) -> String {
        words.filled(
            "verify.faults.\(fault.rule.rawValue)",
            [
                "path": VisibleText.of(fault.path), "line": fault.line.map(String.init) ?? "—",
                "value": VisibleText.of(fault.value),
                "at": fault.path.isEmpty ? "" : " (\(VisibleText.of(fault.path)))",
                "place": fault.line.map { ":\($0)" } ?? "",
            ])
    }

    private func plain(_ verdict: PackageVerdict) -> Plain {
        Plain(
            sound: verdict.isSound, seal: verdict.seal, files: verdict.files, bytes: verdict.bytes,
            number: verdict.index?.number, channel: verdict.index?.channel, edition: verdict.index?.edition,
            recipient: verdict.index?.recipient, made: verdict.index?.made,
            findings: verdict.findings.map { finding in
                Plain.Finding(
                    aspect: finding.aspect.rawValue, state: finding.state.rawValue, says: says(finding, verdict),
                    faults: finding.faults.map { fault in
                        Plain.Fault(
                            rule: fault.rule.rawValue, path: VisibleText.of(fault.path), line: fault.line,
                            value: VisibleText.of(fault.value), message: text(fault))
                    })
            })
    }
}
