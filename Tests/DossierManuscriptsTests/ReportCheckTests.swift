import DossierManuscripts
import DossierModel
import DossierProfiles
import DossierTestSupport
import Foundation
import Testing

@Suite("Checking a report")
struct ReportCheckTests {
    /// By Seoul's clocks.
    private func moment(_ text: String) throws -> Date {
        let zone = try #require(TimeZone(identifier: "Asia/Seoul"))
        let time = try #require(ReportProfile.ClockTime(text))
        return try #require(GenevaClock.moment(time, in: zone))
    }

    private func shortfalls(
        _ story: ManuscriptStory, at time: String = "2024-03-15T12:00", words: WordCounts = WordCounts(body: 2_000),
        _ change: (inout ReportCircumstances, Manuscript) throws -> Void = { _, _ in }
    ) throws -> [Shortfall] {
        let manuscript = try story.manuscript()
        var circumstances = ReportCircumstances(
            now: try moment(time), localZone: try #require(TimeZone(identifier: "Asia/Seoul")), words: words)
        try change(&circumstances, manuscript)
        return ReportCheck(profile: try ProjectFolder.reportProfile()).shortfalls(of: manuscript, in: circumstances)
    }

    private func rules(_ shortfalls: [Shortfall]) -> [String] {
        shortfalls.map { [$0.rule.id, $0.variant].compactMap(\.self).joined(separator: " ") }
    }

    private let complete = ManuscriptStory(text: "# A\n\nx[](recommendation:X/1#1.2)\n")

    @Test("A report that lacks nothing has nothing to be told")
    func sound() throws { #expect(try rules(shortfalls(complete)) == []) }

    @Test(
        "What the cover lacks",
        arguments: [
            ("state", nil, "upr.state"), ("submitters", nil, "upr.submitters none"),
            ("submitters", "[{acronym: A}]", "upr.submitters unnamed"), ("form", nil, "upr.form unsaid"),
            ("form", "joint", "upr.form joint"), ("languageOfText", "ko", "upr.language"),
            ("languageOfText", "ru", "upr.preferred-language"), ("keywords", nil, "upr.keywords"),
            ("session", nil, "upr.window-unknown unsaid"), ("session", "54", "upr.window-unknown unknown"),
            ("period", nil, "upr.period unsaid"), ("cycle", "2", "upr.cycle"),
            ("submitters", "[{name: A}]", "upr.organisation activities"), ("submitters", "[{name: A}]", "upr.contact"),
            ("submitters", "[{name: A}, {name: B}]", "upr.form individual"),
        ] as [(String, String?, String)])
    func cover(_ field: String, _ yaml: String?, _ rule: String) throws {
        #expect(try rules(shortfalls(complete.with(field, yaml))).contains(rule))
    }

    @Test("Where nobody could look for names, the report waits")
    func uncheckedNames() throws {
        let found = try shortfalls(complete) { circumstances, _ in circumstances.names = nil }
        #expect(rules(found) == ["upr.names unchecked"])
        #expect(found.first?.rule.severity == .blocks)
    }

    @Test("A recommendation to another State is not this report's")
    func otherState() throws {
        let found = try shortfalls(complete) { circumstances, manuscript in
            for use in ManuscriptWalk(manuscript).citations {
                circumstances.standings[use] = .ofOtherState("Norvania")
            }
        }
        #expect(rules(found) == ["upr.citations otherState"])
    }

    @Test("An organisation is known by its acronym and by its name, within a report and beside it")
    func organisations() throws {
        let twice = complete.with("form", "joint").with(
            "submitters", "[{name: Alliance of a Sample, acronym: AOS}, {name: alliance of a sample}]")
        #expect(try rules(shortfalls(twice)).contains("upr.twice here"))
        let other = try ManuscriptStory().with("submitters", "[{name: Alliance of a sample}]").manuscript(
            id: "report-b")
        let found = try shortfalls(complete) { circumstances, _ in circumstances.others = [OtherReport(other)] }
        #expect(rules(found).contains("upr.twice individual"))
    }

    @Test("Form and deadline hold a report up, substance does not")
    func severities() throws {
        for rule in try ProjectFolder.reportProfile().rules where rule.trust == .unverified {
            #expect(rule.severity == .advises, "\(rule.id)")
        }
        let found = try shortfalls(complete.with("keywords", nil).with("state", nil))
        #expect(found.map(\.rule.severity) == [.blocks, .advises])
    }

    @Test("The limit of a guide that was read blocks; the one that everybody repeats only advises")
    func limits() throws {
        let over = WordCounts(body: 2_816)
        #expect(
            try rules(shortfalls(complete.with("cycle", "2").with("session", "20"), words: over)).contains(
                "upr.words body"))
        #expect(try rules(shortfalls(complete, words: over)) == ["upr.words-unverified body"])
        #expect(try rules(shortfalls(complete, words: WordCounts(body: 2_815))) == [])
        let joint = complete.with("form", "joint").with(
            "submitters",
            "[{name: A, founded: 2001, activities: x, contactEmail: a@b.c}, {name: B, founded: 2002, activities: y, contactEmail: b@b.c}]"
        )
        #expect(try rules(shortfalls(joint, words: WordCounts(body: 5_630))) == [])
        #expect(try rules(shortfalls(joint, words: WordCounts(body: 5_631))) == ["upr.words-unverified body"])
    }

    @Test("Notes, annexes and cover beyond the limit are told, and never block: whether they count is not certain")
    func allWords() throws {
        let words = WordCounts(body: 2_000, notes: 600, annexes: 300, cover: 100)
        let found = try shortfalls(complete.with("cycle", "2").with("session", "20"), words: words)
        #expect(rules(found).contains("upr.words-unverified all"))
        #expect(found.areReady)
    }

    @Test("A limit in pages is shown and not judged")
    func pages() throws {
        #expect(
            try !rules(shortfalls(complete.with("cycle", "1").with("session", "6"), words: WordCounts(body: 9_000)))
                .contains { $0.hasPrefix("upr.words") })
    }

