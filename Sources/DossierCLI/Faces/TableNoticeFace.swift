import DossierIntake
import DossierOffice
import DossierProfiles

/// Tells what was passed over or filled in while a table was read.
struct TableNoticeFace {
    let messages: Wording
    let terminal: Terminal

    func show(_ notices: [Table.Notice]) {
        for notice in notices { terminal.line(terminal.styled("  \(words(notice))", .dim)) }
    }

    private func words(_ notice: Table.Notice) -> String {
        switch notice {
        case .formulas(let count): messages.filled("notices.formulas", ["count": String(count)])
        case .merged(let count): messages.filled("notices.merged", ["count": String(count)])
        case .macros: messages["notices.macros"]
        case .externalLinks: messages["notices.externalLinks"]
        case .otherSheets(let names):
            messages.filled(
                "notices.otherSheets", ["names": names.prefix(8).map(VisibleText.of).joined(separator: ", ")])
        case .encoding(let name): messages.filled("notices.encoding", ["name": name])
        }
    }
}
