import DossierIntake
import DossierModel
import DossierNames
import DossierTestSupport

@testable import DossierMatching

/// Invented persons as they are compared, with the tables and weights that the project ships.
struct MatchStory {
    static let weights = Result {
        try MatchWeights(from: try ProjectFolder.templates.document("names/matching.yaml"), file: "matching.yaml")
    }

    let persons: [PersonTraits]
    let matcher: Matcher
    let book: TraitBook

    var scoring: PairScoring { matcher.scoring }

    /// Out of persons, and cases about them.
    init(_ records: [Record]) throws {
        var book = TraitBook(try ShippedNameTables.tables.get(), try Self.weights.get())
        let byID = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
        let cases = records.filter { $0.kind == .case }
        persons = records.filter { $0.kind == .person }.map { person in
            let about = cases.first { $0[CaseFields.person].value == person.id }
            return book.traits(
                of: person, case: about, incident: about?[CaseFields.incident].value.flatMap { byID[$0] })
        }
        self.book = book
        matcher = Matcher(persons, book, try ShippedNameTables.tables.get())
    }

    /// Persons told in YAML, one a text: the fields of each but its id.
    init(_ people: String...) throws {
        try self.init(
            people.enumerated().flatMap {
                try CaseStory("record: person\nid: person-p\($0)\nlanguage: ko\n\($1)").records()
            })
    }

    /// Of a pair, in bits.
    func bits(_ one: Int = 0, _ other: Int = 1) -> Double { scoring.evidence(one, other).bits }

    /// What was found of a feature.
    func finding(_ feature: PairEvidence.Feature, _ one: Int = 0, _ other: Int = 1) -> String? {
        scoring.evidence(one, other).reasons.first { $0.feature == feature }?.finding
    }

    static let hangul = "names: [{script: hangul, family: 김, given: 철수}]\n"
    static let latin = "names: [{script: latin, family: Kim, given: Chol-su}]\n"
    static func han(_ given: String) -> String {
        "names: [{script: hangul, family: 김, given: 철수}, {script: hanja, family: 金, given: \(given)}]\n"
    }

    /// Many persons, some of whom are others told once more with a slip.
    static func crowd(_ count: Int, seed: UInt64) throws -> [Record] {
        var random = SeededRandom(seed: seed)
        let pick = { (words: [String]) in words[Int.random(in: 0..<words.count, using: &random)] }
        let families = ["김", "이", "박", "남궁", "최", "온"]
        let givens = ["철수", "영희", "가람", "은숙", "덕무", "명복", "누리별"]
        let places = ["서울 마포", "경기도 수원", "수원시", "강원도 철원", "평안남도", "Mapo, Seoul"]
        var texts: [String] = []
        for index in 0..<count {
            var lines = ["record: person", "id: person-c\(index)", "language: ko"]
            let (family, given) = (pick(families), pick(givens))
            lines.append("names: [{script: hangul, family: \(family), given: \(given)}]")
            if index % 3 > 0 {
                lines.append(
                    "birthDate: \(pick(["1930", "1931-02", "1931-02-03", "1931-03-02", "1932-02-03", "1945", "[1930..1932]"].filter { !$0.hasPrefix("[") }))"
                )
            }
            if index % 4 > 0 { lines.append("birthPlace: {ko: \"\(pick(places))\"}") }
            if index % 5 == 0 { lines.append("residence: {ko: \"\(pick(places))\"}") }
            lines.append("sex: \(pick(["male", "female"]))")
            if index % 3 == 0 { lines.append("father: [{script: hangul, family: \(family), given: \(pick(givens))}]") }
            if index % 7 == 0 { lines.append("identityDocuments: [{number: \"1234\(index % 14)7\"}]") }
            if index % 2 == 0 { lines.append("occupation: {ko: \(pick(["농업", "선원"]))}") }
            texts.append(lines.joined(separator: "\n"))
        }
        return try CaseStory(texts.joined(separator: "\n---\n") + "\n").records()
    }
}
