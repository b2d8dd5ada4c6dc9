import ArgumentParser
import DossierOffice
import DossierPackages
import DossierProfiles

struct KeyShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the part of a key that may be handed out, with its fingerprint.",
        discussion: """
            The output is a file that “dossier key add” takes, and ssh-keygen, age or gpg, too. Never the private part.
            """)

    @Argument(help: "The key's name.")
    var name: String
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let key = try office.keys.key(name)
            Terminal(usesColour: false).line(
                "# \(key.publicKey.form): \(key.fingerprint ?? "—")\n\(key.publicKey.text)")
        }
    }
}
