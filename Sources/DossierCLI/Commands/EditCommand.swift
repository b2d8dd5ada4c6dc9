import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open a record as a case file in $EDITOR, and save only what passes.",
        discussion: """
            What does not pass is reported and nothing is saved; the text stays in a file whose name is shown, so that \
            no work is lost.
            """)

    @Argument(help: "The id of a case or of any other record.")
    var id: String
    @Option(help: "Why: noted in the ledger.")
    var reason = "edit"
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let library = try office.library(place.library)
            guard let id = RecordID(id), let record = try library.record(id),
                let standing = try library.standing(of: id)
            else { throw Refusal(.noInput, "noRecord", ["id": id]) }
            let draft = "\(library.path)/edit-\(id).yaml"
            try Self.write(CaseFileWriter.yaml([record]) ?? "", to: draft)
            try Self.edit(draft, with: office.surroundings)
            let reading = CaseFileReader().read(paths: [draft])
            let findings =
                reading.findings
                + (try ReferenceCheck.findings(in: reading.records) { try library.standing(of: $0)?.kind })
            guard findings.isEmpty else {
                FindingsFace(messages: office.messages, terminal: terminal).show(findings)
                throw Refusal(.badInput, "editKept", ["path": draft, "count": String(findings.count)])
            }
            guard reading.records.count == 1, var edited = reading.records.first, edited.id == id,
                edited.kind == record.kind
            else { throw Refusal(.badInput, "editOther", ["path": draft, "id": id.text]) }
            edited.origin = record.origin
            let report = try library.save(
                try ClaimPrints.filled([edited], from: library), change: office.surroundings.change(reason),
                expecting: [id: standing.revision])
            try FileManager.default.removeItem(atPath: draft)
            try library.close()
            terminal.line(office.messages[report.revised.isEmpty ? "edit.unchanged" : "edit.done"])
        }
    }

    /// Only the owner may read what is being edited.
    private static func write(_ text: String, to path: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw Refusal(.cannotCreate, "cannotWrite", ["path": path]) }
    }

    private static func edit(_ path: String, with surroundings: Surroundings) throws {
        let editor = surroundings.environment["VISUAL"] ?? surroundings.environment["EDITOR"] ?? "nano"
        let environment = surroundings.environment
        var locale = environment.filter { $0.key.hasPrefix("LC_") || $0.key.hasPrefix("LANG") }
        // The editor speaks its owner's language.
        locale["LC_ALL"] = environment["LC_ALL"] ?? ""
        do {
            // As git and crontab do: the variable may hold options, the path is handed over as it is.
            try OutsideProgram("sh", debianPackage: "dash", environment: environment).run(
                ["-c", "exec \(editor) \"$1\"", "edit", path],
                OutsideProgram.Manner(
                    input: .ours, output: .ours, patience: .seconds(7 * 24 * 60 * 60), keepsTerminal: true,
                    variables: locale))
        } catch {
            throw Refusal(.inputOutput, "noEditor", ["editor": editor])
        }
    }
}
