import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct EvidenceAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep files as exhibits: hashed first, then kept read-only and never changed.",
        discussion: """
            Each file is read once, its SHA-256 and SHA-512 are taken, and an unchanged copy is kept in the library under \
            the SHA-256. What the file says of itself (camera, author, place) goes into the record for staff and into no \
            copy that leaves. A file whose record came in with a case file is joined to that record. With --object and no \
            file, a thing that is kept elsewhere is recorded, such as an identity card that the family holds.
            """)

    @Argument(help: "The files, or folders of them.", completion: .file())
    var files: [String] = []
    @Flag(help: "Record an object without a file.")
    var object = false
    @Option(help: "A case that it is about; may be given again.")
    var `case`: [String] = []
    @Option(help: "The person who gave it.")
    var from: String?
    @Option(help: "A person whom it shows or names; may be given again. Stays in the house.")
    var person: [String] = []
    @Option(help: "public, partner, body or house, where the whole exhibit is more confidential than its fields.")
    var confidentiality: String?
    @Option(help: "What it is, in words.")
    var title: String?
    @Option(help: "letter, photograph, list, audio, video, object …; see “dossier fields exhibit.material”.")
    var material: String?
    @Option(help: "Where it comes from.")
    var origin: String?
    @Option(help: "How it was obtained; stays in the house.")
    var obtained: String?
    @Option(help: "The day on which it was obtained, as EDTF.")
    var obtainedOn: String?
    @Option(help: "The date of the material itself, as EDTF.")
    var date: String?
    @Option(name: .customLong("content-language"), help: "A language in it, such as ko; may be given again.")
    var written: [String] = []
    @Option(help: "How many pages.")
    var pages: Int?
    @Option(help: "Where an object is kept; stays in the house.")
    var keptAt: String?
    @Flag(name: .customLong("public"), help: "Anybody can read it already: no consent of a giver is needed.")
    var isPublic = false
    @Option(help: "The language of the texts given here.")
    var language = "ko"
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if files.isEmpty != object {
            throw ValidationError("Give files, or --object and no file.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = office.libraryPath(place.library)
            // Before anything is copied: a library that is not there keeps nothing.
            let reading = try Library.open(at: path, readOnly: true)
            var random = SystemRandomNumberGenerator()
            if object {
                try reading.close()
                let id = RecordID(fresh: .exhibit, using: &random)
                var record = described(PlainRecord(.exhibit, id: id, language: language))
                record.set("form", "object")
                record.append(to: "custody", [custody("received", office)])
                try RecordEntry(office: office, library: place.library).save(record.node, reason: "evidence")
                return Terminal(usesColour: false).line(office.messages.filled("evidence.added", ["id": id.text]))
            }
            var intake = ExhibitIntake(
                known: try ExhibitIntake.known(in: reading), store: ExhibitStore(libraryPath: path))
            try reading.close()
            let all = files.flatMap(ExhibitIntake.files)
            var refusals = 0
            var worst: Refusal.Status?
            // Some at a time: a folder of scans must not have to fit into memory as records.
            for start in stride(from: 0, to: all.count, by: Self.batch) {
                let part = Array(all[start..<min(start + Self.batch, all.count)])
                let outcome = try intake.take(
                    part, entry: custody("stored", office), fresh: { RecordID(fresh: $0, using: &random) }
                ) {
                    described(PlainRecord(.exhibit, id: $0, language: language))
                }
                if !outcome.records.isEmpty {
                    try RecordEntry(office: office, library: place.library).save(outcome.records, reason: "evidence")
                }
                let lines = outcome.lines.map { office.messages.filled($0.key, $0.arguments) }
                Terminal(usesColour: false).line(lines.joined(separator: "\n"))
                refusals += outcome.refusals
                worst = worst ?? outcome.refused
            }
            if let worst { throw Refusal(worst, "evidenceRefused", ["count": String(refusals)]) }
        }
    }

    private static let batch = 2_000

    private func custody(_ action: String, _ office: Office) -> [(String, String)] {
        [("at", office.surroundings.moment), ("actor", office.surroundings.actor), ("action", action)]
    }

    private func described(_ record: PlainRecord) -> PlainRecord {
        var record = record
        record.set("title", title)
        record.set("material", material)
        record.set("date", date)
        record.set("origin", origin)
        record.set("obtained", obtained)
        record.set("obtainedFrom", from)
        record.set("obtainedOn", obtainedOn)
        record.set("isPublic", isPublic ? "yes" : nil)
        record.set("keptAt", keptAt)
        record.set("languages", list: written)
        record.set("pages", pages.map(String.init))
        record.set("cases", list: `case`)
        record.set("persons", list: person)
        record.set("confidentiality", confidentiality)
        return record
    }
}
