import DossierModel
import DossierOffice
import DossierProfiles

/// Tells what has changed since a submission, record by record.
struct DifferenceFace {
    let words: FieldWords
    let messages: Wording

    /// What has become of a record.
    private enum Fate: String {
        case added, joined, changed, left
    }

    private func fate(of difference: RecordDifference, _ changes: SubmissionChanges) -> Fate {
        if difference.later == nil { return .left }
        if difference.earlier != nil { return .changed }
        return changes.joined.contains(difference.id) ? .joined : .added
    }

    // MARK: For people

    func show(_ changes: SubmissionChanges, _ terminal: Terminal) {
        terminal.line(
            messages.filled(
                "submission.since",
                [
                    "id": changes.submission.id.text, "at": changes.making.at,
                    "entry": String(changes.making.entry),
                ]))
        for difference in changes.differences {
            let fate = fate(of: difference, changes)
            if fate == .changed { terminal.line() }
            terminal.line(
                terminal.styled("\(difference.id)  \(words.label(difference.kind))", .bold)
                    + "  \(messages["submission.fates.\(fate.rawValue)"])")
            // Of a record that has come or gone, “dossier case show” tells all.
            guard fate == .changed else { continue }
            if difference.isLevelChanged {
                show(
                    messages["submission.level"], .changed, [level(difference.earlier)], [level(difference.later)],
                    terminal)
            }
            for field in difference.fields {
                let (earlier, later) = lines(field, of: difference)
                show(words.label(field.field), field.change, earlier, later, terminal)
            }
        }
        if !changes.differences.isEmpty { terminal.line() }
        terminal.line(
            changes.differences.isEmpty
                ? messages[changes.cases.isEmpty ? "submission.noCases" : "submission.unchanged"]
                : messages.filled("submission.changed", ["count": String(changes.differences.count)]))
    }

    private func show(
        _ label: String, _ change: FieldDifference.Change, _ earlier: [String], _ later: [String], _ terminal: Terminal
    ) {
        terminal.line("  \(label)  (\(messages["submission.changes.\(change.rawValue)"]))")
        for line in earlier { terminal.line(terminal.styled("    − \(line)", .red)) }
        for line in later { terminal.line(terminal.styled("    + \(line)", .green)) }
    }

    private func lines(_ field: FieldDifference, of difference: RecordDifference) -> ([String], [String]) {
        let parts = field.parts
        return (
            words.lines(parts.earlier, field.field, language: difference.earlier?.language ?? messages.language),
            words.lines(parts.later, field.field, language: difference.later?.language ?? messages.language)
        )
    }

    private func level(_ record: Record?) -> String {
        record?.confidentiality.map(words.label) ?? messages["submission.levelByField"]
    }

    // MARK: For programs

    struct Plain: Encodable {
        var submission: String
        /// The ledger's entry of the package, and when it was written.
        var entry: Int
        var made: String
        var cases: [String]
        var unchanged: Bool
        var records: [One]

        struct One: Encodable {
            var id: String
            var kind: String
            var change: String
            /// Levels of the record as a whole, where that has changed.
            var levelBefore: String?
            var levelAfter: String?
            var fields: [Part]
        }

        struct Part: Encodable {
            var field: String
            var label: String
            var change: String
            var before: String?
            var after: String?
        }
    }

    func plain(_ changes: SubmissionChanges) -> Plain {
        Plain(
            submission: changes.submission.id.text, entry: changes.making.entry, made: changes.making.at,
            cases: changes.cases.map(\.text), unchanged: changes.differences.isEmpty,
            records: changes.differences.map { difference in
                Plain.One(
                    id: difference.id.text, kind: difference.kind.rawValue,
                    change: fate(of: difference, changes).rawValue,
                    levelBefore: difference.isLevelChanged ? level(difference.earlier) : nil,
                    levelAfter: difference.isLevelChanged ? level(difference.later) : nil,
                    fields: difference.fields.map { field in
                        let (earlier, later) = lines(field, of: difference)
                        return Plain.Part(
                            field: field.field.id, label: words.label(field.field), change: field.change.rawValue,
                            before: earlier.isEmpty ? nil : earlier.joined(separator: "\n"),
                            after: later.isEmpty ? nil : later.joined(separator: "\n"))
                    })
            })
    }
}
