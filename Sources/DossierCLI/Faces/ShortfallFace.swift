import DossierIntake
import DossierModel
import DossierProfiles

/// Tells people what a case lacks: for text and for `--json`.
struct ShortfallFace: Sendable {
    let wording: Wording
    let messages: Wording
    let terminal: Terminal

    func text(_ shortfall: Shortfall) -> String {
        let blocks = shortfall.rule.severity == .blocks
        let word = messages["severity.\(shortfall.rule.severity.rawValue)"]
        var lines = [
            "  \(terminal.styled(word, blocks ? .red : .yellow))  \(part("headline", shortfall))"
                + "  \(terminal.styled("[\(shortfall.rule.id)]", .dim))",
            "      \(messages["check.place"]) \(place(shortfall))",
        ]
        lines.append("      \(messages["check.why"]) \(part("why", shortfall))")
        lines.append("      \(messages["check.mend"]) \(part("mend", shortfall))")
        return lines.joined(separator: "\n") + "\n"
    }

    struct Plain: Encodable, Sendable {
        var rule: String
        var severity: String
        var clause: String
        var trust: String
        var checkedOn: String
        var record: String
        var field: String
        var file: String?
        var line: Int?
        var headline: String
        var why: String
        var mend: String
    }

    func plain(_ shortfall: Shortfall) -> Plain {
        Plain(
            rule: shortfall.rule.id, severity: shortfall.rule.severity.rawValue, clause: shortfall.rule.clause,
            trust: shortfall.rule.trust.rawValue, checkedOn: shortfall.rule.checkedOn.description,
            record: shortfall.place.record.text, field: shortfall.place.field, file: shortfall.place.file,
            line: shortfall.place.line, headline: part("headline", shortfall), why: part("why", shortfall),
            mend: part("mend", shortfall))
    }

    private func part(_ part: String, _ shortfall: Shortfall) -> String {
        wording.filled(shortfall.key(part), shortfall.arguments)
    }

    private func place(_ shortfall: Shortfall) -> String {
        let place = shortfall.place
        let field = "\(place.record) · \(place.field)"
        guard let file = place.file else { return field }
        return place.line.map { "\(file):\($0) · \(field)" } ?? "\(file) · \(field)"
    }
}
