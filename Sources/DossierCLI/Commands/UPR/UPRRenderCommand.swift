import ArgumentParser
import DossierDocuments
import DossierFiles
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct UPRRenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Write the report as Word, XML and HTML.",
        discussion: """
            OHCHR's system takes the Word file. A report that lacks something that blocks is written all the same, \
            stamped as a draft, with “draft” in its name. --format pdf makes a copy for reading, by LibreOffice.
            """)

    @Argument(help: "The manuscript: a folder, or its name under Cases/upr.")
    var manuscript: String
    @OptionGroup var options: ReportOptions
    @Option(help: "docx, xml, html, json, pdf; several with commas.")
    var format = "docx,xml,html"
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = try ManuscriptFolders.path(manuscript)
            let files = try DocumentFiles(
                formats: try DocumentFiles.Format.list(format), folder: output, office: office)
            let read = try ManuscriptFolders.read(path, office, isJSON: json)
            let work = try options.work(office, for: read)
            let judged = try work.judged(read, others: ManuscriptFolders.beside(path))
            try FileWriting.makeFolder(output)
            let written = try files.write(judged.document, stem: ReportFiles.stem(of: judged))
            try ReportFiles.note(judged, written.fingerprint, work, office)
            try show(judged, written.paths, office)
            // The draft is there, so that nothing is lost; a script that goes on must know all the same.
            if judged.holdsBadInput { throw Refusal(.badInput, "notTakenOver", ["name": manuscript]) }
        }
    }

    private struct Plain: Encodable {
        var id: String
        var draft: Bool
        var files: [String]
        var words: Int
        var shortfalls: Int
    }

    private func show(_ judged: ReportWork.Judged, _ paths: [String], _ office: Office) throws {
        let blocking = judged.shortfalls.count { $0.rule.severity == .blocks }
        if json {
            return try JSONFace.print(
                Plain(
                    id: judged.manuscript.report.id.text, draft: judged.document.draft != nil, files: paths,
                    words: judged.words.body, shortfalls: judged.shortfalls.count))
        }
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        let words = office.messages
        let state = judged.document.draft == nil ? "render.final" : "render.draft"
        terminal.line("\(judged.manuscript.report.id)  \(words[state])")
        for path in paths { terminal.line("  \(path)") }
        terminal.line(
            words.filled(
                "upr.rendered",
                [
                    "body": "\(judged.words.body)", "all": "\(judged.words.all)", "blocking": "\(blocking)",
                    "advice": "\(judged.shortfalls.count - blocking)", "name": manuscript,
                ]))
    }
}
