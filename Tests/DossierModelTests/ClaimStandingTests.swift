import DossierModel
import DossierTestSupport
import Testing

/// How strongly a claim may be put: never more than its evidence bears.
@Suite("What a claim rests on")
struct ClaimStandingTests {
    private func standing(_ claim: String, _ story: CaseStory? = nil) throws -> ClaimStanding {
        let evidence = try (story ?? CaseStory.withEvidence()).folder().evidence
        let record = try #require(evidence.claims.first { $0.id.text == claim })
        return ClaimStanding(of: record, in: evidence)
    }

    @Test("Independent first-hand sources, one of them reliable, and a likely claim make reasonable grounds")
    func reasonableGrounds() throws {
        let standing = try standing("claim-a")
        #expect(standing.strength == .reasonableGrounds)
        #expect(standing.basis.footing == .corroborated)
        #expect(standing.basis.isFirstHand)
    }

    @Test("Hearsay alone is called hearsay, nothing is called nothing")
    func weak() throws {
        #expect(try standing("claim-b").strength == .hearsay)
        #expect(try standing("claim-d").strength == .unsupported)
    }

    @Test("What is contradicted is contested until somebody has weighed it and said why")
    func contested() throws {
        #expect(try standing("claim-c").strength == .contested)
        let judged = try CaseStory.withEvidence().with("status", of: "claim-c", "likely")
        #expect(try standing("claim-c", judged).strength == .contested)
        let weighed = try judged.with("statusReasons", of: "claim-c", "{en: The letter is dated.}")
        #expect(try standing("claim-c", weighed).strength == .oneSource)
    }

    struct Weakening: Sendable, CustomTestStringConvertible {
        var field: String
        var record: String
        var yaml: String?
        var expected: ClaimStanding.Strength
        var testDescription: String { "\(record).\(field) = \(yaml ?? "nothing") → \(expected)" }

        init(_ record: String, _ field: String, _ yaml: String?, _ expected: ClaimStanding.Strength) {
            self.record = record
            self.field = field
            self.yaml = yaml
            self.expected = expected
        }
    }

    static let weakenings: [Weakening] = [
        Weakening("claim-a", "status", nil, .corroborated),
        Weakening("claim-a", "status", "possible", .corroborated),
        Weakening("claim-a", "status", "unlikely", .unlikely),
        Weakening("testimony-a", "sourceReliability", "unsure", .corroborated),
        Weakening("testimony-a", "reliability", "highly-unreliable", .corroborated),
        Weakening("testimony-a", "sourceReliability", nil, .corroborated),
        Weakening("claim-a", "support", "[{testimony: testimony-a, paragraph: 1}]", .oneSource),
        // Two paragraphs of one account are one source, and so are two accounts of one person.
        Weakening(
            "claim-a", "support",
            "[{testimony: testimony-a, paragraph: 1}, {testimony: testimony-a, paragraph: 3}]", .oneSource),
        // What was heard may come from the very source that it would confirm.
        Weakening(
            "claim-a", "support",
            "[{testimony: testimony-n, paragraph: 1}, {testimony: testimony-a, paragraph: 2}]", .oneSource),
        // The recording of an account is no second source.
        Weakening("testimony-a", "recording", "exhibit-a", .reasonableGrounds),
        Weakening("claim-a", "support", "[{testimony: testimony-a, paragraph: 9}]", .unsupported),
        Weakening("claim-a", "support", nil, .unsupported),
    ]

    @Test("Taking away a leg makes the words weaker", arguments: weakenings)
    func weaker(_ change: Weakening) throws {
        let story = try CaseStory.withEvidence().with(change.field, of: change.record, change.yaml)
        #expect(try standing("claim-a", story).strength == change.expected)
    }

    @Test("An account and its own recording are one source")
    func recording() throws {
        let story = try CaseStory.withEvidence().with("recording", of: "testimony-a", "exhibit-a")
            .with("support", of: "claim-a", "[{testimony: testimony-a, paragraph: 1}, {exhibit: exhibit-a}]")
        #expect(try standing("claim-a", story).strength == .oneSource)
    }

    @Test("Two unnamed speakers may be one person, and count as one")
    func unnamedSpeakers() throws {
        let story = try CaseStory.withEvidence().with("speaker", of: "testimony-a", nil)
            .with(
                "support", of: "claim-a",
                "[{testimony: testimony-a, paragraph: 1}, {testimony: testimony-n, paragraph: 1}]")
        #expect(try standing("claim-a", story).strength == .oneSource)
    }

    @Test("A reference notices that its paragraph was corrected, and where the old words are now")
    func moved() throws {
        let story = try CaseStory.withEvidence()
        let account = try #require(try story.folder().evidence.testimonies.values.first { $0.id.text == "testimony-a" })
        let print = try #require(account.paragraph(1).flatMap(ParagraphPrint.init))
        let pointed = try story.with(
            "support", of: "claim-a", "[{testimony: testimony-a, paragraph: 1, print: \(print.text)}]")
        #expect(try standing("claim-a", pointed).basis.losses == [])
        let inserted = try pointed.with(
            "paragraphs", of: "testimony-a",
            """
            [{number: 1, text: {ko: 새 문단.}, knowledge: direct}, {number: 2, text: {ko: 군인  둘이 왔어요.}, knowledge: direct}]
            """)
        #expect(try standing("claim-a", inserted).basis.losses.map(\.movedTo) == [2])
        let gone = try pointed.with("paragraphs", of: "testimony-a", "[{number: 1, text: {ko: 세 사람이 왔어요.}}]")
        #expect(try standing("claim-a", gone).basis.losses.map(\.movedTo) == [nil])
        #expect(try standing("claim-a", gone).strength == .unsupported)
    }
}
