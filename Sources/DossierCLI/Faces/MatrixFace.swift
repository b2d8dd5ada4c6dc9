import DossierModel
import DossierProfiles

/// Shows the matrix of findings on a terminal or as plain values.
struct MatrixFace {
    let words: Wording
    let messages: Wording
    let catalogue: FindingCatalogue

    struct Plain: Encodable {
        var finding: String
        var caseID: String
        var claim: String
        var strength: String
        var footing: String
        var firstHand: Bool
        var contradicted: Bool
        var evidence: [Point]

        struct Point: Encodable {
            var record: String
            var place: String
            var stance: String
            var source: String
            var information: String
        }
    }

    func plain(_ matrix: FindingMatrix) -> [Plain] {
        matrix.lines.map { line in
            Plain(
                finding: line.finding, caseID: line.caseID.text, claim: line.claim.id.text,
                strength: line.standing.strength.rawValue, footing: line.standing.basis.footing.rawValue,
                firstHand: line.standing.basis.isFirstHand, contradicted: line.standing.basis.isContradicted,
                evidence: line.points.map {
                    .init(
                        record: $0.record.text, place: $0.place, stance: $0.stance.rawValue,
                        source: $0.grades.source.rawValue, information: $0.grades.information.rawValue)
                })
        }
    }

    func show(_ matrix: FindingMatrix, _ terminal: Terminal, isSummary: Bool) {
        for finding in catalogue.findings {
            let lines = matrix.lines(under: finding.id)
            guard !lines.isEmpty else { continue }
            terminal.line(terminal.styled("\(finding.id) — \(words["findings.\(finding.id).label"])", .bold))
            if isSummary { terminal.table(counts(lines)) } else { terminal.table(lines.map(row)) }
            terminal.line()
        }
        for (code, claims) in matrix.unknown.sorted(by: { $0.key < $1.key }) {
            terminal.line(
                messages.filled(
                    "matrix.unknown", ["code": code, "claims": claims.map(\.text).joined(separator: ", ")]))
        }
        terminal.line(
            messages.filled(
                "matrix.count",
                [
                    "lines": String(matrix.lines.count), "cases": String(Set(matrix.lines.map(\.caseID)).count),
                    "findings": String(Set(matrix.lines.map(\.finding)).count),
                ]))
    }

    private func counts(_ lines: [FindingMatrix.Line]) -> [[String]] {
        ClaimStanding.Strength.allCases.compactMap { strength in
            let count = lines.count { $0.standing.strength == strength }
            return count == 0 ? nil : ["  \(words["strength.\(strength.rawValue).label"])", String(count)]
        }
    }

    private func row(_ line: FindingMatrix.Line) -> [String] {
        let basis = line.standing.basis
        let marks = [
            basis.isFirstHand ? messages["matrix.firstHand"] : nil,
            basis.isContradicted ? messages["matrix.contradicted"] : nil,
        ]
        let grades = line.points.map { point in
            let sign = point.stance == .supports ? "" : "− "
            return "\(sign)\(point.label) (\(word(point.grades.source)) / \(word(point.grades.information)))"
        }
        return [
            "  \(line.caseID)", line.claim.id.text, words["strength.\(line.standing.strength.rawValue).label"],
            marks.compactMap(\.self).joined(separator: ", "), grades.joined(separator: "; "),
        ]
    }

    private func word(_ grading: Grading) -> String {
        words["choices.\(TestimonyFields.reliability.definition.id).\(grading.rawValue)"]
    }
}
