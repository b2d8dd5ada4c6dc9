import ArgumentParser
import DossierArchives
import DossierDisclosure
import DossierIntake
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierProfiles
import Foundation

struct UPRExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hand a manuscript to a partner, to be edited and merged again.",
        discussion: """
            Writes the texts and tables into one ZIP file, and keeps a copy under “exports” in the manuscript's folder, \
            against which “dossier upr merge” later compares. The cover's contacts stay here. Refused where the text \
            names somebody whose name this partner may not have.
            """)

    @Argument(help: "The manuscript: a folder, or its name under Cases/upr.")
    var manuscript: String
    @Option(help: "The partner's code, as consents write it.")
    var partner: String
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"
    @Option(help: "The day on which consents must stand, YYYY-MM-DD (else today).")
    var on: String?
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = try ManuscriptFolders.path(manuscript)
            guard RecordID(partner) != nil else { throw Refusal(.usage, "badPartner", ["value": partner]) }
            let read = try ManuscriptFolders.read(path, office, isJSON: false)
            try refuseNames(read, office)
            let bytes = try ManuscriptCopy.archive(of: path, report: read.report)
            try FileWriting.makeFolder(output)
            try FileWriting.makeFolder("\(path)/exports")
            let target = "\(output)/\(read.report.id)-\(partner).zip"
            for copy in [target, ManuscriptCopy.kept(of: path, for: partner)] { try FileWriting.write(bytes, to: copy) }
            Terminal(usesColour: office.surroundings.usesColour).line(
                office.messages.filled("upr.exported", ["file": target, "name": manuscript, "partner": partner]))
        }
    }

    private func refuseNames(_ manuscript: Manuscript, _ office: Office) throws {
        let library: Library
        do {
            library = try office.library(place.library, readOnly: true)
        } catch let error as LibraryError where error.reason == .notALibrary {
            return
        }
        let names = NameCheck(
            persons: try library.records(of: .person), consents: try library.records(of: .consent), close: [],
            audience: .partner(partner), on: try CheckCommand.day(on, office))
        try library.close()
        let places = ManuscriptPassages(manuscript).all.filter { !names.hits(in: $0.text).isEmpty }
            .map { "\($0.file):\($0.line)" }
        guard places.isEmpty else {
            throw Refusal(.refused, "namesForPartner", ["partner": partner, "places": places.joined(separator: ", ")])
        }
    }
}
