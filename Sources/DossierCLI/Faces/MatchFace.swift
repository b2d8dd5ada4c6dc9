import DossierIntake
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// Shows pairs of records that may tell of one person, with what speaks for and against each.
struct MatchFace {
    let office: Office
    let terminal: Terminal
    let matching: PersonMatching

    private var messages: Wording { office.messages }

    struct PlainPair: Encodable {
        var first: String
        var second: String
        var names: [String]
        var probability: Double
        var verdict: String
        var reasons: [PlainReason]
    }

    struct PlainReason: Encodable {
        var feature: String
        var finding: String
        var bits: Double
        var words: String
    }

    private struct PlainFound: Encodable {
        var persons: Int
        var compared: Int
        var found: Int
        var skippedBlocks: Int
        var pairs: [PlainPair]
    }

    private func evidence(
        _ pairs: some Sequence<Matcher.Pair>
    ) -> [(PersonTraits, PersonTraits, PairEvidence)] {
        pairs.compactMap { pair in
            guard let one = matching.place(of: pair.first), let other = matching.place(of: pair.second) else {
                return nil
            }
            return (matching.persons[one], matching.persons[other], matching.matcher.scoring.evidence(one, other))
        }
    }

    func show(_ pairs: some Sequence<Matcher.Pair>) {
        for (one, other, evidence) in evidence(pairs) { show(one, other, evidence) }
    }

    func plain(_ pairs: some Sequence<Matcher.Pair>) -> [PlainPair] { evidence(pairs).map { plain($0, $1, $2) } }

    func show(_ found: Matcher.Found, limit: Int, json: Bool) throws {
        let pairs = evidence(found.pairs.prefix(limit))
        if json {
            return try JSONFace.print(
                PlainFound(
                    persons: matching.persons.count, compared: found.compared, found: found.pairs.count,
                    skippedBlocks: found.skippedBlocks,
                    pairs: pairs.map { plain($0, $1, $2) }))
        }
        for (one, other, evidence) in pairs { show(one, other, evidence) }
        terminal.line(
            messages.filled(
                "match.found",
                [
                    "persons": String(matching.persons.count), "compared": String(found.compared),
                    "found": String(found.pairs.count), "shown": String(pairs.count),
                ]))
        if found.skippedBlocks > 0 {
            terminal.line(messages.filled("match.skipped", ["count": String(found.skippedBlocks)]))
        }
    }

    func show(_ one: PersonTraits, _ other: PersonTraits, _ evidence: PairEvidence) {
        let plain = plain(one, other, evidence)
        let style: Terminal.Style = plain.verdict == "likely" ? .green : plain.verdict == "possible" ? .yellow : .dim
        terminal.line(
            "\(terminal.styled(Self.percent(evidence.probability), style))  \(terminal.styled("\(one.id) \(VisibleText.of(one.shown))", .bold))"
                + "  ↔  \(terminal.styled("\(other.id) \(VisibleText.of(other.shown))", .bold))")
        for reason in plain.reasons {
            let sign = reason.bits >= 0 ? "+" : "−"
            terminal.line("  \(sign)\(String(format: "%4.1f", abs(reason.bits)))  \(reason.words)")
        }
        terminal.line()
    }

    private static func percent(_ probability: Double) -> String {
        probability > 0.995 ? ">99 %" : String(format: "%3.0f %%", probability * 100)
    }

    func plain(_ one: PersonTraits, _ other: PersonTraits, _ evidence: PairEvidence) -> PlainPair {
        PlainPair(
            first: one.id.text, second: other.id.text, names: [one.shown, other.shown].map(VisibleText.of),
            probability: (evidence.probability * 10_000).rounded() / 10_000,
            verdict: matching.weights.word(for: evidence.probability),
            reasons: evidence.reasons.map { reason in
                PlainReason(
                    feature: reason.feature.rawValue, finding: reason.finding, bits: (reason.bits * 10).rounded() / 10,
                    words:
                        "\(messages["match.features.\(reason.feature.rawValue)"]): \(messages["match.findings.\(reason.finding)"])"
                )
            })
    }

    /// All pairs, one a line.
    func write(_ found: Matcher.Found, into output: NewFile) throws {
        var text = "left,right,probability\r\n"
        for pair in found.pairs {
            text += "\(pair.first),\(pair.second),\(String(format: "%.6f", pair.probability))\r\n"
        }
        try output.write(text)
    }
}
