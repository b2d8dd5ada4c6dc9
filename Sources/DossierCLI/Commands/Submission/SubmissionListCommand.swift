import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct SubmissionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was sent, the last first.")

    @Argument(help: "Only those of these cases.")
    var cases: [String] = []
    @Flag(help: "List as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            for text in cases {
                guard let id = RecordID(text), try library.standing(of: id)?.kind == .case else {
                    throw Refusal(.noInput, "noCase", ["id": text])
                }
            }
            let rows = try library.records(of: .submission).map(SubmissionPlain.init)
                .filter { cases.isEmpty || !Set(cases).isDisjoint(with: $0.cases) }
                .sorted { ($1.sentOn ?? "", $0.id) < ($0.sentOn ?? "", $1.id) }
            if json { return try JSONFace.print(rows) }
            let terminal = Terminal(usesColour: false)
            terminal.table(
                rows.map { row in
                    [
                        row.id, row.sentOn ?? "—", row.means ?? "—", row.recipient ?? row.channel ?? "—",
                        row.edition ?? "—",
                        row.receiptOn
                            ?? office.messages[row.receipt == nil ? "submission.noReceipt" : "submission.received"],
                        row.cases.joined(separator: ","),
                    ]
                })
            terminal.line(office.messages.filled("submission.count", ["count": String(rows.count)]))
        }
    }
}
