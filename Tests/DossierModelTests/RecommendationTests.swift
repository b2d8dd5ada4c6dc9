import DossierModel
import DossierTestSupport
import Testing

@Suite("Recommendations")
struct RecommendationTests {
    private func one(
        _ number: String = "1.2", text: String? = "Tell.", _ positions: [Recommendation.Position] = [],
        themes: [Recommendation.Theme] = [], state: String = "Saebit’s Republic"
    ) -> Recommendation {
        Recommendation(
            key: .init(symbol: "X/1", number: RecommendationNumber(number)), source: .uhri, stateUnderReview: state,
            cycle: 3, text: text, recommendingStates: ["A"], positions: positions, themes: themes, goals: ["16.9"],
            annotationID: "a")
    }

    @Test("Numbers are put in order part by part, and stay the text they were")
    func order() {
        let numbers = ["126.10", "126.2", "90.5", "126.1", "126.1.1", "2.x", "126.01"].map(RecommendationNumber.init)
        #expect(numbers.sorted().map(\.text) == ["2.x", "90.5", "126.01", "126.1", "126.1.1", "126.2", "126.10"])
        #expect(RecommendationNumber("126.10") != RecommendationNumber("126.1"))
    }

    @Test("The order of numbers is one order, whatever they are")
    func total() {
        var random = SeededRandom(seed: 11)
        let numbers = (0..<120).map { _ in
            RecommendationNumber(
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    ["1", "2", "10", "01", "x", "9999999999999999999999"].randomElement(using: &random) ?? ""
                }.joined(separator: "."))
        }
        for one in numbers {
            for other in numbers {
                #expect(!(one < other && other < one))
                #expect(one == other || one < other || other < one)
                for third in numbers.prefix(12) where one < other && other < third { #expect(one < third) }
            }
        }
    }

    @Test("What is kept comes back as it was")
    func plain() {
        let whole = one(
            "90.5",
            [
                .init(
                    .partly, words: "in part", symbol: "X/1/Add.1", paragraph: "4", date: Day("2019-08-28"),
                    readOn: Day("2026-11-01"))
            ],
            themes: [.init(scheme: .coded, code: "D32", label: "Disappearances")])
        #expect(Recommendation(whole.node) == whole)
        #expect(Recommendation(one(text: nil).node) == one(text: nil))
    }

    @Test("A State that returns to an earlier position has changed it twice")
    func returned() {
        var one = one("1.2", [.init(.supported, readOn: Day("2026-01-01"))])
        for (value, day) in [(Recommendation.Position.Value.noted, "2026-02-01"), (.supported, "2026-03-01")] {
            let later = self.one("1.2", [.init(value, readOn: Day(day))])
            let refresh = RecommendationRefresh(of: one, by: later)
            #expect(refresh.changes == [.position])
            one = refresh.recommendation
        }
        #expect(one.positions.map(\.value) == [.supported, .noted, .supported])
        #expect(one.position?.readOn == Day("2026-03-01"))
        // Read again, nothing is new.
        let again = self.one("1.2", [.init(.supported, readOn: Day("2026-04-01"))])
        #expect(RecommendationRefresh(of: one, by: again).changes.isEmpty)
    }

    @Test("Of several sources the latest position holds, and of one day that which says where it stands")
    func latest() {
        let day = Day("2026-01-01")
        let plain = one("1.2", [.init(.noted, readOn: day)])
        let placed = one("1.2", [.init(.supported, symbol: "X/1/Add.1", readOn: day)])
        let later = one("1.2", [.init(.partly, readOn: Day("2026-02-01"))])
        #expect([plain, placed].position?.value == .supported)
        #expect([placed, plain].position?.value == .supported)
        #expect([later, placed].position?.value == .partly)
    }

    @Test("A refresh takes the newer text and adds to the positions, which are history")
    func refresh() {
        let earlier = one("1.2", [.init(.noted, date: Day("2019-05-14"))])
        let later = one("1.2", text: "Tell all.", [.init(.supported, date: Day("2019-09-20"))])
        let refresh = RecommendationRefresh(of: earlier, by: later)
        #expect(refresh.changes == [.text, .position])
        #expect(refresh.recommendation.positions.map(\.value) == [.noted, .supported])
        #expect(refresh.recommendation.text == "Tell all.")
    }

    @Test("The same position under a later day is no news, and what says the same makes no change")
    func noNews() {
        let earlier = one("1.2", [.init(.noted, date: Day("2019-05-14"))])
        let later = one("1.2", [.init(.noted, date: Day("2026-01-01"))])
        let refresh = RecommendationRefresh(of: earlier, by: later)
        #expect(refresh.changes.isEmpty)
        #expect(refresh.recommendation == earlier)
    }

    @Test("A filter finds a State in any spelling, a theme by code or part of its label, and all of the words")
    func filter() {
        let target = one(
            "1.2", text: "Tell the families.", [.init(.noted)],
            themes: [.init(scheme: .coded, code: "D32", label: "Enforced disappearances")])
        let fits = { (filter: RecommendationFilter) in filter.matches(target) }
        #expect(fits(.init(state: "SAEBIT'S  republic")))
        #expect(!fits(.init(state: "Norvania")))
        #expect(fits(.init(cycle: 3, theme: "d32", position: .noted, words: ["FAMIL", "disappear"])))
        #expect(!fits(.init(words: ["families", "pilots"])))
        #expect(!fits(.init(theme: "D3")))
        #expect(!fits(.init(position: .supported)))
    }
}
