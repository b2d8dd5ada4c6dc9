import ArgumentParser
import DossierDisclosure
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Write the documents of cases, and say what was withheld from them.",
        discussion: """
            A case that falls short is written all the same, as a draft with its gaps marked. What the people concerned \
            have not agreed to is left out, and listed here. Every rendering is noted in the ledger.
            """)

    @Argument(help: "Ids of cases; none means all.")
    var cases: [String] = []
    @Option(name: .customLong("for"), help: "The channel.")
    var channel = "wgeid"
    @OptionGroup var document: DocumentOptions
    @Flag(help: "Report as JSON.")
    var json = false
    @Flag(help: "Only count.")
    var summary = false
    @OptionGroup var place: LibraryOptions

    func run() async throws {
        try await Office.run { office in
            let profile = try office.profile(channel)
            let rendering = try Rendering(
                channel: channel, language: try profile.language(document.lang), day: try document.day(office),
                audience: try document.audience(channel), files: try document.files(office), office: office)
            try FileWriting.makeFolder(document.output)
            let path = office.libraryPath(place.library)
            let reading = try Library.open(at: path, readOnly: true)
            let numbers = try reading.documentNumbers(channel: channel)
            try reading.close()
            // Counting needs no lists: memory then stays the same for any number of cases.
            let keepsLists = !summary
            let made = try await CaseWork(path: path, ids: cases).inParts { folders in
                try folders.map { folder in
                    let made = try rendering.make(folder, numbers: numbers)
                    return keepsLists ? made : made.withoutLists
                }
            }.flatMap(\.self)
            try document.note(made, channel: channel, path: path, office)
            try RenderingFace(messages: office.messages, isSummary: summary, isJSON: json).show(made)
        }
    }
}
