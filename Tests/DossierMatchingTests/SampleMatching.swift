import DossierIntake
import DossierMatching
import DossierModel
import DossierNames
import DossierTestSupport

/// Persons as a list tells them, compared by the tables that the project ships.
struct SampleMatching {
    var persons: [PersonTraits] = []
    private var book: TraitBook
    private let tables: NameTables

    private static let shipped = Result {
        (
            NameTables(
                romanisation: try RomanisationTables(
                    from: try ProjectFolder.templates.document("names/romanisation.yaml"), file: "romanisation.yaml"),
                sounds: try SoundTable(
                    from: try ProjectFolder.templates.document("names/sounds.yaml"), file: "sounds.yaml"),
                han: HanReadings(
                    characters: try ProjectFolder.templates.text("names/han-readings.tsv"),
                    names: try ProjectFolder.templates.text("names/japanese-names.tsv"))),
            try MatchWeights(from: try ProjectFolder.templates.document("names/matching.yaml"), file: "matching.yaml")
        )
    }

    init() throws {
        let (tables, weights) = try Self.shipped.get()
        self.tables = tables
        book = TraitBook(tables, weights)
    }

    /// Adds a person: names as `김/철수`, one a script, and further fields as in case files.
    mutating func add(_ id: String, _ names: String..., more: String = "", seen: String? = nil) throws {
        let listed = names.map { name -> String in
            let parts = name.split(separator: "/")
            let script =
                name.unicodeScalars.contains { $0.value > 0xAC00 }
                ? "hangul" : name.unicodeScalars.contains { $0.value > 0x3400 } ? "hanja" : "latin"
            return "{script: \(script), family: \(parts[0]), given: \(parts[1])}"
        }
        let yaml = "record: person\nid: \(id)\nlanguage: ko\nnames: [\(listed.joined(separator: ", "))]\n\(more)"
        let person = try CaseStory(yaml).records()[0]
        let about = try seen.map {
            try CaseStory("record: case\nid: case-\(id)\nlanguage: ko\nperson: \(id)\n\($0)").records()[0]
        }
        persons.append(book.traits(of: person, case: about))
    }

    func evidence(_ one: Int, _ other: Int) -> PairEvidence { PairScoring(persons, book, tables).evidence(one, other) }

    func pairs(from least: Double) -> Matcher.Found { Matcher(persons, book, tables).pairs(from: least) }
}
