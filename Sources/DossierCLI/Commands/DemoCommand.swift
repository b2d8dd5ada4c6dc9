import ArgumentParser
import DossierDisclosure
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a fresh library from the sample cases, check them, write their documents.",
        discussion: "All persons and events of the samples are invented. The clock is set to 24 November 2026.")

    @Option(help: "The folder of sample case files.", completion: .directory)
    var samples = "Cases/samples"
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports/demo"
    @Option(help: "So many invented persons besides, each with a case: to try a library of the size of the lists.")
    var people = 0
    @Option(help: "With --people: so many paragraphs in an account about each.")
    var paragraphs = 0
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        guard (0...2_000_000).contains(people), (0...1_000).contains(paragraphs) else {
            throw ValidationError("--people takes a number up to 2000000, --paragraphs one up to 1000.")
        }
    }

    /// One of the samples happened six weeks before this day, so that the urgent procedure is open to it.
    private static let day = "2026-11-24"

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let words = office.messages
            let path = "\(output)/library"
            let reading = CaseFileReader().read(paths: [samples])
            let findings = reading.findings + ReferenceCheck.findings(in: reading.records) { _ in nil }
            guard findings.isEmpty else {
                FindingsFace(messages: words, terminal: terminal).show(findings)
                throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
            }
            try emptyOutput()
            // The samples are public: their numbers need no secret, and two demos give the same bytes.
            let library = try Library.create(
                at: path, secret: Array(repeating: 0, count: 32), change: office.surroundings.change("demo"))
            let change = office.surroundings.change("demo")
            _ = try library.save(try ClaimPrints.filled(reading.records, from: library), change: change)
            try DemoEvidence(samples: samples, office: office).keepFiles(in: library)
            let made = try renderAll(library, path: path, office)
            let evidence = try DemoEvidence(samples: samples, office: office).render(
                library, day: Self.day, into: output)
            let reports = DemoReports(beside: samples, office: office)
            if reports.areThere { try reports.takeInRecommendations(library) }
            if people > 0 { try DemoPeople(office: office, count: people, paragraphs: paragraphs).fill(library) }
            try library.close()
            let told = reports.areThere ? try reports.render(library: path, into: output) : (count: 0, lines: [])
            try show(
                made, records: reading.records.count, files: evidence.count + told.count, terminal, office)
            for line in evidence.lines + told.lines { terminal.line(line) }
            if let day = Day(Self.day) {
                let packages = try DemoPackages(office: office, day: day, reports: reports).make(
                    library: path, into: "\(output)/packages")
                for package in packages.prefix(1) { terminal.line(words.filled("demo.package", ["path": package])) }
            }
            if people > 0 { terminal.line(words.filled("demo.filled", ["people": String(people), "library": path])) }
            terminal.line(words.filled("demo.next", ["library": path, "day": Self.day]))
            terminal.line(words.filled("demo.desk", ["library": path, "day": Self.day]))
        }
    }

    private func emptyOutput() throws {
        let manager = FileManager.default
        if let content = try? manager.contentsOfDirectory(atPath: output), !content.isEmpty {
            // Only what an earlier demo has made is taken away.
            guard content.contains("library") else {
                throw Refusal(.cannotCreate, "demoFolder", ["path": output])
            }
            try manager.removeItem(atPath: output)
        }
        try FileWriting.makeFolder(output)
    }

    private func renderAll(_ library: Library, path: String, _ office: Office) throws -> [Rendering.Made] {
        guard let day = Day(Self.day) else { return [] }
        let numbers = try library.documentNumbers(channel: "wgeid")
        let editions: [(Audience, LanguageTag)] = [
            (.body("wgeid"), .english), (.body("wgeid"), .korean), (.everyone, .english),
        ]
        return try editions.flatMap { audience, language in
            let rendering = try Rendering(
                channel: "wgeid", language: language, day: day, audience: audience,
                files: try DocumentFiles(
                    formats: language == .english && audience.edition == "full"
                        ? [.docx, .xml, .html] : [.xml, .html],
                    folder: output, office: office), office: office)
            var made: [Rendering.Made] = []
            try library.forEachBatch { folders in
                made += try folders.filter { audience.edition != "public" || hasPublicConsent($0, day) }.map {
                    try rendering.make($0, numbers: numbers)
                }
            }
            let change = office.surroundings.change("wgeid \(audience.edition) \(language)")
            try library.noteDisclosures(made.map { ($0.id, $0.fingerprint) }, change: change)
            return made
        }
    }

    private func hasPublicConsent(_ folder: CaseFolder, _ day: Day) -> Bool {
        folder.consents.contains {
            $0[ConsentFields.about].value == folder.person?.id && $0.consentStands(on: day)
                && $0.consentCovers(.publish, recipient: "public")
        }
    }

    private func show(_ made: [Rendering.Made], records: Int, files: Int, _ terminal: Terminal, _ office: Office) throws
    {
        let words = office.messages
        let english = made.filter { $0.files.contains { $0.contains("-full-en") } }
        let ready = english.filter { !$0.isDraft }
        let drafts = english.filter(\.isDraft)
        terminal.line(
            words.filled(
                "demo.made",
                [
                    "records": String(records), "cases": String(english.count), "ready": String(ready.count),
                    "drafts": String(drafts.count), "files": String(made.flatMap(\.files).count + files),
                    "folder": output,
                ]))
        if let first = ready.first?.files.last { terminal.line(words.filled("demo.open", ["file": first])) }
        if let draft = drafts.first?.files.last { terminal.line(words.filled("demo.draft", ["file": draft])) }
    }
}
