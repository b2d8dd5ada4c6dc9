import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// Tells what becomes of each row of a list, and everything in it that cannot be taken in.
struct ListFace {
    let office: Office
    let terminal: Terminal
    let list: ListImport

    /// So many rows are told on a terminal; a report holds all.
    private static let shown = 100

    private var messages: Wording { office.messages }

    // MARK: Faults

    struct PlainFinding: Encodable {
        var row: Int
        var column: String
        var value: String
        var rule: String
        var message: String
        var mend: String
    }

    func show(findings: [CellFinding], json: Bool) throws {
        if json { return try JSONFace.print(["findings": findings.map(plain)]) }
        TableNoticeFace(messages: messages, terminal: terminal).show(list.table.notices)
        for finding in findings.prefix(Self.shown) {
            let plain = plain(finding)
            let place = messages.filled("import.cell", ["row": String(plain.row), "column": plain.column])
            terminal.line(
                terminal.styled("\(VisibleText.of(list.path)): \(place)", .bold)
                    + (plain.value.isEmpty ? "" : "  “\(plain.value)”"))
            terminal.line("  \(plain.message)")
            terminal.line("  → \(plain.mend)")
        }
        if findings.count > Self.shown {
            terminal.line(messages.filled("import.moreFindings", ["count": String(findings.count - Self.shown)]))
        }
        // Of thousands, those of one kind have one cause.
        let kinds = Dictionary(grouping: findings) { "\($0.column)  \($0.rule.code)" }.mapValues(\.count)
        if findings.count > 10 {
            terminal.line(messages["import.summary"])
            terminal.table(
                kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20).map {
                    ["  \($0.value)", VisibleText.of($0.key)]
                })
        }
    }

    private func plain(_ finding: CellFinding) -> PlainFinding {
        let section =
            switch finding.rule {
            case .cell: "cells"
            case .record: "findings"
            }
        let text = { (part: String) in
            messages.filled(
                "\(section).\(finding.rule.code).\(part)",
                [
                    "value": VisibleText.of(finding.value), "expected": VisibleText.of(finding.expected),
                    "near": finding.expected.isEmpty ? "" : messages.filled("near", ["word": finding.expected]),
                ])
        }
        return PlainFinding(
            row: finding.row, column: VisibleText.of(finding.column), value: VisibleText.of(finding.value),
            rule: finding.rule.code, message: text("headline"), mend: text("mend"))
    }

    // MARK: Rows

    private struct PlainPlan: Encodable {
        var batch: Int?
        var rows: Int
        var new: Int
        var changed: Int
        var same: Int
        var doubtful: Int
        var records: [PlainEntry]
    }

    private struct PlainEntry: Encodable {
        var row: Int
        var id: String
        var standing: String
        var fields: [PlainField]
    }

    private struct PlainField: Encodable {
        var field: String
        var before: [String]
        var after: [String]
        var doubtful: Bool
    }

    func show(_ plan: ImportPlan, batch: Int?, isTrial: Bool, json: Bool) throws {
        let words = try FieldWords(office)
        if json {
            return try JSONFace.print(
                PlainPlan(
                    batch: batch, rows: list.table.rows.count, new: plan.count(.new), changed: plan.count(.changed),
                    same: plan.count(.same), doubtful: plan.count(.doubtful),
                    records: plan.entries.map { plain($0, words) }))
        }
        TableNoticeFace(messages: messages, terminal: terminal).show(list.table.notices)
        let told = plan.entries.filter { isTrial ? $0.standing != .same : $0.standing == .doubtful }
        for entry in told.prefix(Self.shown) { show(entry, words) }
        if told.count > Self.shown {
            terminal.line(messages.filled("import.moreRows", ["count": String(told.count - Self.shown)]))
        }
        terminal.line(
            messages.filled(
                isTrial ? "import.listTrial" : batch == nil ? "import.listSame" : "import.listDone",
                [
                    "rows": String(list.table.rows.count), "new": String(plan.count(.new)),
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

    private func plain(_ entry: ImportPlan.Entry, _ words: FieldWords) -> PlainEntry {
        let difference = RecordDifference(from: entry.current, to: entry.merged ?? entry.current)
        let fields = (difference?.fields ?? []).map { field in
            PlainField(
                field: words.label(field.field),
                before: words.lines(field.earlier, field.field, language: list.mapping.language),
                after: words.lines(field.later, field.field, language: list.mapping.language),
                doubtful: entry.doubtful.contains(field.field))
        }
        // A doubtful field of which nothing can be added to what stands.
        let left = entry.doubtful.filter { field in !(difference?.fields ?? []).contains { $0.field == field } }.map {
            field in
            PlainField(
                field: words.label(field),
                before: words.lines(entry.current?.entries[field.name], field, language: list.mapping.language),
                after: words.lines(entry.told.entries[field.name], field, language: list.mapping.language),
                doubtful: true)
        }
        return PlainEntry(
            row: entry.told.origin?.line ?? 0, id: entry.told.id.text, standing: entry.standing.rawValue,
            fields: entry.standing == .new ? [] : fields + left)
    }

    // MARK: Report

    /// One line for each row and each fault.
    func write(plan: ImportPlan?, into report: NewFile) throws {
        var rows = [["row", "record", "standing", "column", "value", "rule", "message", "mend"]]
        for finding in list.reading.findings {
            let plain = plain(finding)
            rows.append([
                String(plain.row), "", "refused", plain.column, plain.value, plain.rule, plain.message, plain.mend,
            ])
        }
        let words = try FieldWords(office)
        for entry in plan?.entries ?? [] {
            let plain = plain(entry, words)
            rows.append([
                String(plain.row), plain.id, plain.standing, plain.fields.map(\.field).joined(separator: "; "),
                plain.fields.flatMap { $0.before.map { "− \($0)" } + $0.after.map { "+ \($0)" } }.joined(
                    separator: "\n"), "", "",
                "",
            ])
        }
        let text = rows.map { $0.map(CSVCell.text).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
        // With the mark by which spreadsheets know UTF-8.
        try report.write("\u{FEFF}\(text)")
    }
}
