import DossierDisclosure
import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

/// Tells what was exported, what was left out, and what was withheld.
struct ExportFace {
    let messages: Wording
    let isJSON: Bool

    private struct Plain: Encodable {
        var folder: String
        var files: Int
        var cases: Int
        var leftOut: [String]
        var withheld: [String: Int]
        var fed: Int?
        var fingerprint: String
    }

    /// So many ids of cases that were left out are listed.
    private static let listed = 20

    func show(_ made: CaseExport.Made) throws {
        if isJSON {
            return try JSONFace.print(
                Plain(
                    folder: made.folder, files: made.files.count, cases: made.cases.count,
                    leftOut: made.leftOut.map(\.text),
                    withheld: Dictionary(uniqueKeysWithValues: made.withheld.map { ($0.key.rawValue, $0.value) }),
                    fed: made.fed, fingerprint: made.fingerprint))
        }
        let terminal = Terminal(usesColour: false)
        terminal.line(
            messages.filled(
                "export.made",
                ["folder": made.folder, "cases": String(made.cases.count), "files": String(made.files.count)]))
        for reason in Withheld.Reason.allCases {
            guard let count = made.withheld[reason] else { continue }
            terminal.line("  " + messages.filled("withheld.\(reason.rawValue)", ["fields": "×\(count)"]))
        }
        if let fed = made.fed { terminal.line("  " + messages.filled("export.fed", ["count": String(fed)])) }
        guard !made.leftOut.isEmpty else { return }
        let ids = made.leftOut.prefix(Self.listed).map(\.text).joined(separator: ", ")
        let more = made.leftOut.count > Self.listed ? " …" : ""
        terminal.line(
            messages.filled("export.leftOut", ["count": String(made.leftOut.count), "ids": ids + more]))
    }
}
