import ArgumentParser
import DossierIntake
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct UPRCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a manuscript: length, window, names, citations, form.",
        discussion: """
            Lists every shortfall with file and line, its reason and its mend, and counts the words in two ways. Exit \
            status 1 when anything blocks, 65 when the text holds what cannot be taken over, such as raw HTML. With --watch the check is made again whenever a file is saved.
            """)

    @Argument(help: "The manuscript: a folder, or its name under Cases/upr.")
    var manuscript: String
    @OptionGroup var options: ReportOptions
    @Flag(help: "Check again after each change, until interrupted.")
    var watch = false
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = try ManuscriptFolders.path(manuscript)
            if watch { return try await keepWatching(path, office) }
            let judged = try self.judged(path, office)
            if let status = judged.status { throw ExitCode(status.rawValue) }
        }
    }

    @discardableResult
    private func judged(_ path: String, _ office: Office) throws -> ReportWork.Judged {
        let manuscript = try ManuscriptFolders.read(path, office, isJSON: json)
        let work = try options.work(office, for: manuscript)
        let judged = try work.judged(manuscript, others: ManuscriptFolders.beside(path))
        let face = ReportFace(
            work: work, messages: office.messages, wording: try office.reportWording(office.messages.language),
            states: try office.states(), terminal: Terminal(usesColour: office.surroundings.usesColour && !json))
        if json { try JSONFace.print(face.plain(judged)) } else { face.show(judged) }
        return judged
    }

    /// Looks once a second whether a file was saved. A manuscript that cannot be read for a moment is told and waited for.
    private func keepWatching(_ path: String, _ office: Office) async throws {
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        var last: [String: Date]?
        while !Task.isCancelled {
            let now = Self.saved(path)
            if now != last {
                last = now
                if office.surroundings.isTerminal { terminal.write("\u{1B}[2J\u{1B}[H") }
                do {
                    try judged(path, office)
                } catch let refusal as Refusal where refusal.status == .badInput {
                    terminal.line(office.messages.filled("refusals.\(refusal.key)", refusal.arguments))
                }
                terminal.line(terminal.styled(office.messages["upr.watching"], .dim))
            }
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    /// When each file of the manuscript was last changed.
    private static func saved(_ path: String) -> [String: Date] {
        var times: [String: Date] = [:]
        for folder in [path, "\(path)/annexes"] {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            where name.hasSuffix(".md") || name.hasSuffix(".yaml") {
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                times["\(folder)/\(name)"] = attributes?[.modificationDate] as? Date
            }
        }
        return times
    }
}
