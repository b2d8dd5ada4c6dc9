import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("Recommendations in the library")
struct RecommendationStoreTests {
    private func one(
        _ number: String, text: String = "Tell.", symbol: String = "X/1", state: String = "Saebit",
        _ position: Recommendation.Position.Value = .noted, id: String? = nil
    ) -> Recommendation {
        Recommendation(
            key: .init(symbol: symbol, number: RecommendationNumber(number)), source: .uhri, stateUnderReview: state,
            cycle: 3, text: text, positions: [.init(position)], annotationID: id)
    }

    private func replace(
        _ library: Library, _ all: [Recommendation], states: Set<String>? = nil, isPartial: Bool = false,
        isTrial: Bool = false
    ) throws -> Library.RecommendationReport {
        try library.replaceRecommendations(
            from: .uhri, ofStates: states, isPartial: isPartial, isTrial: isTrial, fingerprint: { "f" },
            change: TestLibrary.change("import", seconds: 1)
        ) { try $0(all) }
    }

    private func numbers(_ library: Library, _ filter: RecommendationFilter = .init()) throws -> [String] {
        try library.recommendations(filter).map(\.key.number.text)
    }

    @Test("What is read again replaces what was told before, and adds nothing twice")
    func replaced() throws {
        try TestLibrary().opened { library throws in
            let first = try replace(library, [one("1.10"), one("1.2"), one("1.3")])
            #expect(first.added.count == 3)
            #expect(try numbers(library) == ["1.2", "1.3", "1.10"])
            let second = try replace(library, [one("1.10"), one("1.2", text: "Tell all.", .supported), one("1.4")])
            #expect(second.added.map(\.number.text) == ["1.4"])
            #expect(second.changed.map(\.what) == [[.text, .position]])
            #expect(second.gone.map(\.number.text) == ["1.3"])
            #expect(second.unchanged == 1)
            #expect(try numbers(library) == ["1.2", "1.4", "1.10"])
            #expect(
                try library.recommendations(numbered: RecommendationNumber("1.2")).first?.positions.map(\.value) == [
                    .noted, .supported,
                ])
        }
    }

    @Test("A report of which the file is silent stays, and so does everything when the file is a selection")
    func silent() throws {
        try TestLibrary().opened { library throws in
            _ = try replace(library, [one("1.1"), one("1.2"), one("2.1", symbol: "X/2")])
            #expect(try replace(library, [one("1.1")], isPartial: true).gone.isEmpty)
            #expect(try replace(library, [one("1.1")]).gone.map(\.number.text) == ["1.2"])
            #expect(try numbers(library) == ["1.1", "2.1"])
        }
    }

    @Test("An import of one State leaves the others alone")
    func scope() throws {
        try TestLibrary().opened { library throws in
            _ = try replace(library, [one("1.1"), one("1.2", state: "Norvania")])
            #expect(try replace(library, [], states: ["Saebit"]).gone.isEmpty)
            #expect(try replace(library, [one("1.3")], states: ["SAEBIT"]).gone.map(\.number.text) == ["1.1"])
            #expect(try numbers(library, .init(state: "norvania")) == ["1.2"])
        }
    }

    @Test("One number twice in a file is two, and stays two")
    func doubled() throws {
        try TestLibrary().opened { library throws in
            _ = try replace(library, [one("1.1", text: "a"), one("1.1", text: "b")])
            #expect(try replace(library, [one("1.1", text: "a"), one("1.1", text: "b")]).unchanged == 2)
            #expect(try library.recommendations(.init()).map(\.text) == ["a", "b"])
        }
    }

    @Test("Records without a number keep their own history when they change places")
    func unnumbered() throws {
        try TestLibrary().opened { library throws in
            let first = one("", text: "a", .supported, id: "id-a")
            let second = one("", text: "b", .noted, id: "id-b")
            _ = try replace(library, [first, second])
            let third = one("", text: "c", .noted, id: "id-c")
            let report = try replace(library, [second, third, first])
            #expect(report.unchanged == 2)
            #expect(report.added.count == 1)
            #expect(report.changed.isEmpty)
            let all = try library.recommendations(.init())
            let positions = Dictionary(
                uniqueKeysWithValues: all.map { ($0.annotationID ?? "", $0.positions.map(\.value)) })
            #expect(positions == ["id-a": [.supported], "id-b": [.noted], "id-c": [.noted]])
            #expect(try replace(library, [second, third, first]).unchanged == 3)
        }
    }

    private struct Stop: Error {}

    @Test("An error in the midst, and a trial, leave everything as it was")
    func nothing() throws {
        try TestLibrary().opened { library throws in
            _ = try replace(library, [one("1.1")])
            let before = try library.verifyLedger()
            #expect(throws: Stop.self) {
                _ = try library.replaceRecommendations(
                    from: .uhri, ofStates: nil, fingerprint: { "f" }, change: TestLibrary.change("x", seconds: 2)
                ) { take in
                    try take([one("1.2")])
                    throw Stop()
                }
            }
            #expect(try replace(library, [one("1.2")], isTrial: true).added.count == 1)
            #expect(try numbers(library) == ["1.1"])
            #expect(try library.verifyLedger().entries == before.entries)
        }
    }

    @Test("A library without recommendations has none, and its ledger stays sound with them")
    func ledger() throws {
        try TestLibrary().opened { library throws in
            #expect(try numbers(library) == [])
            _ = try replace(library, [one("1.1")])
            let verdict = try library.verifyLedger()
            #expect(verdict.breaks.isEmpty)
            #expect(verdict.entries == 2)
        }
    }
}
