import DossierNames
import DossierOffice
import DossierProfiles
import Foundation

/// Tells how alike two names are, in words and as JSON.
struct NameComparisonFace {
    let messages: Wording

    struct Plain: Encodable {
        var id: String?
        var score: Double
        var verdict: String
        var reason: String
    }

    func plain(_ comparison: NameComparison, id: String? = nil) -> Plain {
        Plain(
            id: id, score: (comparison.score * 1_000).rounded() / 1_000, verdict: comparison.verdict.rawValue,
            reason: reasons(comparison).joined(separator: "; "))
    }

    func show(_ comparison: NameComparison, _ names: [String], json: Bool, _ terminal: Terminal) throws {
        if json { return try JSONFace.print(plain(comparison)) }
        let style: Terminal.Style =
            switch comparison.verdict {
            case .same: .green
            case .unsure: .yellow
            case .different: .red
            }
        let verdict = messages["match.verdicts.\(comparison.verdict.rawValue)"]
        terminal.line("\(terminal.styled(verdict, style))  \(String(format: "%.3f", comparison.score))")
        for reason in reasons(comparison) { terminal.line("  \(reason)") }
    }

    /// One line for each pair: JSON, or tab-separated id, verdict, score and reasons.
    func show(_ comparisons: [(id: String, comparison: NameComparison)], json: Bool) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var output = Data()
        for (id, comparison) in comparisons {
            let plain = plain(comparison, id: id)
            if json {
                output += try encoder.encode(plain)
            } else {
                output += Data("\(id)\t\(plain.verdict)\t\(plain.score)\t\(plain.reason)".utf8)
            }
            output.append(UInt8(ascii: "\n"))
        }
        FileHandle.standardOutput.write(output)
    }

    func reasons(_ comparison: NameComparison) -> [String] {
        comparison.reasons.isEmpty ? [messages["match.reasons.unread"]] : comparison.reasons.map(words)
    }

    private func words(_ reason: NameComparison.Reason) -> String {
        switch reason {
        case .sameSurname(let one, let other): filled("sameSurname", one, other)
        case .otherSurname(let one, let other): filled("otherSurname", one, other)
        case .noSurname: messages["match.reasons.noSurname"]
        case .sameGiven(let one, let other): filled("sameGiven", one, other)
        case .nearGiven(let one, let other, let sounds):
            filled("nearGiven", one, other, ["sounds": sounds.map(words).joined(separator: ", ")])
        case .otherGiven(let one, let other): filled("otherGiven", one, other)
        case .noGiven: messages["match.reasons.noGiven"]
        case .initialsAgree(let letters): messages.filled("match.reasons.initialsAgree", ["letters": letters])
        case .initialsDiffer(let letters): messages.filled("match.reasons.initialsDiffer", ["letters": letters])
        case .sameCharacters(let text): messages.filled("match.reasons.sameCharacters", ["text": text])
        case .otherCharacters(let one, let other): filled("otherCharacters", one, other)
        case .way(let way): messages["match.ways.\(way.rawValue)"]
        }
    }

    private func words(_ sounds: NameComparison.Reason.Sounds) -> String {
        let none = messages["match.reasons.noSound"]
        return "\(sounds.first.isEmpty ? none : sounds.first)/\(sounds.second.isEmpty ? none : sounds.second)"
    }

    private func filled(_ key: String, _ one: String, _ other: String, _ more: [String: String] = [:]) -> String {
        messages.filled(
            "match.reasons.\(key)",
            ["one": VisibleText.of(one), "other": VisibleText.of(other)].merging(more) { first, _ in first })
    }
}
