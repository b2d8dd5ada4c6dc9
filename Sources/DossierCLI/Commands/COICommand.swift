import ArgumentParser
import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierModel
import DossierProfiles

struct COICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coi", abstract: "Evidence by the findings of the Commission of Inquiry on the DPRK.",
        subcommands: [Findings.self, COIMatrixCommand.self, Render.self], defaultSubcommand: Findings.self)

    struct Findings: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the findings to which claims can be linked, with symbol and paragraph.")

        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var id: String
            var group: String
            var label: String
            var cites: [Cite]

            struct Cite: Encodable {
                var symbol: String
                var paragraph: String?
                var trust: String
            }
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let catalogue = try office.findings()
                let words = try office.evidenceWording(office.messages.language)
                if json {
                    return try JSONFace.print(
                        catalogue.findings.map { finding in
                            Plain(
                                id: finding.id, group: finding.group, label: words["findings.\(finding.id).label"],
                                cites: finding.citations.map {
                                    .init(symbol: $0.symbol, paragraph: $0.paragraph, trust: $0.trust.rawValue)
                                })
                        })
                }
                let terminal = Terminal(usesColour: office.surroundings.usesColour)
                for group in catalogue.groups {
                    terminal.line(terminal.styled("# \(words["groups.\(group)"])", .bold))
                    for finding in catalogue.findings where finding.group == group {
                        let cites = finding.citations.map { "\($0.text) (\($0.trust.rawValue))" }
                        terminal.line(
                            "\(terminal.styled(finding.id, .bold)) — \(words["findings.\(finding.id).label"])")
                        terminal.line("  \(words["findings.\(finding.id).note"])")
                        terminal.line(terminal.styled("  \(cites.joined(separator: "; "))", .dim))
                    }
                    terminal.line()
                }
            }
        }
    }

    struct Render: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the evidence files of cases.",
            discussion: """
                One file a case: what is claimed under each finding, on which basis, how strongly it may be put, and where \
                the gaps are. Sources bear codes unless a consent names them. A case about which no consent for “coi” \
                stands is not written, and the exit status is 77.
                """)

        @Argument(help: "Ids of cases; none means all.")
        var cases: [String] = []
        @Option(help: "The language of the documents: en or ko.")
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
        @OptionGroup var place: LibraryOptions

        func run() async throws {
            try await Office.run { office in
                let path = office.libraryPath(place.library)
                let reading = try Library.open(at: path, readOnly: true)
                let numbers = try reading.documentNumbers(channel: "coi")
                try reading.close()
                let files = try DocumentFiles(
                    formats: try DocumentFiles.Format.list(format), folder: output, office: office)
                let evidence = try EvidenceFiles(
                    language: try language(try office.findings()), day: try CheckCommand.day(on, office),
                    audience: try Audience(edition: edition, channel: "coi", partner: partner), files: files,
                    office: office)
                try FileWriting.makeFolder(output)
                let results = try await CaseWork(path: path, ids: cases).inParts { folders in
                    try folders.map { ($0.caseRecord.id, try evidence.make($0, numbers: numbers)) }
                }.flatMap(\.self)
                let made = results.compactMap(\.1)
                try note(made, path: path, office)
                try RenderingFace(messages: office.messages, isSummary: false, isJSON: json).show(made)
                let closed = results.filter { $0.1 == nil }.map(\.0.text)
                if !cases.isEmpty, !closed.isEmpty {
                    throw Refusal(.refused, "noConsent", ["ids": closed.joined(separator: ", ")])
                }
            }
        }

        private func language(_ catalogue: FindingCatalogue) throws -> LanguageTag {
            let known = catalogue.languages + catalogue.workingLanguages
            guard let tag = LanguageTag(lang), known.contains(tag) else {
                throw Refusal(
                    .usage, "badLanguage", ["value": lang, "known": known.map(\.text).joined(separator: ", ")])
            }
            return tag
        }

        private func note(_ made: [Rendering.Made], path: String, _ office: Office) throws {
            guard !made.isEmpty else { return }
            let library = try Library.open(at: path)
            let change = office.surroundings.change("coi \(edition) \(lang)")
            try library.noteDisclosures(made.map { ($0.id, $0.fingerprint) }, change: change)
            try library.close()
        }
    }
}
