import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in case files, all of them or none.",
        discussion: """
            Everything that cannot be taken in is reported at once, with file, line and key, and the library stays as \
            it is. A record that says what the library already holds makes no new revision.
            """)

    @Argument(help: "Case files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Flag(help: "Report what would happen; change nothing.")
    var dryRun = false

    @Flag(help: "Bring text into Unicode form NFC instead of refusing what is not in it.")
    var normalise = false

    @Flag(help: "Report as JSON.")
    var json = false

    @Option(help: "Why: noted in the ledger.")
    var reason = "import"

    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let reading = CaseFileReader(normalises: normalise).read(paths: files)
            // Read-only until everything is known to be sound: a refused import does not so much as open a log.
            let known = try office.library(place.library, readOnly: true)
            let findings =
                reading.findings
                + (try ReferenceCheck.findings(in: reading.records) { try known.standing(of: $0)?.kind })
            try known.close()
            if findings.isEmpty {
                let report = try save(reading.records, office)
                try show(report, reading, office, terminal)
                return
            }
            let face = FindingsFace(messages: office.messages, terminal: terminal)
            if json {
                try JSONFace.print(Report(findings: findings.map(face.plain)))
            } else {
                face.show(findings)
            }
            throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
        }
    }

    private func save(_ records: [Record], _ office: Office) throws -> Library.SaveReport {
        let path = office.libraryPath(place.library)
        if dryRun {
            let known = try Library.open(at: path, readOnly: true)
            defer { try? known.close() }
            return try known.trial(of: try ClaimPrints.filled(records, from: known))
        }
        let library = try Library.open(at: path)
        let report = try library.save(
            try ClaimPrints.filled(records, from: library), change: office.surroundings.change(reason))
        try library.close()
        return report
    }

    private struct Report: Encodable {
        var findings: [FindingsFace.Plain] = []
        var added: [String] = []
        var revised: [String] = []
        var unchanged: [String] = []
    }

    private func show(
        _ report: Library.SaveReport, _ reading: CaseFileReader.Reading, _ office: Office, _ terminal: Terminal
    ) throws {
        if json {
            let plain = Report(
                added: report.added.map(\.text), revised: report.revised.map(\.text),
                unchanged: report.unchanged.map(\.text))
            return try JSONFace.print(plain)
        }
        terminal.line(
            office.messages.filled(
                dryRun ? "import.trial" : "import.done",
                [
                    "files": String(reading.files), "added": String(report.added.count),
                    "revised": String(report.revised.count), "unchanged": String(report.unchanged.count),
                ]))
    }
}
