import DossierMatching
import DossierModel
import DossierTestSupport
import Testing

@Suite("What follows from decisions about pairs")
struct JudgementsTests {
    private func id(_ number: Int) throws -> RecordID {
        guard let id = RecordID("person-\(number)") else { throw TestDataError("no id") }
        return id
    }

    private func judgements(_ decisions: (Int, Int, Judgement.Verdict)...) throws -> Judgements {
        Judgements(try decisions.map { Judgement(try id($0.0), try id($0.1), $0.2) })
    }

    @Test("Who is the same as one is the same as all who are the same as that one")
    func transitive() throws {
        let judgements = try judgements((1, 2, .same), (3, 2, .same), (5, 4, .same))
        #expect(try judgements.verdict(id(1), id(3)) == .same)
        #expect(try judgements.verdict(id(1), id(4)) == nil)
        #expect(try judgements.same(as: id(2)) == [id(1), id(2), id(3)])
        #expect(try judgements.same(as: id(9)) == [id(9)])
        #expect(judgements.groups.count == 2)
    }

    @Test("Groups of which one member is another person than one of the other are other persons altogether")
    func different() throws {
        let judgements = try judgements((1, 2, .same), (3, 4, .same), (2, 3, .different), (5, 6, .different))
        #expect(try judgements.verdict(id(1), id(4)) == .different)
        #expect(try judgements.verdict(id(4), id(1)) == .different)
        #expect(try judgements.verdict(id(5), id(1)) == nil)
        #expect(judgements.groups.count == 2)
    }

    @Test("Unsure says something of its pair alone")
    func unsure() throws {
        let judgements = try judgements((1, 2, .same), (2, 3, .unsure))
        #expect(try judgements.verdict(id(3), id(2)) == .unsure)
        #expect(try judgements.verdict(id(1), id(3)) == nil)
        #expect(try judgements.isDecided(id(2), id(3)))
        #expect(try judgements.contradictions(to: .same, id(2), id(3)) == [])
    }

    @Test("A decision that cannot stand is told with those against which it goes, and no others")
    func contradictions() throws {
        let judgements = try judgements(
            (1, 2, .same), (2, 3, .same), (3, 4, .same), (4, 9, .different), (7, 8, .different))
        let path = try judgements.contradictions(to: .different, id(1), id(3))
        #expect(try path == [Judgement(id(1), id(2), .same), Judgement(id(2), id(3), .same)])
        #expect(try judgements.contradictions(to: .same, id(1), id(9)) == [Judgement(id(4), id(9), .different)])
        #expect(try judgements.contradictions(to: .same, id(1), id(3)) == [])
        #expect(try judgements.contradictions(to: .different, id(1), id(9)) == [])
        #expect(try judgements.contradictions(to: .unsure, id(1), id(9)) == [])
        #expect(try judgements.contradictions(to: .same, id(1), id(7)) == [])
    }

    @Test("A decision that was taken back leaves nothing behind")
    func undone() throws {
        let all = try judgements((1, 2, .same), (2, 3, .same))
        let left = Judgements(all.decisions.filter { $0.second.text != "person-3" })
        #expect(try left.verdict(id(1), id(3)) == nil)
        #expect(try left == judgements((1, 2, .same)))
    }

    @Test(
        "In which order decisions were made makes no difference, and no decision that is allowed contradicts the others"
    )
    func order() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<100 {
            var decisions: [Judgement] = []
            for _ in 0..<14 {
                let (one, other) = (Int.random(in: 0..<8, using: &random), Int.random(in: 0..<8, using: &random))
                guard one != other else { continue }
                let verdict: Judgement.Verdict = [.same, .same, .different][Int.random(in: 0..<3, using: &random)]
                let before = Judgements(decisions)
                if try !before.contradictions(to: verdict, id(one), id(other)).isEmpty { continue }
                decisions.append(Judgement(try id(one), try id(other), verdict))
            }
            let (first, second) = (Judgements(decisions), Judgements(decisions.shuffled(using: &random)))
            #expect(first.groups == second.groups)
            for one in 0..<8 {
                for other in 0..<8 where one != other {
                    #expect(try first.verdict(id(one), id(other)) == second.verdict(id(one), id(other)))
                    #expect(try first.verdict(id(one), id(other)) == first.verdict(id(other), id(one)))
                }
            }
            // Each that was allowed still says of its pair what it said.
            for decision in decisions { #expect(first.verdict(decision.first, decision.second) == decision.verdict) }
        }
    }
}
