import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct SubmissionShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show all that is on record of a submission.")

    @Argument(help: "The id of the submission.")
    var id: String
    @Flag(help: "Show as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let record = try office.library(place.library, readOnly: true).submission(id)
            if json { return try JSONFace.print(SubmissionPlain(record)) }
            let words = try FieldWords(office)
            let rows = FieldCatalogue.fields(of: .submission).compactMap { field -> [String]? in
                let lines = words.lines(record.entries[field.name], field, language: record.language)
                return lines.isEmpty ? nil : [words.label(field), lines.joined(separator: " ")]
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            terminal.line(terminal.styled("\(record.id)  \(words.label(record.kind))", .bold))
            terminal.table(rows)
        }
    }
}
