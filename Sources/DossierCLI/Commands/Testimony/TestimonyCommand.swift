import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct TestimonyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "testimony", abstract: "Record accounts, list them, and read them.",
        subcommands: [TestimonyAddCommand.self, List.self, Show.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var id: String
            var date: String
            var category: String
            var paragraphs: Int
            var cases: [String]
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let rows = try library.records(of: .testimony).map { account in
                    Plain(
                        id: account.id.text, date: account[TestimonyFields.date].value?.date.edtf ?? "—",
                        category: account[TestimonyFields.category].value ?? "—",
                        paragraphs: account[TestimonyFields.paragraphs].value?.count ?? 0,
                        cases: (account[TestimonyFields.cases].value ?? []).map(\.text))
                }
                if json { return try JSONFace.print(rows) }
                Terminal(usesColour: false).table(
                    rows.map { row in
                        [
                            row.id, row.date, row.category,
                            office.messages.filled("testimony.paragraphs", ["count": String(row.paragraphs)]),
                            row.cases.joined(separator: ","),
                        ]
                    })
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read an account: paragraphs in the original with their translations beside them.")

        @Argument(help: "The id of the account.")
        var id: String
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                guard let id = RecordID(id), let account = try library.record(id), account.kind == .testimony else {
                    throw Refusal(.noInput, "noRecord", ["id": id])
                }
                let words = try office.evidenceWording(office.messages.language)
                let terminal = Terminal(usesColour: office.surroundings.usesColour)
                for item in account[TestimonyFields.paragraphs].value ?? [] {
                    let knowledge = item[ParagraphFields.knowledge].value.map {
                        words["choices.\(ParagraphFields.knowledge.definition.id).\($0)"]
                    }
                    let number = item[ParagraphFields.number].value.map(String.init) ?? "—"
                    terminal.line(terminal.styled("¶ \(number)  \(knowledge ?? "")", .bold))
                    for wording in item[ParagraphFields.text].value?.wordings ?? [] {
                        terminal.line("  [\(wording.language)] \(wording.text)")
                    }
                }
            }
        }
    }
}
