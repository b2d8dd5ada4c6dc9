import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct ConsentWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Note that a consent was withdrawn; from that day nothing leaves under it.",
        discussion: """
            What was made under it before is listed out of the ledger, and a letter to each recipient is drafted, which \
            names the documents by their numbers and nobody by name. Read it, complete it, and send it.
            """)

    @Argument(help: "The id of the consent.")
    var id: String
    @Option(help: "The day of the withdrawal, as EDTF (else today).")
    var on: String?
    @Option(help: "The folder for the letters.", completion: .directory)
    var output = "Exports"
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            guard let id = RecordID(id), let record = try library.record(id), record.kind == .consent else {
                throw Refusal(.noInput, "noRecord", ["id": id])
            }
            // Asked before the withdrawal is noted: afterwards the case still says the same, the question not.
            let sent = try library.disclosures(under: record)
            let numbers = try Set(sent.map(\.channel)).reduce(into: [String: DocumentNumbers]()) { numbers, channel in
                numbers[channel] = try library.documentNumbers(channel: channel)
            }
            try library.close()
            let day = on ?? office.surroundings.today.description
            var plain = PlainRecord(record)
            plain.set("withdrawnOn", day)
            try RecordEntry(office: office, library: place.library).save(
                plain.node, origin: record.origin, reason: "withdrawal")
            let terminal = Terminal(usesColour: false)
            terminal.line(office.messages.filled("consent.withdrawn", ["id": id.text, "day": day]))
            let letters = WithdrawalLetters(office: office, folder: output, day: day)
            for line in try letters.write(sent, numbers: numbers) { terminal.line(line) }
        }
    }
}
