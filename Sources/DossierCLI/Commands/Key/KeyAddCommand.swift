import ArgumentParser
import DossierOffice
import DossierPackages
import DossierProfiles

struct KeyAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep the public key of somebody to whom packages go, or from whom they come.",
        discussion: """
            FILE holds an OpenSSH public key, an age recipient or an OpenPGP public key block. Compare the fingerprint \
            that is printed with its owner's, by telephone or face to face: whoever can exchange the file on its way to \
            you can read what you encrypt to it.
            """)

    @Argument(help: "What to call it: a-z, 0-9 and “-”.")
    var name: String
    @Argument(help: "The file with the public key.", completion: .file())
    var file: String
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let key = try office.keys.add(name, from: file)
            Terminal(usesColour: false).line(
                office.messages.filled(
                    "key.added",
                    ["name": name, "form": key.publicKey.form, "fingerprint": key.fingerprint ?? "—"]))
        }
    }
}
