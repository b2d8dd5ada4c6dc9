import DossierIntake
import DossierMatching
import DossierModel
import Testing

@Suite("What people decide about pairs")
struct JudgementTests {
    private func id(_ letter: String) throws -> RecordID { try #require(RecordID("person-\(letter)")) }

    /// `a=b` the same, `a#b` others, `a?b` unsure.
    private func judgements(_ texts: String...) throws -> Judgements { Judgements(try texts.map(decision)) }

    private func decision(_ text: String) throws -> Judgement {
        let verdicts: [Character: Judgement.Verdict] = ["=": .same, "#": .different, "?": .unsure]
        let letters = Array(text)
        return Judgement(try id(String(letters[0])), try id(String(letters[2])), try #require(verdicts[letters[1]]))
    }

    @Test("The same passes on, and another of one is another of all")
    func transitive() throws {
        let known = try judgements("a=b", "b=c", "d=e", "c#d")
        #expect(known.verdict(try id("a"), try id("c")) == .same)
        #expect(known.verdict(try id("a"), try id("e")) == .different)
        #expect(known.verdict(try id("a"), try id("f")) == nil)
        #expect(known.same(as: try id("b")).map(\.text) == ["person-a", "person-b", "person-c"])
        #expect(known.groups.count == 2)
        #expect(try judgements("a?b").isDecided(try id("b"), try id("a")))
    }

    @Test("In whatever order it was decided, the same follows")
    func order() throws {
        let texts = ["a=b", "c=d", "b=c", "e=f", "a#e", "g?a"]
        let known = Judgements(try texts.map(decision))
        for turn in 1..<texts.count {
            let other = Judgements(try (texts[turn...] + texts[..<turn]).map(decision))
            #expect(other.groups == known.groups)
            for one in ["a", "b", "c", "d", "e", "f", "g"] {
                for two in ["a", "b", "c", "d", "e", "f", "g"] where one != two {
                    #expect(
                        other.verdict(try id(one), try id(two)) == known.verdict(try id(one), try id(two)),
                        "\(one) \(two)")
                }
            }
        }
    }

    @Test("What contradicts is named: the decisions from which the opposite follows")
    func contradictions() throws {
        let known = try judgements("a=b", "b=c", "c#d", "x=y")
        #expect(known.contradictions(to: .same, try id("a"), try id("d")) == [try decision("c#d")])
        #expect(
            known.contradictions(to: .different, try id("a"), try id("c")) == [
                try decision("a=b"), try decision("b=c"),
            ])
        #expect(known.contradictions(to: .unsure, try id("a"), try id("d")) == [])
        #expect(known.contradictions(to: .same, try id("a"), try id("x")) == [])
    }

    @Test("Every fault of the weights is told at once")
    func weights() {
        let node = YAMLDocuments(Array("prior: x\nname: {most: 1}\n".utf8), file: "m.yaml").documents[0]
        do {
            _ = try MatchWeights(from: node, file: "m.yaml")
            Issue.record("faulty weights were taken")
        } catch {
            #expect(error.problems.contains("1: “prior” needs a number"))
            #expect(error.problems.contains { $0.contains("“birth.sameDay” needs a number") })
            #expect(error.problems.contains { $0.contains("“name.likeness” is a list of steps") })
        }
    }
}
