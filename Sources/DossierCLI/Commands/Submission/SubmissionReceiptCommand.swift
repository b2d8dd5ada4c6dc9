import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct SubmissionReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Add the receipt of a submission that came later.",
        discussion: "A receipt that is on record stays; to correct it, “dossier case edit ID”.")

    @Argument(help: "The id of the submission.")
    var id: String
    @Option(help: "What the recipient answered.")
    var receipt: String
    @Option(help: "The day of the receipt, as EDTF.")
    var on: String
    @Option(help: "The exhibit in which the receipt is kept.")
    var exhibit: String?
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            let record = try library.submission(id)
            try library.close()
            guard record[SubmissionFields.receipt].isNotAsked else {
                throw Refusal(.refused, "receiptThere", ["id": record.id.text])
            }
            var plain = PlainRecord(record)
            // Named with its language, which need not be that of the record.
            plain.set(
                "receipt",
                PlainNode(.map([.init(office.messages.language.text, PlainNode(.scalar(receipt)))])))
            plain.set("receiptOn", on)
            plain.set("receiptExhibit", exhibit)
            try RecordEntry(office: office, library: place.library).save(
                plain.node, origin: record.origin, reason: "receipt")
            Terminal(usesColour: false).line(office.messages.filled("submission.receiptAdded", ["id": record.id.text]))
        }
    }
}
