import ArgumentParser
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "Open the caseworker's page on this machine.",
        discussion: """
            Shows an address that works once. The page is for whoever sits at this machine: nothing else can reach it. \
            It locks itself when nobody has used it for ten minutes; Enter in the terminal gives a new address, and \
            Control-C ends it.
            """)

    @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
    var port = 0
    @Option(help: "The day that the page takes for today, YYYY-MM-DD (else today).")
    var on: String?
    @Flag(help: "Set a passphrase that opens a locked page, and end.")
    var setPassphrase = false
    @Flag(help: "Take the passphrase away, and end.")
    var removePassphrase = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            guard (0...65535).contains(port) else { throw Refusal(.usage, "desk.badPort", ["port": String(port)]) }
            let path = office.libraryPath(place.library)
            if setPassphrase || removePassphrase { return try changePassphrase(path, office) }
            // A library that is not there is told before the page opens.
            try Library.open(at: path, readOnly: true).close()
            try index(path, office)
            let day = try on.map { _ in try CheckCommand.day(on, office).description }
            let order = DeskOrder(
                library: path, port: port, language: office.messages.language.text, day: day)
            try DeskProgram.start(order)
        }
    }

    /// So that the first search of the page does not wait for the index of a large library.
    private func index(_ path: String, _ office: Office) throws {
        let library = try Library.open(at: path)
        let bar = ProgressBar(office.messages["search.indexing"])
        try CaseSearching(try office.nameTables()).index(library) { bar.update($0, of: $1) }
        bar.finish()
        try library.close()
    }

    private func changePassphrase(_ path: String, _ office: Office) throws {
        let library = try Library.open(at: path)
        let words = office.messages
        if removePassphrase {
            try library.setDeskPassphrase(nil)
        } else {
            guard office.surroundings.canAsk else { throw Refusal(.usage, "desk.noTerminal") }
            let first = SecretLine.ask(words["deskTerminal.passphrase"])
            guard let first, first.count >= 8 else { throw Refusal(.usage, "desk.shortPassphrase") }
            guard SecretLine.ask(words["deskTerminal.passphraseAgain"]) == first else {
                throw Refusal(.usage, "desk.otherPassphrase")
            }
            var random = SystemRandomNumberGenerator()
            let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
            guard let kept = DeskPassphrase.kept(first, salt: salt) else {
                throw Refusal(.inputOutput, "desk.noMemory")
            }
            try library.setDeskPassphrase(kept)
        }
        try library.close()
        Terminal(usesColour: false).line(
            words[removePassphrase ? "deskTerminal.passphraseGone" : "deskTerminal.passphraseSet"])
    }
}
