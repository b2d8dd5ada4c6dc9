import DossierIntake
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@Suite("Reading the export of the Universal Human Rights Index")
struct IndexExportTests {
    private let today = Day.first(ofMonth: 11, year: 2026)

    private func read(
        _ text: String, name: String = "export.json", states: [String]? = nil
    ) throws -> (all: [Recommendation], reading: RecommendationReader.Reading) {
        let folder = try TemporaryFolder()
        let path = try folder.file(name, text)
        var all: [Recommendation] = []
        let reading = try RecommendationReader(states: states, readOn: today).read(path) { all += $0 }
        return (all, reading)
    }

    private func rule(_ text: String, name: String = "export.json") -> RecommendationError? {
        do {
            _ = try read(text, name: name)
            return nil
        } catch {
            return error as? RecommendationError
        }
    }

    /// One record as the export writes it.
    private func record(
        body: String = "- UPR", text: String = "<p> 126.10&nbsp;Tell families &amp; courts. </p>",
        country: String = "- Saebit Republic", more: String = ""
    ) -> String {
        """
        {"AnnotationId":"a","Body":"\(body)","Symbol":" X/UPR/33/10","Text":"\(text)","PublicationDate":"2019-06-25T00:00:00",
        "Countries":["\(country)"],"Themes":["- Enforced disappearances"],"AffectedPersons":[],
        "Sdgs":["- 16.9 - Legal identity"],"UprCycle":"3rd cycle","UprSession":["33 Session"],
        "UprPositions":["- Supported/Noted"],"UprRecommendingCountry":["- Norvania","- Hallim"]\(more)}
        """
    }

    @Test("In the first cycle numbers begin anew under each paragraph, which the text may name or not")
    func firstCycle() throws {
        let first = { (text: String) in
            record(text: text).replacing("3rd cycle", with: "1st cycle").replacing("33 Session", with: "6 Session")
        }
        let all = try read("[\(first("90.5 Tell")),\(first("5. Tell")),\(first("5 families"))]").all
        #expect(all.map(\.key.paragraph) == ["90", nil, nil])
        #expect(all.map(\.key.number.text) == ["5", "5", ""])
        #expect(all.map(\.text) == ["Tell", "Tell", "5 families"])
    }

    @Test("Dashes, entities and the number within the text are told apart")
    func quirks() throws {
        let one = try #require(try read("[\(record())]").all.first)
        #expect(one.key == .init(symbol: "X/UPR/33/10", number: RecommendationNumber("126.10")))
        #expect(one.text == "Tell families & courts.")
        #expect(one.stateUnderReview == "Saebit Republic")
        #expect(one.recommendingStates == ["Norvania", "Hallim"])
        // The report's date is not that of the State's answer.
        #expect(one.positions == [.init(.partly, readOn: Day("2026-11-01"))])
        #expect(one.publishedOn == Day("2019-06-25"))
        #expect(one.themes == [.init(scheme: .uhri, label: "Enforced disappearances")])
        #expect((one.cycle, one.session) == (3, 33))
        #expect(one.goals == ["16.9"])
    }

    @Test("Records of other bodies and other States are counted and passed over")
    func passedOver() throws {
        let text = "[\(record()),\(record(body: "- CED")),\(record(country: "- Norvania"))]"
        let (all, reading) = try read(text, states: ["Saebit  REPUBLIC"])
        #expect(all.count == 1)
        #expect((reading.seen, reading.foreign, reading.other, reading.taken) == (3, 1, 1, 1))
    }

    @Test("A State is the same with a curly apostrophe, and in decomposed letters")
    func stateNames() throws {
        let text = "[\(record(country: "- People’s Re\u{301}publique"))]"
        #expect(try read(text, states: ["People's République"]).all.count == 1)
    }

    @Test("Letters written as escapes hide no record")
    func escapes() throws {
        #expect(try read("[\(record(body: "- \\u0055PR"))]").all.count == 1)
    }

