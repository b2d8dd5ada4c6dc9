import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

/// Tells what a proposed mapping understood of a table, and what somebody has to decide.
struct MappingFace {
    let messages: Wording
    let terminal: Terminal

    func show(_ proposal: MappingProposal, _ table: Table, path: String) {
        terminal.line(
            messages.filled(
                "mapping.proposed",
                [
                    "path": VisibleText.of(path), "rows": String(table.rows.count),
                    "columns": String(table.columns.count),
                ]))
        TableNoticeFace(messages: messages, terminal: terminal).show(table.notices)
        terminal.table(
            proposal.mapping.columns.filter { !$0.targets.isEmpty }.map { column in
                ["  \(VisibleText.of(column.name))", "→ " + column.targets.map(\.field.id).joined(separator: ", ")]
            } + proposal.mapping.files.map { ["  \(VisibleText.of($0))", "→ exhibit"] })
        if !proposal.leftOut.isEmpty {
            terminal.line(
                terminal.styled(
                    messages.filled(
                        "mapping.leftOut", ["columns": proposal.leftOut.map(VisibleText.of).joined(separator: ", ")]),
                    .yellow))
        }
        for question in proposal.questions { terminal.line(terminal.styled("  ? \(words(question))", .yellow)) }
        terminal.line(messages.filled("mapping.next", ["path": VisibleText.of(path)]))
    }

    private func words(_ question: MappingProposal.Question) -> String {
        switch question {
        case .key(let columns):
            messages.filled("mapping.questions.key", ["columns": columns.map(VisibleText.of).joined(separator: " + ")])
        case .ageDate(let column): filled("ageDate", column)
        case .century(let column): filled("century", column)
        case .dayOrder(let column): filled("dayOrder", column)
        case .values(let column, let words):
            filled("values", column, words.prefix(12).map(VisibleText.of).joined(separator: ", "))
        case .noNames: messages["mapping.questions.noNames"]
        }
    }

    private func filled(_ key: String, _ column: String, _ words: String = "") -> String {
        messages.filled("mapping.questions.\(key)", ["column": VisibleText.of(column), "words": words])
    }
}
