import DossierModel
import Testing

@testable import DossierMatching

@Suite("What speaks for two records telling of one person")
struct PairScoringTests {
    private let born = "birthDate: 1931-04-05\n"

    @Test("A name in two scripts with one day of birth comes before a namesake of another")
    func acrossScripts() throws {
        let story = try MatchStory(
            MatchStory.hangul + born, MatchStory.latin + born, MatchStory.latin + "birthDate: 1944-11-20\n",
            "names: [{script: hangul, family: 박, given: 영희}]\n" + born)
        #expect(story.bits(0, 1) > story.bits(0, 2))
        #expect(story.bits(0, 1) > story.bits(0, 3))
        let found = story.matcher.pairs(from: 0.3).pairs
        #expect(found.first?.first.text == "person-p0")
        #expect(found.first?.second.text == "person-p1")
    }

    @Test(
        "A day of birth that is a little off says less than the same, and more than another",
        arguments: [
            ("1932-04-05", "mistyped"), ("1931-05-04", "mistyped"), ("1931-04-06", "mistyped"),
            ("1913-04-05", "mistyped"),
            ("1931-04", "sameMonth"), ("1931", "sameYear"), ("1931-09-17", "otherDay"),
        ])
    func birth(_ date: String, _ finding: String) throws {
        let story = try MatchStory(
            MatchStory.hangul + born, MatchStory.hangul + "birthDate: \(date)\n", MatchStory.hangul + born,
            MatchStory.hangul + "birthDate: 1960-12-30\n")
        #expect(story.finding(.birth) == finding)
        #expect(story.bits(0, 1) < story.bits(0, 2))
        #expect(story.bits(0, 1) > story.bits(0, 3))
    }

    @Test("A year more or less, and an age that covers the date, are near; many years are not")
    func years() throws {
        let birth = { (one: String, other: String) in
            try MatchStory(MatchStory.hangul + one, MatchStory.hangul + other).finding(.birth)
        }
        #expect(try birth("birthDate: 1931\n", "birthDate: 1932\n") == "yearOff")
        #expect(try birth("birthDate: 1931\n", "birthDate: 1933-02\n") == "twoYearsOff")
        #expect(try birth("birthDate: 1931\n", "birthDate: 1935\n") == "fewYearsOff")
        #expect(try birth("birthDate: 1931\n", "birthDate: 1951\n") == "different")
        #expect(try birth("birthDate: 1931\n", "age: {years: 20, counting: korean, at: 1950}\n") == "sameYear")
        #expect(try birth("birthDate: 1931\n", "age: {years: 19, counting: unknown, at: 1950}\n") == "covers")
        #expect(try birth("birthDate: 1931\n", "") == nil)
    }

    @Test("Another sex, another father and other Han characters speak against")
    func against() throws {
        let bits = { (feature: PairEvidence.Feature, one: String, other: String) in
            try MatchStory(one, other).scoring.evidence(0, 1).reasons.first { $0.feature == feature }?.bits ?? 0
        }
        let father = { (given: String) in MatchStory.hangul + "father: [{script: hangul, family: 김, given: \(given)}]\n"
        }
        #expect(try bits(.sex, MatchStory.hangul + "sex: male\n", MatchStory.hangul + "sex: female\n") < 0)
        #expect(try bits(.sex, MatchStory.hangul + "sex: male\n", MatchStory.hangul + "sex: male\n") > 0)
        #expect(try bits(.father, father("덕무"), father("은석")) < 0)
        #expect(try bits(.father, father("덕무"), father("덕무")) > 0)
        let (same, other) = (MatchStory.han("哲洙"), MatchStory.han("喆秀"))
        #expect(try bits(.name, same, other) < bits(.name, MatchStory.hangul, MatchStory.hangul))
        #expect(try bits(.name, same, same) > bits(.name, MatchStory.hangul, MatchStory.hangul))
    }

    @Test("A number is the strongest sign, and one with a digit mistyped is still one")
    func numbers() throws {
        let number = { (text: String) in MatchStory.hangul + "identityDocuments: [{number: \"\(text)\"}]\n" }
        #expect(try MatchStory(number("0012-345"), number("0012345")).finding(.number) == "same")
        #expect(try MatchStory(number("0012345"), number("0012346")).finding(.number) == "mistyped")
        #expect(try MatchStory(number("0012345"), number("9912399")).finding(.number) == "different")
    }