    @Test("A record of several States is one recommendation for each; a doubled number and a text without one are told")
    func findings() throws {
        let double = record(country: "- A\",\"- B")
        let (all, reading) = try read("[\(double),\(double),\(record(text: "No number here."))]")
        #expect(all.count == 5)
        #expect(reading.findings.map(\.rule).contains(.numberTwice))
        #expect(reading.findings.last?.rule == .noNumber)
        #expect(reading.findings.last?.place == 3)
    }

    @Test("A position in words that the UN does not use keeps them; one that nobody knows is told and left out")
    func positions() throws {
        let own = record().replacing("- Supported/Noted", with: "- Does not enjoy support")
        let one = try #require(try read("[\(own)]").all.first?.position)
        #expect(one.value == .notSupported)
        #expect(one.words == "Does not enjoy support")
        let (all, reading) = try read("[\(record().replacing("- Supported/Noted", with: "- Maybe"))]")
        #expect(all.first?.positions == [])
        #expect(reading.findings.map(\.rule) == [.unknownPosition])
    }

    @Test("HTML is read as words: scripts go, tags part words, what is no tag stays")
    func html() throws {
        let text = #"<p>1.2 a<br/>b<script>alert('x')</script> 3 < 4 &#8211; &#x2019; &unknown; <b>c</b>"#
        #expect(try read("[\(record(text: text))]").all.first?.text == "a b 3 < 4 – ’ &unknown; c")
    }

    @Test(
        "JSON that breaks off, is no list, or holds what cannot be read is refused with its place",
        arguments: [
            ("", RecommendationError.Rule.unknownForm, 0), ("{\"a\":1}", .notAList, 0), ("[", .cutOff, 0),
            ("[{\"Body\":\"- UPR\"", .cutOff, 0), ("[{\"Body\":\"- UPR\"},", .cutOff, 1), ("[{}] x", .badRecord, 1),
            ("[1,2]", .badRecord, 1), ("[{\"Body\":\"- UPR\" \"x\":1}]", .badRecord, 1),
            ("[{\"Body\":\"- UPR\"} {}]", .badRecord, 2), ("[{\"Body\":[\"- UPR\"]}]", .badRecord, 1),
        ])
    func broken(_ text: String, _ expected: RecommendationError.Rule, _ place: Int) {
        let error = rule(text)
        #expect(error?.rule == expected)
        #expect(error?.place == place)
    }

    @Test("Wherever the file is cut, nothing is taken for whole", arguments: [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
    func cut(_ share: Double) {
        let text = "[\((0..<50).map { _ in record() }.joined(separator: ",\n"))]"
        let cut = String(text.prefix(Int(Double(text.count) * share)))
        #expect([.cutOff, .badRecord].contains(rule(cut)?.rule))
    }

    @Test("A record over the limit is refused, and so is what nests without end", .timeLimit(.minutes(1)))
    func bounds() {
        #expect(
            rule("[{\"Body\":\"- UPR\",\"Text\":\"\(String(repeating: "x", count: 5 << 20))\"}]")?.rule
                == .recordTooLarge)
        let deep = String(repeating: "[", count: 100_000)
        #expect(rule("[{\"Body\":\"- UPR\",\"Text\":\(deep)")?.rule == .cutOff)
        #expect(
            rule("[{\"Body\":\"- UPR\",\"Text\":\(deep)\(String(repeating: "]", count: 100_000))}]")?.rule == .badRecord
        )
    }

    @Test("The sample file is read as its README says")
    func sample() throws {
        var all: [Recommendation] = []
        let path = "\(ProjectFolder.path)/Cases/upr/recommendations/sample-uhri.json"
        let reading = try RecommendationReader(states: nil, readOn: today).read(path) { all += $0 }
        #expect((reading.seen, reading.taken, reading.foreign) == (19, 17, 2))
        #expect(reading.findings.isEmpty)
        #expect(Set(all.map(\.stateUnderReview)).allSatisfy { $0.contains("invented") })
    }
}
