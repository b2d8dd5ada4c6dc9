import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

struct MatchFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "List pairs of records that may tell of one person, the likeliest first.",
        discussion: """
            Records are compared by name, birth, sex, parents, places, incident and numbers. Each reason says what it weighs, in bits: \
            how many doublings likelier it is among records of one person than among records of two. Nothing is merged: \
            “dossier match decide” remembers what a person decides, and pairs that were decided are not listed again.

            With --list a list is compared that is in no library yet, by its mapping.
            """)

    @Argument(help: "Only pairs with this person.")
    var person: String?
    @Option(help: "At most so many pairs.")
    var limit = 50
    @Option(help: "From which probability on (0 to 1; else from the one that the weights call possible).")
    var least: Double?
    @Option(help: "A list in place of the library.", completion: .file(extensions: ["csv", "tsv", "xlsx"]))
    var list: String?
    @Option(
        help:
            "A second list of the same mapping: pairs between the two alone, for lists that have no doubles of their own.",
        completion: .file(extensions: ["csv", "tsv", "xlsx"]))
    var against: String?
    @Option(help: "The mapping by which the list is read.", completion: .file(extensions: ["yaml", "yml"]))
    var mapping: String?
    @Flag(help: "Also persons about whom there is no case: relatives, witnesses, authors.")
    var everybody = false
    @Flag(help: "Also pairs that were decided.")
    var decided = false
    @Flag(help: "Print as JSON.")
    var json = false
    @Option(
        help: "Write all pairs into this new file of comma-separated values: left, right, probability.",
        completion: .file())
    var output: String?
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if (list == nil) != (mapping == nil) { throw ValidationError("--list and --mapping go together.") }
        if against != nil, list == nil { throw ValidationError("--against goes with --list.") }
        if let least, !(0...1).contains(least) { throw ValidationError("--least takes a probability from 0 to 1.") }
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let output = try output.map { try NewFile($0) }
            let bar = ProgressBar(office.messages["match.comparing"])
            let (matching, known, left) = try persons(office)
            let one = try person.map { text in
                guard let id = RecordID(text), matching.place(of: id) != nil else {
                    throw Refusal(.noInput, "noPerson", ["id": VisibleText.of(text)])
                }
                return id
            }
            let found = matching.matcher.pairs(
                from: least ?? matching.weights.possible,
                isWanted: { first, second in
                    (one == nil || first.id == one || second.id == one) && !known.isDecided(first.id, second.id)
                        && (against == nil || left.contains(first.id) != left.contains(second.id))
                }, progress: { bar.update($0, of: $1) })
            bar.finish()
            let face = MatchFace(
                office: office, terminal: Terminal(usesColour: office.surroundings.usesColour), matching: matching)
            if let output { try face.write(found, into: output) }
            try face.show(found, limit: limit, json: json)
        }
    }

    /// The persons, what is decided about them, and those of the first list.
    private func persons(_ office: Office) throws -> (PersonMatching, Judgements, Set<RecordID>) {
        if let list, let mapping {
            let lists = try ([list] + (against.map { [$0] } ?? [])).map { path in
                let read = try ListImport(
                    path, try ListImport.mapping(at: mapping), mappingPath: mapping, office: office)
                guard read.reading.findings.isEmpty else {
                    try ListFace(
                        office: office, terminal: Terminal(usesColour: office.surroundings.usesColour), list: read,
                        findings: read.reading.findings
                    )
                    .show(findings: read.reading.findings, json: json)
                    throw Refusal(.badInput, "badList", ["count": String(read.reading.findings.count)])
                }
                return read.reading.records
            }
            let records = lists.count == 1 ? lists[0] : lists.flatMap(\.self)
            let left = against == nil ? [] : Set(lists[0].map(\.id))
            return (try PersonMatching(records, office: office), Judgements([]), left)
        }
        let library = try office.library(place.library, readOnly: true)
        defer { try? library.close() }
        let known = decided ? Judgements([]) : Judgements(try library.judgements())
        return (try PersonMatching(library, everybody: everybody, office: office), known, [])
    }
}
