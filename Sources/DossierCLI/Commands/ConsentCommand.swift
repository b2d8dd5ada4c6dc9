import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierProfiles

struct ConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "Record, list and withdraw what people allow.",
        subcommands: [Add.self, List.self, Withdraw.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Record a consent.")

        @Option(help: "The person whose data it opens.")
        var about: String
        @Option(help: "The person who consents.")
        var by: String
        @Option(help: "submit, name-to-government, share, publish or republish; may be given again.")
        var purpose: [String]
        @Option(help: "A channel such as wgeid, a partner's code, public, or any; may be given again.")
        var recipient: [String]
        @Option(help: "The day on which it was given, as EDTF.")
        var givenOn: String
        @Option(help: "written, audio, video or oral-with-witness.")
        var recorded: String
        @Option(help: "full, initials or withheld.")
        var nameForm: String?
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                var random = SystemRandomNumberGenerator()
                let id = RecordID(fresh: .consent, using: &random)
                // Through the same reader as a case file, so that the same rules hold.
                var pairs = [("record", "consent"), ("id", id.text), ("about", about), ("by", by)]
                    .map { PlainNode.Pair($0.0, PlainNode(.scalar($0.1))) }
                pairs.append(.init("purposes", PlainNode(.list(purpose.map { PlainNode(.scalar($0)) }))))
                pairs.append(.init("recipients", PlainNode(.list(recipient.map { PlainNode(.scalar($0)) }))))
                pairs.append(.init("givenOn", PlainNode(.scalar(givenOn))))
                pairs.append(.init("recorded", PlainNode(.scalar(recorded))))
                if let nameForm { pairs.append(.init("nameForm", PlainNode(.scalar(nameForm)))) }
                try ConsentCommand.save(PlainNode(.map(pairs)), reason: "consent", place, office)
                Terminal(usesColour: false).line(office.messages.filled("consent.added", ["id": id.text]))
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a consent was withdrawn; from that day nothing leaves under it.")

        @Argument(help: "The id of the consent.")
        var id: String
        @Option(help: "The day of the withdrawal, as EDTF (else today).")
        var on: String?
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                guard let id = RecordID(id), let record = try library.record(id), record.kind == .consent else {
                    throw Refusal(.noInput, "noRecord", ["id": id])
                }
                try library.close()
                var pairs = RecordPrinter.plain(record).pairs ?? []
                pairs.removeAll { $0.key == "withdrawnOn" }
                let day = on ?? office.surroundings.today.description
                pairs.append(.init("withdrawnOn", PlainNode(.scalar(day))))
                try ConsentCommand.save(
                    PlainNode(.map(pairs)), origin: record.origin, reason: "withdrawal", place, office)
                Terminal(usesColour: false).line(
                    office.messages.filled("consent.withdrawn", ["id": id.text, "day": day]))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the consents.")

        @Option(help: "Only those about this person.")
        var about: String?
        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var id: String
            var about: String
            var by: String
            var purposes: [String]
            var recipients: [String]
            var given: String
            var stands: Bool
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let today = office.surroundings.today
                let consents = try library.ids(of: .consent).compactMap { try library.record($0) }
                let rows = consents.map { consent in
                    Plain(
                        id: consent.id.text, about: consent[ConsentFields.about].value?.text ?? "—",
                        by: consent[ConsentFields.by].value?.text ?? "—",
                        purposes: consent[ConsentFields.purposes].value ?? [],
                        recipients: consent[ConsentFields.recipients].value ?? [],
                        given: consent[ConsentFields.givenOn].value?.date.edtf ?? "—",
                        stands: consent.consentStands(on: today))
                }.filter { about == nil || $0.about == about }
                if json { return try JSONFace.print(rows) }
                Terminal(usesColour: false).table(
                    rows.map { row in
                        [
                            row.id, office.messages[row.stands ? "consent.stands" : "consent.ended"], row.given,
                            row.about, row.purposes.joined(separator: ","), row.recipients.joined(separator: ","),
                        ]
                    })
            }
        }
    }

    private static func save(
        _ node: PlainNode, origin: Record.Origin? = nil, reason: String, _ place: LibraryOptions, _ office: Office
    ) throws {
        var reader = RecordReader(file: "", inspectText: TextInspection.rule)
        var record = reader.record(from: node)
        record?.origin = origin
        let library = try office.library(place.library)
        let records = [record].compactMap(\.self)
        let findings =
            reader.findings
            + (try ReferenceCheck.findings(in: records) { try library.standing(of: $0)?.kind })
        guard findings.isEmpty else {
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            FindingsFace(messages: office.messages, terminal: terminal).show(findings)
            throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
        }
        _ = try library.save(records, change: office.surroundings.change(reason))
        try library.close()
    }
}
