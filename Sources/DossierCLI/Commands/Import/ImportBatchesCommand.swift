import ArgumentParser
import DossierLibrary
import DossierOffice
import DossierProfiles

struct ImportBatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches", abstract: "List the lists that were imported, the last first.")

    @Flag(help: "Print as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    private struct Plain: Encodable {
        var number: Int
        var source: String
        var at: String
        var actor: String
        var sha256: String
        var added: Int
        var revised: Int
        var undone: Bool
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            let batches = try library.importBatches()
            try library.close()
            if json {
                return try JSONFace.print(
                    batches.map {
                        Plain(
                            number: $0.number, source: $0.source, at: $0.at, actor: $0.actor, sha256: $0.file,
                            added: $0.added,
                            revised: $0.revised, undone: $0.isUndone)
                    })
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            guard !batches.isEmpty else { return terminal.line(office.messages["import.noBatches"]) }
            terminal.table(
                batches.map { batch in
                    [
                        String(batch.number), batch.at, batch.source, batch.actor,
                        office.messages.filled(
                            "import.batch", ["added": String(batch.added), "revised": String(batch.revised)]),
                        batch.isUndone ? office.messages["actions.undone"] : "",
                    ]
                })
        }
    }
}
