import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// Tells what becomes of each record of an import, with its difference to what the library holds.
struct PlanFace {
    let office: Office
    let terminal: Terminal
    /// Of texts for which nothing says another.
    let language: LanguageTag

    /// So many records are told on a terminal; a report holds all.
    static let shown = 100

    private var messages: Wording { office.messages }

    private struct PlainPlan: Encodable {
        var batch: Int?
        var rows: Int
        var new: Int
        var changed: Int
        var same: Int
        var doubtful: Int
        var records: [PlainEntry]
        /// Of a trial: pairs that may be one person.
        var doubles: [MatchFace.PlainPair]?
    }

    struct PlainEntry: Encodable {
        var row: Int
        var id: String
        var standing: String
        var fields: [PlainField]
    }

    struct PlainField: Encodable {
        var field: String
        var before: [String]
        var after: [String]
        var doubtful: Bool
    }

    /// `units` is how many rows or records the import holds.
    func show(
        _ plan: ImportPlan, units: Int, batch: Int?, isTrial: Bool, doubles: [MatchFace.PlainPair]? = nil, json: Bool
    ) throws {
        let words = try FieldWords(office)
        if json {
            return try JSONFace.print(
                PlainPlan(
                    batch: batch, rows: units, new: plan.count(.new), changed: plan.count(.changed),
                    same: plan.count(.same), doubtful: plan.count(.doubtful),
                    records: plan.entries.map { plain($0, words) }, doubles: doubles))
        }
        let told = plan.entries.filter { isTrial ? $0.standing != .same : $0.standing == .doubtful }
        for entry in told.prefix(Self.shown) { show(entry, words) }
        if told.count > Self.shown {
            terminal.line(messages.filled("import.moreRows", ["count": String(told.count - Self.shown)]))
        }
        terminal.line(
            messages.filled(
                isTrial ? "import.listTrial" : batch == nil ? "import.listSame" : "import.listDone",
                [
                    "rows": String(units), "new": String(plan.count(.new)),
                    "changed": String(plan.count(.changed)), "same": String(plan.count(.same)),
                    "doubtful": String(plan.count(.doubtful)), "batch": batch.map(String.init) ?? "–",
                ]))
    }

    private func show(_ entry: ImportPlan.Entry, _ words: FieldWords) {
        let plain = plain(entry, words)
        let place = messages.filled("import.row", ["row": String(plain.row)])
        terminal.line(
            terminal.styled("\(place)  \(plain.id)", .bold) + "  \(messages["import.standings.\(plain.standing)"])")
        guard entry.standing != .new else { return }
        for field in plain.fields {
            let mark = field.doubtful ? "  \(messages["import.bothChanged"])" : ""
            terminal.line("  \(field.field)\(mark)")
            for line in field.before { terminal.line(terminal.styled("    − \(line)", .red)) }
            for line in field.after { terminal.line(terminal.styled("    + \(line)", .green)) }
        }
    }

    func plain(_ entry: ImportPlan.Entry, _ words: FieldWords) -> PlainEntry {
        let difference = RecordDifference(from: entry.current, to: entry.merged ?? entry.current)
        let fields = (difference?.fields ?? []).map { field in
            PlainField(
                field: words.label(field.field),
                before: words.lines(field.earlier, field.field, language: language),
                after: words.lines(field.later, field.field, language: language),
                doubtful: entry.doubtful.contains(field.field))
        }
        // A doubtful field of which nothing can be added to what stands.
        let left = entry.doubtful.filter { field in !(difference?.fields ?? []).contains { $0.field == field } }.map {
            field in
            PlainField(
                field: words.label(field),
                before: words.lines(entry.current?.entries[field.name], field, language: language),
                after: words.lines(entry.told.entries[field.name], field, language: language),
                doubtful: true)
        }
        return PlainEntry(
            row: entry.told.origin?.line ?? 0, id: entry.told.id.text, standing: entry.standing.rawValue,
            fields: entry.standing == .new ? [] : fields + left)
    }
}
