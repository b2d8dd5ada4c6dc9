import ArgumentParser
import DossierArchives
import DossierDisclosure
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct UPRExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hand a manuscript to a partner, to be edited and merged again.",
        discussion: """
            Writes the texts and tables into one ZIP file, and keeps a copy under “exports” in the manuscript's folder, \
            against which “dossier upr merge” later compares. The cover's contacts stay here. Refused where anything in \
            the files names somebody of the library whose name this partner may not have; without a library nobody \
            could tell, and nothing is exported.
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
            try refuseNames(read, at: path, office)
            let bytes = try ManuscriptCopy.archive(of: path, report: read.report)
            try FileWriting.makeFolder(output)
            try FileWriting.makeFolder("\(path)/exports")
            let target = "\(output)/\(read.report.id)-\(partner).zip"
            for copy in [target, ManuscriptCopy.kept(of: path, for: partner)] { try FileWriting.write(bytes, to: copy) }
            Terminal(usesColour: office.surroundings.usesColour).line(
                office.messages.filled("upr.exported", ["file": target, "name": manuscript, "partner": partner]))
        }
    }

    /// What is exported is the files as they were written, with comments and notes that no report prints: so these are
    /// looked through, and not only what the report would say.
    private func refuseNames(_ manuscript: Manuscript, at path: String, _ office: Office) throws {
        let library = try office.library(place.library, readOnly: true)
        let names = NameCheck(
            persons: try library.records(of: .person), consents: try library.records(of: .consent), close: [],
            audience: .partner(partner), on: try CheckCommand.day(on, office))
        try library.close()
        var places = ManuscriptPassages(manuscript).all.filter { !names.hits(in: $0.text).isEmpty }
            .map { "\($0.file):\($0.line)" }
        for name in ManuscriptCopy.names(in: path) {
            let file = "\(path)/\(name)"
            let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
            guard !names.hits(in: text).isEmpty else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            let hits = lines.filter { !names.hits(in: String($0.element)).isEmpty }.map { "\(file):\($0.offset + 1)" }
            // A name that is broken over two lines is in neither.
            places += hits.isEmpty ? [file] : hits
        }
        guard places.isEmpty else {
            let all = Set(places).sorted().joined(separator: ", ")
            throw Refusal(.refused, "namesForPartner", ["partner": partner, "places": all])
        }
    }
}
