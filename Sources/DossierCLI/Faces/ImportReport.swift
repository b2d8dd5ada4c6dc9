import DossierIntake
import DossierLibrary
import DossierOffice

/// What becomes of each record of an import, and every fault in it, as a table of comma-separated values for people to work through.
struct ImportReport {
    let plans: PlanFace

    /// One thing that cannot be taken in.
    struct Fault {
        var row: Int
        /// The column, or the file and the field.
        var place: String
        var value: String
        var rule: String
        var message: String
        var mend: String
    }

    func write(_ faults: [Fault], _ plan: ImportPlan?, into report: NewFile) throws {
        var rows = [["row", "record", "standing", "column", "value", "rule", "message", "mend"]]
        rows += faults.map {
            [String($0.row), "", "refused", $0.place, $0.value, $0.rule, $0.message, $0.mend]
        }
        let words = try FieldWords(plans.office)
        for entry in plan?.entries ?? [] {
            let plain = plans.plain(entry, words)
            let changes = plain.fields.flatMap { $0.before.map { "− \($0)" } + $0.after.map { "+ \($0)" } }
            rows.append([
                String(plain.row), plain.id, plain.standing, plain.fields.map(\.field).joined(separator: "; "),
                changes.joined(separator: "\n"), "", "", "",
            ])
        }
        let text = rows.map { $0.map(CSVCell.text).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
        // With the mark by which spreadsheets know UTF-8.
        try report.write("\u{FEFF}\(text)")
    }
}
