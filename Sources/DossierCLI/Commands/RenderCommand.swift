import ArgumentParser
import DossierDisclosure
import DossierIntake
import DossierLibrary
import DossierModel
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
    @Option(help: "The language of the documents.")
    var lang = "en"
    @Option(help: "full, partner or public.")
    var edition = "full"
    @Option(help: "For a partner edition: the partner's code in the consents.")
    var partner: String?
    @Option(help: "xml, html, json; several with commas.")
    var format = "xml,html"
    @Option(help: "The day of the document, YYYY-MM-DD (else today).")
    var on: String?
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"
    @Flag(help: "Report as JSON.")
    var json = false
    @Flag(help: "Only count.")
    var summary = false
    @OptionGroup var place: LibraryOptions

    func run() async throws {
        try await Office.run { office in
            let day = try CheckCommand.day(on, office)
            let profile = try office.profile(channel)
            let rendering = try Rendering(
                channel: channel, language: try profile.language(lang), day: day,
                audience: try Audience(edition: edition, channel: channel, partner: partner),
                files: try DocumentFiles(
                    formats: try DocumentFiles.Format.list(format), folder: output, office: office), office: office)
            try FileWriting.makeFolder(output)
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
            try note(made, path: path, office)
            try RenderingFace(messages: office.messages, isSummary: summary, isJSON: json).show(made)
        }
    }

    private func note(_ made: [Rendering.Made], path: String, _ office: Office) throws {
        let library = try Library.open(at: path)
        let change = office.surroundings.change("\(channel) \(edition) \(lang)")
        try library.noteDisclosures(made.map { ($0.id, $0.fingerprint) }, change: change)
        try library.close()
    }
}

extension Audience {
    /// The audience that an edition is for, as options name it.
    init(edition: String, channel: String, partner: String?) throws {
        switch edition {
        case "full": self = .body(channel)
        case "public": self = .everyone
        case "partner":
            guard let partner else { throw ValidationError("--edition partner needs --partner CODE.") }
            self = .partner(partner)
        default: throw ValidationError("--edition takes full, partner or public.")
        }
    }
}
