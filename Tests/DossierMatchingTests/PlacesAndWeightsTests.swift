import DossierIntake
import DossierModel
import DossierNames
import DossierTestSupport
import Testing

@testable import DossierMatching

@Suite("Places as they are compared")
struct PlacePartsTests {
    private func relation(_ one: String, _ other: String) throws -> TraitBook.Relation {
        var book = TraitBook(try ShippedNameTables.tables.get(), try MatchStory.weights.get())
        guard let first = book.number(ofPlace: one), let second = book.number(ofPlace: other) else { return .different }
        return book.relation(first, second)
    }

    @Test(
        "Places are the same in any script, with or without what stands behind their names",
        arguments: [
            ("서울 마포구", "서울특별시 마포"), ("경기 수원시", "경기도 수원"), ("서울 마포", "Mapo, Seoul"), ("경기도 수원군", "수원"),
            ("Suwon-si", "Suwon"),
        ])
    func same(_ one: String, _ other: String) throws {
        #expect(try relation(one, other) == .same)
        #expect(try relation(other, one) == .same)
    }

    @Test("One province alone is no one place, and other places of it are near at most")
    func others() throws {
        #expect(try relation("경기도 수원", "경기도 이천") == .sameProvince)
        #expect(try relation("경기도 수원", "강원도 철원") == .different)
        #expect(try relation("경기도", "경기도 수원") != .same)
        #expect(try relation("Cheongju", "Cheognju") == .mistyped)
    }

    @Test("What holds no word is no place", arguments: ["", " ", ",", "()"])
    func none(_ text: String) throws {
        var book = TraitBook(try ShippedNameTables.tables.get(), try MatchStory.weights.get())
        #expect(book.number(ofPlace: text) == nil)
    }
}

@Suite("The weights of evidence")
struct MatchWeightsTests {
    @Test("Every fault of the file is told at once, with its line")
    func faults() throws {
        let yaml = "prior: x\nname:\n  most: 17\n  likeness: [{from: 1}, {from: 0.5, part: 1}]\nsex: {same: 1}\n"
        let node = try #require(YAMLDocuments(Array(yaml.utf8), file: "matching.yaml").documents.first)
        let fault = #expect(throws: MatchWeights.Unusable.self) { try MatchWeights(from: node, file: "matching.yaml") }
        let problems = fault?.problems ?? []
        #expect(problems.contains("1: “prior” needs a number"))
        #expect(problems.contains("4: a step has “from” and “part”"))
        #expect(problems.contains { $0.contains("“sex.different” needs a number") })
        // All but “name.most” and “sex.same”, and the step.
        #expect(problems.count == MatchWeights.Key.allCases.count - 2 + 1)
    }

    @Test("Every key has a place of its own in the file")
    func keys() { #expect(Set(MatchWeights.Key.allCases.map(\.path)).count == MatchWeights.Key.allCases.count) }

    @Test("Words follow the probability, and bits and probabilities go both ways")
    func words() throws {
        let weights = try MatchStory.weights.get()
        #expect(weights.word(for: 1) == "likely")
        #expect(weights.word(for: weights.possible) == "possible")
        #expect(weights.word(for: 0) == "unlikely")
        for probability in [0.001, 0.3, 0.5, 0.99] {
            #expect(abs(MatchBits.probability(MatchBits.of(probability: probability)) - probability) < 1e-9)
        }
        #expect(MatchBits.of(probability: 0) == -.infinity)
        #expect(MatchBits.probability(-.infinity) >= 0)
    }
}
