import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct SubmissionDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what has changed in the record since a submission's package was made.",
        discussion: """
            Compared are the submitted cases with all that they speak of and rest on, as they stood at the ledger's \
            entry of the package and as they stand now: records that have come or gone, and fields answered anew, \
            changed or taken away. What the recipient has is the edition that was made then; not all that has changed \
            was in it.
            """)

    @Argument(help: "The id of the submission.")
    var id: String
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            let submission = try library.submission(id)
            let changes = try SubmissionChanges(since: submission, in: library)
            try library.close()
            let face = DifferenceFace(words: try FieldWords(office), messages: office.messages)
            if json { return try JSONFace.print(face.plain(changes)) }
            face.show(changes, Terminal(usesColour: office.surroundings.usesColour))
        }
    }
}
