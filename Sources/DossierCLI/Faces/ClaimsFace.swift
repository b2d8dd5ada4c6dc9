import DossierModel
import DossierProfiles

/// Shows claims with their support.
struct ClaimsFace: Sendable {
    let words: Wording
    let messages: Wording

    struct Report: Encodable, Sendable {
        var caseID: String
        var claim: String
        var statement: String
        var strength: String
        var status: String
        var support: [Item]

        struct Item: Encodable, Sendable {
            var stance: String
            var record: String
            /// The paragraph or the pages.
            var place: String
            var says: String
            var source: String?
            var information: String?
        }
    }

    /// The claims of a case, the weakest footing first.
    func reports(_ folder: CaseFolder) -> [Report] {
        let order = ClaimBasis.Footing.allCases
        let judged = folder.evidence.claims.map { ($0, ClaimStanding(of: $0, in: folder.evidence)) }
        let sorted = judged.sorted { left, right in
            let (a, b) = (
                order.firstIndex(of: left.1.basis.footing) ?? 0, order.firstIndex(of: right.1.basis.footing) ?? 0
            )
            return a == b ? left.0.id < right.0.id : a < b
        }
        return sorted.map { claim, standing in
            Report(
                caseID: folder.caseRecord.id.text, claim: claim.id.text,
                statement: claim[ClaimFields.statement].value?.best(for: messages.language).text ?? "",
                strength: standing.strength.rawValue, status: claim[ClaimFields.status].value ?? "unknown",
                support: claim.supports(in: folder.evidence).map(item))
        }
    }

    private func item(_ support: Support) -> Report.Item {
        let (record, place, says): (String, String, String) =
            switch support.source {
            case .paragraph(let testimony, let item, let number):
                (testimony.id.text, "¶ \(number)", text(item[ParagraphFields.text].value))
            case .exhibit(let exhibit, let pages):
                (exhibit.id.text, pages ?? "", text(exhibit[ExhibitFields.title].value))
            case .lost(let loss):
                (
                    loss.testimony.text, "¶ \(loss.number)",
                    loss.movedTo.map { messages.filled("claims.moved", ["number": String($0)]) }
                        ?? messages["claims.lost"]
                )
            case .undisclosed: ("", "", "")
            }
        return Report.Item(
            stance: support.stance.rawValue, record: record, place: place, says: says,
            source: support.grades?.source.rawValue, information: support.grades?.information.rawValue)
    }

    private func text(_ text: LocalizedText?) -> String { text?.best(for: messages.language).text ?? "" }

    func show(_ reports: [Report], _ terminal: Terminal) {
        for report in reports {
            terminal.line(
                "\(terminal.styled(report.claim, .bold))  \(terminal.styled(words["strength.\(report.strength).label"], style(report)))"
                    + "  \(words["choices.\(ClaimFields.status.definition.id).\(report.status)"])")
            terminal.line("  \(report.statement)")
            for item in report.support {
                let grades = [item.source, item.information].compactMap { grade in
                    grade.map { words["choices.\(TestimonyFields.reliability.definition.id).\($0)"] }
                }
                terminal.line(
                    "    \(item.stance == "supports" ? "+" : "−") \(item.record) \(item.place)"
                        + (grades.isEmpty ? "" : "  (\(grades.joined(separator: " / ")))"))
                terminal.line(terminal.styled("      \(item.says)", .dim))
            }
            terminal.line()
        }
        let bare = reports.count { $0.strength == ClaimStanding.Strength.unsupported.rawValue }
        terminal.line(
            messages.filled("claims.count", ["claims": String(reports.count), "unsupported": String(bare)]))
    }

    private func style(_ report: Report) -> Terminal.Style {
        switch ClaimStanding.Strength(rawValue: report.strength) {
        case .reasonableGrounds, .corroborated: .green
        case .unsupported, .contested, .unlikely: .red
        default: .yellow
        }
    }
}
