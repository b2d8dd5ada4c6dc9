import ArgumentParser
import Crypto
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct RecommendationsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in recommendations, in place of what the same source told before.",
        discussion: """
            Takes the export of the Universal Human Rights Index (JSON of any size, XLSX, CSV) and OHCHR's matrix of \
            recommendations (.docx); what a file is, is told by its content. A file that is read again replaces what it \
            told before of each report of the Working Group, and what has changed is listed; earlier positions stay. All of \
            a file is taken in or nothing.
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["json", "xlsx", "csv", "docx"]))
    var file: String
    @Option(help: "Only of this State, by code or name; several times for several.")
    var state: [String] = []
    @Option(help: "For a matrix: the symbol of the report of the Working Group.")
    var symbol: String?
    @Option(help: "For a matrix: the cycle.")
    var cycle: Int?
    @Option(help: "For a matrix: the session.")
    var session: Int?
    @Option(help: "The language of the texts.")
    var textLang = "en"
    @Flag(help: "The file is a selection: take nothing out that it does not tell.")
    var partial = false
    @Flag(help: "Report what would happen; change nothing.")
    var dryRun = false
    @Flag(help: "Report as JSON.")
    var json = false
    @Option(help: "Why: noted in the ledger.")
    var reason = "recommendations"
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let states = try office.states()
            let names = state.flatMap { states.names(of: $0) }
            guard let language = LanguageTag(textLang) else {
                throw Refusal(.usage, "badLanguage", ["value": textLang, "known": "en, fr, es, …"])
            }
            let context = symbol.flatMap { symbol in
                state.first.map { first in
                    RecommendationReader.MatrixContext(
                        symbol: symbol,
                        stateUnderReview: StateCode(first).map { states.name(of: $0, in: .english) } ?? first,
                        cycle: cycle, session: session)
                }
            }
            let reader = RecommendationReader(
                states: names.isEmpty ? nil : names, matrix: context, language: language,
                readOn: office.surroundings.today)
            let library = try office.library(place.library)
            defer { try? library.close() }
            let (reading, report) = try run(reader, library, names, office)
            try show(reading, report, office)
        }
    }

    private func run(
        _ reader: RecommendationReader, _ library: Library, _ names: [String], _ office: Office
    ) throws -> (RecommendationReader.Reading, Library.RecommendationReport) {
        let source: Recommendation.Source = file.lowercased().hasSuffix(".docx") ? .matrix : .uhri
        var reading: RecommendationReader.Reading?
        let report = try library.replaceRecommendations(
            from: source, ofStates: names.isEmpty ? nil : Set(names), isPartial: partial, isTrial: dryRun,
            fingerprint: { Self.hash(of: file) }, change: office.surroundings.change(reason)
        ) { take in
            let read = try reader.read(file, take: take)
            // What a file is, is told by its content; its name only says which rows it replaces.
            guard read.source == source else { throw Refusal(.badInput, "recommendations.wrongName", ["path": file]) }
            reading = read
        }
        guard let reading else { throw Refusal(.badInput, "recommendations.unknownForm", ["path": file]) }
        return (reading, report)
    }

    private static func hash(of path: String) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else { return "" }
        defer { try? file.close() }
        var hasher = SHA256()
        while let block = try? file.read(upToCount: 1 << 20), !block.isEmpty { hasher.update(data: block) }
        return hasher.finalize().map { String(format: "%02x", $0) }.joined()
    }

    // MARK: Telling

    private struct Plain: Encodable {
        var seen: Int
        var taken: Int
        var passedOver: Int
        var added: [String]
        var changed: [Changed]
        var unchanged: Int
        var gone: [String]
        var findings: [String]

        struct Changed: Encodable {
            var key: String
            var what: [String]
        }
    }

    private func show(
        _ reading: RecommendationReader.Reading, _ report: Library.RecommendationReport, _ office: Office
    ) throws {
        let words = office.messages
        let findings = reading.findings.map { finding in
            words.filled(
                "recommendationFindings.\(finding.rule.rawValue)",
                ["place": "\(finding.place)", "value": VisibleText.of(finding.value)])
        }
        if json {
            return try JSONFace.print(
                Plain(
                    seen: reading.seen, taken: reading.taken, passedOver: reading.foreign + reading.other,
                    added: report.added.map(\.description),
                    changed: report.changed.map { .init(key: $0.key.description, what: $0.what.map(\.rawValue)) },
                    unchanged: report.unchanged, gone: report.gone.map(\.description), findings: findings))
        }
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        for finding in findings.prefix(20) { terminal.line("  \(finding)") }
        let left = findings.count + reading.omitted - 20
        if left > 0 { terminal.line("  \(words.filled("upr.more", ["count": "\(left)"]))") }
        // A first import adds everything: only what differs from before is told one by one.
        let lines =
            report.changed.map { changed in
                words.filled(
                    "upr.changedOne",
                    [
                        "key": changed.key.description,
                        "what": changed.what.map { words["upr.change.\($0.rawValue)"] }.joined(separator: ", "),
                    ])
            } + report.gone.map { words.filled("upr.goneOne", ["key": $0.description]) }
        for line in lines.prefix(50) { terminal.line("  \(line)") }
        if lines.count > 50 { terminal.line("  \(words.filled("upr.more", ["count": "\(lines.count - 50)"]))") }
        terminal.line(
            words.filled(
                dryRun ? "upr.trial" : "upr.imported",
                [
                    "file": file, "seen": "\(reading.seen)", "added": "\(report.added.count)",
                    "changed": "\(report.changed.count)", "unchanged": "\(report.unchanged)",
                    "gone": "\(report.gone.count)",
                ]))
        if reading.foreign + reading.other > 0 {
            terminal.line(
                words.filled("upr.passedOver", ["other": "\(reading.other)", "foreign": "\(reading.foreign)"]))
        }
    }
}
