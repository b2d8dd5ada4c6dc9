import ArgumentParser
import DossierDocuments
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct COIMatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Show finding by case by evidence, with grades and footing.",
        discussion: """
            For staff: nothing is withheld, and sources appear by the ids of their records. The grades stand as they were \
            given, source then information; they are never added up.
            """)

    @Argument(help: "Ids of cases; none means all.")
    var cases: [String] = []
    @Flag(help: "Print as JSON.")
    var json = false
    @Flag(help: "Only count claims by finding and footing.")
    var summary = false
    @Option(help: "Write an HTML page to this file.", completion: .file(extensions: ["html"]))
    var html: String?
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let catalogue = try office.findings()
            let words = try office.evidenceWording(office.messages.language)
            let parts = try await CaseWork(path: office.libraryPath(place.library), ids: cases).inParts { folders in
                var matrix = FindingMatrix(catalogue: catalogue)
                for folder in folders { matrix.add(folder) }
                return matrix
            }
            let matrix = parts.reduce(into: FindingMatrix(catalogue: catalogue)) { $0.add($1) }
            if let html {
                let page = MatrixPage(
                    style: try office.templates.text("style.css"), wording: words, catalogue: catalogue)
                try FileWriting.write(page.bytes(matrix, on: office.surroundings.today), to: html)
            }
            let face = MatrixFace(words: words, messages: office.messages, catalogue: catalogue)
            if json { return try JSONFace.print(face.plain(matrix)) }
            face.show(matrix, Terminal(usesColour: office.surroundings.usesColour), isSummary: summary)
            if let html { Terminal(usesColour: false).line(html) }
        }
    }
}
