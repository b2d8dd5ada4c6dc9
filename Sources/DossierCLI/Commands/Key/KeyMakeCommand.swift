import ArgumentParser
import DossierOffice
import DossierPackages
import DossierProfiles

struct KeyMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Make a key to sign with, or one to open what is encrypted to you.")

    @Argument(help: "What to call it: a-z, 0-9 and “-”. Name nobody: packages may show it.")
    var name: String
    @Option(help: "sign or open.")
    var purpose = "sign"
    @Flag(help: "Protect it with a passphrase, which is asked for here and whenever it signs.")
    var passphrase = false
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        guard let purpose = SealKeys.Purpose(rawValue: purpose) else {
            throw ValidationError("--purpose takes sign or open.")
        }
        guard purpose == .sign || !passphrase else {
            throw ValidationError("--passphrase is for keys to sign with; a key to open with has none.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            guard !passphrase || office.surroundings.canAsk else { throw Refusal(.usage, "noOneToAsk") }
            let key = try office.keys.make(
                name, for: SealKeys.Purpose(rawValue: purpose) ?? .sign, withPassphrase: passphrase)
            Terminal(usesColour: false).line(
                office.messages.filled(
                    "key.made.\(key.use.rawValue)", ["name": name, "fingerprint": key.fingerprint ?? "—"]))
        }
    }
}
