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
    /// Everything in it that cannot be taken in, files that are not there among it.
    let findings: [CellFinding]

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

    private var plans: PlanFace { PlanFace(office: office, terminal: terminal, language: list.mapping.language) }

    func show(
        _ plan: ImportPlan, batch: Int?, isTrial: Bool, doubles: [MatchFace.PlainPair]? = nil, json: Bool
    ) throws {
        if !json { TableNoticeFace(messages: messages, terminal: terminal).show(list.table.notices) }
        try plans.show(plan, units: list.table.rows.count, batch: batch, isTrial: isTrial, doubles: doubles, json: json)
    }

    // MARK: Report

    /// One line for each row and each fault.
    func write(plan: ImportPlan?, into report: NewFile) throws {
        let faults = findings.map { finding in
            let plain = plain(finding)
            return ImportReport.Fault(
                row: plain.row, place: plain.column, value: plain.value, rule: plain.rule, message: plain.message,
                mend: plain.mend)
        }
        try ImportReport(plans: plans).write(faults, plan, into: report)
    }
}
