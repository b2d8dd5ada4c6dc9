import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Keep exhibits, prove them unchanged, and see what claims rest on.",
        subcommands: [
            EvidenceAddCommand.self, List.self, EvidenceVerifyCommand.self, ClaimsCommand.self,
            EvidenceCopyCommand.self,
        ], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the exhibits.")

        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var id: String
            var material: String
            var title: String
            var sha256: String
            var kept: Bool
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let store = ExhibitStore(libraryPath: library.path)
                let rows = try library.records(of: .exhibit).map { exhibit in
                    let sha256 = exhibit[ExhibitFields.sha256].value
                    return Plain(
                        id: exhibit.id.text, material: exhibit[ExhibitFields.material].value ?? "—",
                        title: exhibit[ExhibitFields.title].value?.best(for: office.messages.language).text ?? "—",
                        sha256: sha256 ?? "", kept: sha256.map(store.holds) ?? false)
                }
                if json { return try JSONFace.print(rows) }
                Terminal(usesColour: false).table(
                    rows.map { row in
                        let state = row.sha256.isEmpty ? "object" : row.kept ? "kept" : "absent"
                        return [
                            row.id, office.messages["evidence.\(state)"], row.material,
                            row.sha256.isEmpty ? "—" : String(row.sha256.prefix(16)), row.title,
                        ]
                    })
            }
        }
    }
}
