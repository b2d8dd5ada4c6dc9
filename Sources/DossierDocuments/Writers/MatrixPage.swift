import DossierHTML
public import DossierModel
public import DossierProfiles

/// The matrix of findings as an HTML page for staff: nothing in it is withheld, and the page says so.
public struct MatrixPage: Sendable {
    private let style: String
    private let wording: Wording
    private let catalogue: FindingCatalogue

    public init(style: String, wording: Wording, catalogue: FindingCatalogue) {
        self.style = style
        self.wording = wording
        self.catalogue = catalogue
    }

    public func bytes(_ matrix: FindingMatrix, on day: Day) -> [UInt8] {
        var bytes = Array("<!DOCTYPE html>\n".utf8)
        page(matrix, day).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func page(_ matrix: FindingMatrix, _ day: Day) -> HTMLNode {
        let findings = catalogue.findings.compactMap { finding -> HTMLNode? in
            let lines = matrix.lines(under: finding.id)
            return lines.isEmpty ? nil : section(finding, lines)
        }
        return .tag(
            "html", ["lang": wording.language.text],
            [
                .head(title: wording["matrix.title"], style: style),
                .tag(
                    "body", ["class": "wide"],
                    [
                        .tag(
                            "header", [:],
                            [
                                .tag("h1", text: wording["matrix.title"]),
                                .tag("p", ["class": "edition"], text: wording.filled("matrix.note", ["day": "\(day)"])),
                            ]), .tag("main", [:], findings),
                    ]),
            ])
    }

    private func section(_ finding: FindingCatalogue.Finding, _ lines: [FindingMatrix.Line]) -> HTMLNode {
        let columns = ["case", "claim", "strength", "knowledge", "evidence"]
        let head = HTMLNode.tag(
            "tr", [:], columns.map { .tag("th", ["scope": "col"], text: wording["matrix.columns.\($0)"]) })
        let cites = finding.citations.map(\.text).joined(separator: "; ")
        return .tag(
            "section", ["class": "overview", "aria-labelledby": "f-\(finding.id)"],
            [
                .tag("h2", ["id": "f-\(finding.id)"], text: wording["findings.\(finding.id).label"]),
                .tag(
                    "table", [:],
                    [
                        .tag("caption", text: "\(wording["findings.\(finding.id).note"]) \(cites)"),
                        .tag("thead", [:], [head]), .tag("tbody", [:], lines.map(row)),
                    ]),
            ])
    }

    private func row(_ line: FindingMatrix.Line) -> HTMLNode {
        let basis = line.standing.basis
        let statement = line.claim[ClaimFields.statement].value?.best(for: wording.language)
        let marks = [
            basis.isFirstHand ? wording["matrix.firstHand"] : wording["matrix.notFirstHand"],
            basis.isContradicted ? wording["matrix.contradicted"] : nil,
        ].compactMap(\.self)
        return .tag(
            "tr", [:],
            [
                .tag("th", ["scope": "row"], text: line.caseID.text),
                .tag("td", [:], [text(statement)]),
                .tag("td", text: wording["strength.\(line.standing.strength.rawValue).label"]),
                .tag("td", text: marks.joined(separator: "; ")),
                .tag(
                    "td", [:],
                    line.points.map { point in
                        let sign = point.stance == .supports ? "+" : "−"
                        let grades = "\(word(point.grades.source)) / \(word(point.grades.information))"
                        return .tag("p", text: "\(sign) \(point.label): \(grades)")
                    }),
            ])
    }

    private func text(_ wording: LocalizedText.Wording?) -> HTMLNode {
        guard let wording else { return .text("") }
        return wording.language.language == self.wording.language.language
            ? .text(wording.text) : .tag("span", ["lang": wording.language.text], text: wording.text)
    }

    private func word(_ grading: Grading) -> String {
        wording["choices.\(TestimonyFields.reliability.definition.id).\(grading.rawValue)"]
    }
}
