import ArgumentParser
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make and keep the keys that packages are signed, encrypted and opened with.",
        discussion: """
            Keys are in $DOSSIER_KEYS, else in $XDG_CONFIG_HOME/dossier/keys, else in ~/.config/dossier/keys: a folder of \
            their own, which goes into no package. Back it up, and apart from the library: what was encrypted to a key \
            that is lost stays closed.
            """,
        subcommands: [KeyMakeCommand.self, KeyListCommand.self, KeyAddCommand.self, KeyShowCommand.self],
        defaultSubcommand: KeyListCommand.self)
}

/// One key as it is listed.
struct KeyLine: Encodable {
    var name: String
    var use: String?
    var form: String?
    var fingerprint: String?
    /// Why the key is of no use, as a sentence.
    var fault: String?

    init(_ entry: SealKeys.Entry, _ office: Office) throws {
        name = entry.name
        do {
            let key = try entry.key.get()
            use = key.use.rawValue
            form = key.publicKey.form
            fingerprint = key.fingerprint
        } catch {
            guard let refusal = Refusal(any: error) else { throw error }
            fault = office.messages.filled("refusals.\(refusal.key)", refusal.arguments)
        }
    }
}
