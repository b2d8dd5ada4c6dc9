import ArgumentParser
import DossierDisclosure
import DossierLibrary
import DossierModel
import DossierOffice

/// What every command asks that writes documents.
struct DocumentOptions: ParsableArguments {
    @Option(help: "The language of the documents, such as en or ko.")
    var lang = "en"
    @Option(help: "full, partner or public.")
    var edition = "full"
    @Option(help: "For a partner edition: the partner's code in the consents.")
    var partner: String?
    @Option(help: "xml, html, docx, pdf, json; several with commas.")
    var format = "xml,html"
    @Option(help: "The day of the document, YYYY-MM-DD (else today).")
    var on: String?
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"

    func day(_ office: Office) throws -> Day { try CheckCommand.day(on, office) }

    /// Who will read the edition that was asked for.
    func audience(_ channel: String) throws -> Audience {
        switch edition {
        case "full": return .body(channel)
        case "public": return .everyone
        case "partner":
            guard let partner else { throw Refusal(.usage, "noPartner") }
            return .partner(partner)
        default:
            throw Refusal(
                .usage, "badChoice", ["option": "--edition", "value": edition, "known": "full, partner, public"])
        }
    }

    func files(_ office: Office) throws -> DocumentFiles {
        try DocumentFiles(formats: try DocumentFiles.Format.list(format), folder: output, office: office)
    }

    /// Notes in the ledger what was made.
    func note(_ made: [Rendering.Made], channel: String, path: String, _ office: Office) throws {
        guard !made.isEmpty else { return }
        let library = try Library.open(at: path)
        let change = office.surroundings.change("\(channel) \(edition) \(lang)")
        try library.noteDisclosures(made.map { ($0.id, $0.fingerprint) }, change: change)
        try library.close()
    }
}
