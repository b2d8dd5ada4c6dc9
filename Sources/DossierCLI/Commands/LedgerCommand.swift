import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Prove that nothing in the library was rewritten.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recompute every hash of the ledger and of every revision.",
            discussion: """
                Note the head that is printed somewhere else. Given back with --head, it proves that everything before \
                it still stands as it stood then.
                """)

        @Option(help: "A head noted earlier, NUMBER:HASH.")
        var head: String?
        @Flag(help: "Report as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var entries: Int
            var revisions: Int
            var head: String
            var breaks: [Break]

            struct Break: Encodable {
                var entry: Int
                var kind: String
                var subject: String
            }
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let verdict = try library.verifyLedger(against: head)
                if json {
                    try JSONFace.print(
                        Plain(
                            entries: verdict.entries, revisions: verdict.revisions, head: verdict.head,
                            breaks: verdict.breaks.map {
                                .init(entry: $0.entry, kind: $0.kind.rawValue, subject: $0.subject)
                            }))
                } else {
                    show(verdict, office)
                }
                if !verdict.breaks.isEmpty { throw ExitCode(Refusal.Status.wanting.rawValue) }
            }
        }

        private func show(_ verdict: Library.LedgerVerdict, _ office: Office) {
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            for item in verdict.breaks {
                let text = office.messages.filled(
                    "ledger.\(item.kind.rawValue)", ["entry": String(item.entry), "subject": item.subject])
                terminal.line(terminal.styled(text, .red))
            }
            terminal.line(
                office.messages.filled(
                    verdict.breaks.isEmpty ? "ledger.sound" : "ledger.broken",
                    [
                        "entries": String(verdict.entries), "revisions": String(verdict.revisions),
                        "head": verdict.head, "count": String(verdict.breaks.count),
                    ]))
        }
    }
}
