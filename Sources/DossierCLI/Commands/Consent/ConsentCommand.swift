import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct ConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "Record, list and withdraw what people allow.",
        subcommands: [Add.self, List.self, ConsentWithdrawCommand.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Record a consent.")

        @Option(help: "The person whose data it opens.")
        var about: String?
        @Option(help: "An account that alone it opens; may be given again.")
        var testimony: [String] = []
        @Option(help: "An exhibit that alone it opens; may be given again.")
        var exhibit: [String] = []
        @Option(help: "The person who consents.")
        var by: String
        @Option(
            help:
                "submit, name-to-government, share, publish, republish, internal, investigate or contact-family; may be given again."
        )
        var purpose: [String]
        @Option(help: "A channel such as wgeid or coi, a partner's code, public, or any; may be given again.")
        var recipient: [String]
        @Option(help: "The day on which it was given, as EDTF.")
        var givenOn: String
        @Option(help: "written, audio, video or oral-with-witness.")
        var recorded: String
        @Option(help: "full, initials or withheld.")
        var nameForm: String?
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        func validate() throws {
            if about == nil, testimony.isEmpty, exhibit.isEmpty {
                throw ValidationError("Say what it opens: --about PERSON, --testimony ID or --exhibit ID.")
            }
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                var random = SystemRandomNumberGenerator()
                let id = RecordID(fresh: .consent, using: &random)
                var consent = PlainRecord(.consent, id: id)
                consent.set("about", about)
                consent.set("by", by)
                consent.set("purposes", list: purpose)
                consent.set("recipients", list: recipient)
                consent.set("testimonies", list: testimony)
                consent.set("exhibits", list: exhibit)
                consent.set("nameForm", nameForm)
                consent.set("givenOn", givenOn)
                consent.set("recorded", recorded)
                try RecordEntry(office: office, library: place.library).save(consent.node, reason: "consent")
                Terminal(usesColour: false).line(office.messages.filled("consent.added", ["id": id.text]))
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
                let consents = try library.records(of: .consent)
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
}