    @Test(
        "Family name and given name in each other's place are found, but not where one is a surname that everybody knows"
    )
    func swapped() throws {
        let name = { (family: String, given: String) in "names: [{script: latin, family: \(family), given: \(given)}]\n"
        }
        #expect(try MatchStory(name("Thornbury", "Wilfred"), name("Wilfred", "Thornbury")).finding(.name) == "swapped")
    }

    @Test("The bits of all reasons and the prior are the sum, and a probability follows from it")
    func sums() throws {
        let story = try MatchStory(MatchStory.crowd(60, seed: 3))
        let prior =
            story.scoring.evidence(0, 1).bits - story.scoring.evidence(0, 1).reasons.map(\.bits).reduce(0, +)
        for one in 0..<60 {
            for other in 0..<60 where one != other {
                let evidence = story.scoring.evidence(one, other)
                #expect(abs(prior + evidence.reasons.map(\.bits).reduce(0, +) - evidence.bits) < 1e-9)
                #expect((0...1).contains(evidence.probability))
                #expect(Set(evidence.reasons.map(\.feature)).count == evidence.reasons.count)
            }
        }
    }

    @Test("Which of two records comes first makes no difference")
    func symmetric() throws {
        let story = try MatchStory(MatchStory.crowd(60, seed: 4))
        for one in 0..<60 {
            for other in 0..<one {
                let (there, back) = (story.scoring.evidence(one, other), story.scoring.evidence(other, one))
                #expect(abs(there.bits - back.bits) < 1e-9, "\(there) \(back)")
            }
        }
    }

    @Test(
        "Going through pairs finds exactly those that a comparison of all finds among those that share a key",
        arguments: [0.05, 0.3, 0.9])
    func bruteForce(_ least: Double) throws {
        let story = try MatchStory(MatchStory.crowd(150, seed: 5))
        let keys = BlockKeys(book: story.book)
        let hashes = story.persons.map { person in
            Set(Blocking.Kind.allCases.flatMap { keys.hashes(of: person, $0) })
        }
        var expected: Set<String> = []
        for one in story.persons.indices {
            for other in story.persons.indices where other > one && !hashes[one].isDisjoint(with: hashes[other]) {
                guard story.scoring.evidence(one, other).probability >= least else { continue }
                let ids = [story.persons[one].id, story.persons[other].id].sorted()
                expected.insert("\(ids[0]) \(ids[1])")
            }
        }
        let found = story.matcher.pairs(from: least).pairs
        #expect(!expected.isEmpty)
        #expect(found.count == expected.count)
        #expect(Set(found.map { "\($0.first) \($0.second)" }) == expected)
        #expect(found.map(\.bits) == found.map(\.bits).sorted(by: >))
    }

    @Test("A block too large hides no pair that shares another key")
    func largeBlocks() throws {
        // All of one name, birth and sex; two share a number as well.
        let same = MatchStory.hangul + "birthDate: 1930-02-03\n"
        let numbered = same + "identityDocuments: [{number: \"700101-2\"}]\n"
        let story = try MatchStory(same, numbered, same, numbered, same)
        let blocking = Blocking(story.persons, story.book, largest: 4)
        var pairs: [[Int]] = []
        for kind in Blocking.Kind.allCases {
            for block in blocking.blocks(kind) { blocking.forEachPair(block, kind) { pairs.append([$0, $1]) } }
        }
        #expect(pairs == [[1, 3]])
        #expect(blocking.skipped > 0)
    }

    @Test("Pairs that nobody wants are left out, and nobody is a pair of one")
    func wanted() throws {
        let story = try MatchStory(MatchStory.crowd(80, seed: 6))
        let only = story.persons[3].id
        let found = story.matcher.pairs(from: 0.01, isWanted: { $0.id == only || $1.id == only }).pairs
        #expect(found.allSatisfy { ($0.first == only || $0.second == only) && $0.first < $0.second })
        #expect(try MatchStory([Record]()).matcher.pairs(from: 0).pairs.isEmpty)
        #expect(try MatchStory(MatchStory.hangul).matcher.pairs(from: 0).pairs.isEmpty)
    }

    @Test("However the work falls among the cores, the pairs are the same and stand in one order")
    func repeatable() throws {
        let records = try MatchStory.crowd(200, seed: 8)
        let first = try MatchStory(records).matcher.pairs(from: 0.1).pairs
        #expect(try MatchStory(records).matcher.pairs(from: 0.1).pairs == first)
    }
}
