import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims", abstract: "List the claims about a case with what each rests on, the unsupported first.")

    @Argument(help: "Ids of cases; none means all.")
    var cases: [String] = []
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let words = try office.evidenceWording(office.messages.language)
            let face = ClaimsFace(words: words, messages: office.messages)
            let reports = try await CaseWork(path: office.libraryPath(place.library), ids: cases).inParts { folders in
                folders.flatMap(face.reports)
            }.flatMap(\.self)
            if json { return try JSONFace.print(reports) }
            face.show(reports, Terminal(usesColour: office.surroundings.usesColour))
        }
    }
}
