import ArgumentParser
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct MatchUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a decision about two records back.")

    @Argument(help: "The id of a person.")
    var first: String
    @Argument(help: "The id of another.")
    var second: String
    @Option(help: "Why: noted with the decision.")
    var reason = ""
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library)
            let deciding = MatchDeciding(library: library, office: office)
            try deciding.takeBack(try deciding.person(first), try deciding.person(second), reason: reason)
            try library.close()
            Terminal(usesColour: office.surroundings.usesColour).line(
                office.messages.filled("match.undone", ["first": first, "second": second]))
        }
    }
}
