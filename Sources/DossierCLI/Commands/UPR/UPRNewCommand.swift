import ArgumentParser
import DossierFiles
import DossierIntake
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct UPRNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a manuscript: a folder with a cover to fill in and the usual sections.")

    @Argument(help: "The name of the manuscript: a-z, 0-9 and “-”.")
    var name: String
    @Option(help: "The State under review, by its code.")
    var state: String
    @Option(help: "The session of the Working Group.")
    var session: Int
    @Flag(help: "Several organisations submit together.")
    var joint = false
    @Option(help: "The folder in which manuscripts are kept.", completion: .directory)
    var folder = ManuscriptFolders.home
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            guard let id = RecordID(name) else { throw Refusal(.usage, "badName", ["name": name]) }
            guard let code = StateCode(state) else { throw Refusal(.usage, "badState", ["value": state]) }
            let path = "\(folder)/\(id)"
            guard !FileManager.default.fileExists(atPath: path) else {
                throw Refusal(.cannotCreate, "exists", ["path": path])
            }
            let profile = try office.reportProfile()
            let cycle = profile.cycle(of: session)
            let last = profile.review(of: code, before: session)
            let arguments = [
                "id": id.text, "state": code.text, "session": "\(session)", "form": joint ? "joint" : "individual",
                "cycle": cycle.map { "cycle: \($0)" } ?? "# cycle: 4",
                "period": last.map { "period: \($0.day)/.." } ?? "# period: 2019-05-10/2024-04-08",
            ]
            try FileWriting.makeFolder("\(path)/annexes")
            for file in try office.templates.names(in: "upr/new") {
                var text = try office.templates.text("upr/new/\(file)")
                for (key, value) in arguments { text = text.replacing("{\(key)}", with: value) }
                try FileWriting.write(Array(text.utf8), to: "\(path)/\(file)")
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            terminal.line(office.messages.filled("upr.new", ["path": path, "name": id.text]))
        }
    }
}
