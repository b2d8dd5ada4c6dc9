import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Make an empty library.")

    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            var random = SystemRandomNumberGenerator()
            let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let path = office.libraryPath(place.library)
            let library = try Library.create(at: path, secret: secret, change: office.surroundings.change("init"))
            try library.close()
            Terminal(usesColour: false).line(office.messages.filled("init.done", ["path": path]))
        }
    }
}
