import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write cases for other programs: tables, JSON, XML, FollowTheMoney, PFIF.",
        discussion: """
            Each case leaves in the edition for its reader: --edition full --for a body, --edition partner --for a partner's code, \
            or --edition public. What an edition withholds is in no file, and a case of which nothing may be told is left out and listed. \
            Records bear numbers that are made for this reader and stay the same from one export to the next. Every export is noted \
            in the ledger.

            csv: tables in UTF-8, one row a case, and a table for each list. xlsx: the same as a workbook, with headings in the language of messages. json, xml: every field with \
            all its accounts. ftm: persons, events and families for programs that read FollowTheMoney. pfif: a public feed of the \
            disappeared themselves, of those for whom a consent to publish names “pfif” and allows the full name; it has to be asked for.

            Without ids all cases are taken. --search takes those that a search finds in what the edition tells.
            """)

    @Argument(help: "Ids of cases; none means all.")
    var cases: [String] = []
    @Option(help: "full, partner or public.")
    var edition: String
    @Option(name: .customLong("for"), help: "The body of the full edition, or the code of the partner.")
    var recipient: String?
    @Option(help: "csv, xlsx, json, xml, ftm, pfif; several with commas.")
    var format = "csv,xlsx,json,xml,ftm"
    @Option(help: "Only cases that this search finds, in what the edition tells.")
    var search: String?
    @Option(help: "Ids of cases from a file, one a line (“-”: standard input).", completion: .file())
    var from: String?
    @Option(help: "The moment that the export bears, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ (else now).")
    var at: String?
    @Option(help: "For pfif: the organisation that answers for the records.")
    var organisation: String?
    @Option(help: "For pfif: the organisation’s domain, under which its records are known.")
    var domain: String?
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if [cases.isEmpty ? nil : "", search, from].compactMap(\.self).count > 1 {
            throw ValidationError("Give ids, --from or --search: one of them.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let order = try order(office)
            let library = try office.library(place.library, readOnly: true)
            defer { try? library.close() }
            let export = try CaseExport(order, library: library, office: office)
            let ids = try ExportSelection(cases: cases, search: search, from: from).ids(order, library, office)
            let bar = ProgressBar(office.messages["export.writing"])
            let made = try export.make(ids, of: library, into: output) {
                try note($0, order, office)
            } progress: {
                bar.update($0, of: $1)
            }
            bar.finish()
            try ExportFace(messages: office.messages, isJSON: json).show(made)
        }
    }

    private func order(_ office: Office) throws -> ExportOrder {
        let formats = try format.split(separator: ",").map { word in
            guard let format = ExportOrder.Format(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
                let known = ExportOrder.Format.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(.usage, "badChoice", ["option": "--format", "value": String(word), "known": known])
            }
            return format
        }
        guard !formats.isEmpty else {
            let known = ExportOrder.Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.usage, "badChoice", ["option": "--format", "value": format, "known": known])
        }
        let moment = try PackageMoment(at, now: office.surroundings.now)
        return try ExportOrder(
            edition: edition, recipient: recipient, formats: formats, moment: moment.text, day: moment.day,
            language: office.messages.language, organisation: organisation, domain: domain)
    }

    /// Whoever withdraws a consent is told of every export under it.
    private func note(_ made: CaseExport.Made, _ order: ExportOrder, _ office: Office) throws {
        let library = try office.library(place.library)
        let formats = order.formats.map(\.rawValue).sorted().joined(separator: ",")
        let change = office.surroundings.change(
            "\(order.channel) \(order.edition) export \(order.recipient) \(formats)")
        try library.noteDisclosures(made.cases.map { ($0, made.fingerprint) }, change: change)
        try library.close()
    }
}