    @Test(
        "The window follows Geneva's clocks, over the change to summer time",
        arguments: [
            ("2024-02-27T07:59", "upr.window early"), ("2024-02-27T08:00", nil), ("2024-04-09T06:59", nil),
            ("2024-04-09T07:00", "upr.window closed"),
        ] as [(String, String?)])
    func window(_ time: String, _ rule: String?) throws {
        let found = try rules(shortfalls(complete, at: time)).filter { $0.hasPrefix("upr.window") }
        #expect(found == [rule].compactMap(\.self))
    }

    @Test("The last two days are told with the hours that are left, in both places' time")
    func deadline() throws {
        let found = try #require(
            try shortfalls(complete, at: "2024-04-08T07:00").first { $0.rule.id == "upr.deadline" })
        #expect(found.arguments["hours"] == "23")
        #expect(found.arguments["geneva"] == "2024-04-08 23:59")
        #expect(found.arguments["local"] == "2024-04-09 06:59")
        #expect(try !rules(shortfalls(complete, at: "2024-04-06T12:00")).contains("upr.deadline"))
    }

    @Test("A window that opens in winter time opens eight hours earlier by Seoul's clocks")
    func winter() throws {
        let time = try #require(ReportProfile.ClockTime("2024-02-27T00:00"))
        let opens = try #require(GenevaClock.moment(time))
        let seoul = try #require(TimeZone(identifier: "Asia/Seoul"))
        #expect(GenevaClock.text(opens, in: seoul) == "2024-02-27 08:00")
    }

    @Test("What became of each citation is told at its line")
    func citations() throws {
        let story = ManuscriptStory(text: "# A\n\nx[](case:case-a)\n\ny[](recommendation:1.2)\n")
        let found = try shortfalls(story) { circumstances, manuscript in
            for use in ManuscriptWalk(manuscript).citations {
                circumstances.standings[use] =
                    use.address.hasPrefix("case") ? .closed : .ambiguous(["X/1, para. 1.2", "X/2, para. 1.2"])
            }
        }.filter { $0.rule.severity == .blocks }
        #expect(rules(found) == ["upr.consent", "upr.citations ambiguous"])
        #expect(found.map(\.place.line) == [3, 5])
        #expect(found.last?.arguments["symbols"] == "X/1, para. 1.2, X/2, para. 1.2")
    }

    @Test("A name blocks, a given name alone advises, and neither is repeated in the message")
    func names() throws {
        let person = try #require(RecordID("person-a"))
        let found = try shortfalls(complete) { circumstances, _ in
            circumstances.names = [
                NameFinding(kind: .fullName, person: person, file: "01.md", line: 3),
                NameFinding(kind: .givenName, person: person, file: "01.md", line: 3),
                NameFinding(kind: .identifier, person: person, file: "01.md", line: 3),
            ]
        }
        #expect(rules(found) == ["upr.names fullName", "upr.names identifier", "upr.given-names"])
        #expect(found.map(\.rule.severity) == [.blocks, .blocks, .advises])
    }

    @Test("An organisation in two joint reports on one review is found, one in a joint and an individual is not")
    func twice() throws {
        let both = "[{name: A, acronym: AOS}, {name: B, acronym: BOS}]"
        let other = try ManuscriptStory().with("form", "joint").with("submitters", both).manuscript(id: "report-b")
        let joint = complete.with("form", "joint").with(
            "submitters",
            "[{name: A, acronym: a o s, founded: 2001, activities: x, contactEmail: a@b.c}, {name: C, founded: 2001, activities: x, contactEmail: c@b.c}]"
        )
        let others = [OtherReport(other)]
        #expect(
            try rules(shortfalls(joint) { circumstances, _ in circumstances.others = others }) == ["upr.twice joint"])
        #expect(try rules(shortfalls(complete) { circumstances, _ in circumstances.others = others }) == [])
    }

    @Test("A period that begins before the last review is told; the review is looked up by State and session")
    func period() throws {
        let story = complete.with("state", "PRK").with("period", "2014-01-01/2024-04-08")
        let found = try #require(try shortfalls(story).first { $0.rule.id == "upr.period" })
        #expect(found.arguments["review"] == "2019-05-09")
        #expect(
            try rules(shortfalls(story.with("period", "2019-05-10/2024-04-08"))).allSatisfy {
                !$0.hasPrefix("upr.period")
            })
    }

    @Test("Every rule has a judge, and every judge a rule")
    func judges() throws {
        #expect(Set(try ProjectFolder.reportProfile().rules.map(\.judge)) == Set(ReportJudges.words))
    }
}

@Suite("Counting words as a word processor does")
struct WordCountTests {
    @Test(
        "Words are what stands between spaces; Han and kana count by the sign, Hangul by the word",
        arguments: [
            ("", 0), ("  \n", 0), ("one two\u{A0}three", 3), ("e-mail: a@b.c (x)", 3), ("한국어 두 낱말", 3), ("漢字かな", 4),
            ("abc漢def", 3),
        ])
    func words(_ text: String, _ count: Int) { #expect(WordCounts.words(in: text) == count) }
}
