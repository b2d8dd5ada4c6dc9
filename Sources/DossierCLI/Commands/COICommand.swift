import ArgumentParser
import DossierDisclosure
import DossierDocuments
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
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
        @OptionGroup var document: DocumentOptions
        @Flag(help: "Report as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions

        func run() async throws {
            try await Office.run { office in
                let path = office.libraryPath(place.library)
                let reading = try Library.open(at: path, readOnly: true)
                let numbers = try reading.documentNumbers(channel: "coi")
                try reading.close()
                let evidence = try EvidenceFiles(
                    language: try language(try office.findings()), day: try document.day(office),
                    audience: try document.audience("coi"), files: try document.files(office), office: office)
                try FileWriting.makeFolder(document.output)
                let results = try await CaseWork(path: path, ids: cases).inParts { folders in
                    try folders.map { ($0.caseRecord.id, try evidence.make($0, numbers: numbers)) }
                }.flatMap(\.self)
                let made = results.compactMap(\.1)
                try document.note(made, channel: "coi", path: path, office)
                try RenderingFace(messages: office.messages, isSummary: false, isJSON: json).show(made)
                let closed = results.filter { $0.1 == nil }.map(\.0.text)
                if !cases.isEmpty, !closed.isEmpty {
                    throw Refusal(.refused, "noConsent", ["ids": closed.joined(separator: ", ")])
                }
            }
        }

        private func language(_ catalogue: FindingCatalogue) throws -> LanguageTag {
            let known = catalogue.languages + catalogue.workingLanguages
            guard let tag = LanguageTag(document.lang), known.contains(tag) else {
                throw Refusal(
                    .usage, "badLanguage", ["value": document.lang, "known": known.map(\.text).joined(separator: ", ")])
            }
            return tag
        }
    }
}
