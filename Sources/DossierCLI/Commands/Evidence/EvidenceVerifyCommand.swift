import ArgumentParser
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct EvidenceVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every original again and prove it unchanged.",
        discussion: "Exit status 1 when a file is missing or says something else than when it was kept.")

    @Argument(help: "Ids of exhibits; none means all.")
    var exhibits: [String] = []
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    private struct Plain: Encodable {
        var id: String
        var verdict: String
        var found: String?
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            var known: Set<String> = []
            var files: [(RecordID, Digests)] = []
            try library.forEachBatch(of: .exhibit) { records in
                for record in records where exhibits.isEmpty || exhibits.contains(record.id.text) {
                    known.insert(record.id.text)
                    guard let sha256 = record[ExhibitFields.sha256].value,
                        let sha512 = record[ExhibitFields.sha512].value
                    else { continue }
                    files.append((record.id, Digests(sha256: sha256, sha512: sha512)))
                }
            }
            if let unknown = Set(exhibits).subtracting(known).min() {
                throw Refusal(.noInput, "noRecord", ["id": unknown])
            }
            let store = ExhibitStore(libraryPath: library.path)
            let verdicts = zip(files.map(\.0), store.verify(files.map(\.1))).map { ($0, $1) }
            let faulty = verdicts.filter { $0.1 != .sound }
            let strangers = exhibits.isEmpty ? store.strangers(among: Set(files.map(\.1.sha256))) : []
            if json {
                try JSONFace.print(
                    verdicts.map { Plain(id: $0.text, verdict: $1.word, found: $1.found) }
                        + strangers.map { Plain(id: $0, verdict: "stranger", found: nil) })
            } else {
                show(faulty, strangers, count: verdicts.count, office)
            }
            if !faulty.isEmpty { throw ExitCode(Refusal.Status.wanting.rawValue) }
        }
    }

    private func show(
        _ faulty: [(RecordID, ExhibitStore.Verdict)], _ strangers: [String], count: Int, _ office: Office
    ) {
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        for (id, verdict) in faulty {
            terminal.line(
                office.messages.filled(
                    "evidence.verdicts.\(verdict.word)", ["id": id.text, "found": verdict.found ?? ""]))
        }
        for stranger in strangers { terminal.line(office.messages.filled("evidence.stranger", ["file": stranger])) }
        terminal.line(
            office.messages.filled(
                "evidence.verified", ["count": String(count), "sound": String(count - faulty.count)]))
    }
}

extension ExhibitStore.Verdict {
    /// The word for messages and JSON.
    fileprivate var word: String {
        switch self {
        case .sound: "sound"
        case .missing: "missing"
        case .changed: "changed"
        case .unreadable: "unreadable"
        }
    }

    fileprivate var found: String? {
        switch self {
        case .changed(let foundSha256): foundSha256
        case .unreadable(let fault): fault
        case .sound, .missing: nil
        }
    }
}
