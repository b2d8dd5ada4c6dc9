import ArgumentParser
import DossierLibrary
import DossierOffice
import DossierProfiles

struct ImportUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo the import of a list.",
        discussion: """
            Records that the import added are taken out of the library's present, and those that it revised say again what they \
            said before. The history and the ledger keep everything. Nothing is undone when people have worked on the records \
            since, when other records point to them, or when documents were made of them: they are listed.
            """)

    @Argument(
        help: "The number of the import, as “dossier import batches” lists it (else the last that was not undone).")
    var number: Int?
    @Option(help: "Why: noted in the ledger.")
    var reason = "undo of an import"
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library)
            let last = try library.importBatches().first { !$0.isUndone }?.number
            guard let batch = number ?? last else { throw Refusal(.noInput, "undo.nothing") }
            let report = try library.undoImport(batch, change: office.surroundings.change(reason))
            try library.close()
            Terminal(usesColour: office.surroundings.usesColour).line(
                office.messages.filled(
                    "import.undone",
                    [
                        "number": String(batch), "removed": String(report.removed.count),
                        "restored": String(report.restored.count),
                    ]))
        }
    }
}
