import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct SubmissionRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record that a package was sent.",
        discussion: """
            The package is known by its seal, the SHA-256 of tagmanifest-sha256.txt, under which the ledger noted its \
            making. Edition, recipient and profile are taken out of its index; whether it is whole is for “dossier verify” \
            to say.

            When what was sent is encrypted (.age, .gpg), --from names the folder or ZIP that it was made from. The \
            record then holds the hash of the encrypted file beside the seal.
            """)

    @Argument(help: "What was sent: the package's folder, its ZIP, or the encrypted file.", completion: .file())
    var package: String
    @Option(help: "email, upload, post, hand, fax or other.")
    var means: String
    @Option(help: "The day on which it was sent, as EDTF.")
    var on: String
    @Option(
        help: "For an encrypted file: the package's folder or ZIP that it was made from.", completion: .file())
    var from: String?
    @Option(help: "Who sent it: a code of the house, not a name (else $DOSSIER_ACTOR).")
    var by: String?
    @Option(help: "For a report to the Universal Periodic Review: its id.")
    var report: String?
    @Option(help: "What the recipient answered on receiving it.")
    var receipt: String?
    @Option(help: "The day of the receipt, as EDTF.")
    var receiptOn: String?
    @Option(help: "The exhibit in which the receipt is kept.")
    var receiptExhibit: String?
    @Option(help: "A remark for staff.")
    var note: String?
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let sent = try SentPackage.read(package, madeFrom: from)
            let making = try SubmittedPackage.making(of: sent.seal, in: place.library, office)
            var random = SystemRandomNumberGenerator()
            let id = RecordID(fresh: .submission, using: &random)
            let record = plain(id, sent, making, office)
            // What was written on the command line goes into the record and not into the ledger, which nobody can change.
            try RecordEntry(office: office, library: place.library).save(record.node, reason: "submission")
            let library = try office.library(place.library, readOnly: true)
            guard let kept = try library.record(id) else { throw Refusal(.noInput, "noSubmission", ["id": id.text]) }
            try library.close()
            if json { return try JSONFace.print(SubmissionPlain(kept)) }
            Terminal(usesColour: false).line(
                office.messages.filled(
                    "submission.recorded",
                    [
                        "id": id.text, "number": sent.number, "recipient": sent.recipient ?? sent.channel,
                        "made": sent.made, "cases": String(making.cases.count),
                    ]))
        }
    }

    private func plain(
        _ id: RecordID, _ sent: SentPackage, _ making: SubmittedPackage, _ office: Office
    ) -> PlainRecord {
        var record = PlainRecord(.submission, id: id, language: office.messages.language.text)
        record.set("cases", list: making.cases.map(\.text))
        record.set("report", report ?? making.others.first?.text)
        record.set("channel", sent.channel)
        record.set("recipient", sent.recipient)
        record.set("edition", sent.edition)
        record.set("profile", sent.profile)
        record.set("number", sent.number)
        record.set("seal", sent.seal)
        record.set("fileSha256", sent.fileSha256)
        record.set("means", means)
        record.set("sentOn", on)
        record.set("sentBy", by ?? office.surroundings.actor)
        record.set("receipt", receipt)
        record.set("receiptOn", receiptOn)
        record.set("receiptExhibit", receiptExhibit)
        record.set("entry", String(making.entry))
        record.set("notes", note)
        return record
    }
}
