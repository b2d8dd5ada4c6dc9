import Foundation
import Testing

extension AcceptanceSuite {
    /// The caseworker's page in a real browser.
    @Suite("The desk")
    struct DeskTests {
        /// A desk on the library of a sample, with somebody sitting at it.
        static func atDesk(
            _ samples: [String] = ["01-civilian-1950.yaml", "01-civilian-1950.evidence.yaml"], language: String = "ko",
            options: BrowserOptions = BrowserOptions(language: "ko"),
            _ body: @Sendable (Caseworker) async throws -> Void
        ) async throws {
            try await Workplace.with(samples: samples) { place in
                try await ChromeDriver.with { driver in
                    try await RunningDesk.with(place, language: language) { desk in
                        try await Caseworker.with(desk, driver, options, body)
                    }
                }
            }
        }

        @Test("A case is entered from nothing until its petition can go, and the petition is there to look at")
        func fromNothing() async throws {
            try await Self.atDesk { worker in
                let caseID = try await CaseEntry(worker: worker).enter()
                try await worker.visit("/cases/\(caseID)")
                let page = try await worker.text()
                #expect(page.contains("실무그룹에 낼 수 있습니다"), "\(page)")
                try await worker.visit("/cases/\(caseID)/preview/document?edition=full&lang=en")
                let petition = try await worker.text("body")
                #expect(petition.contains("KIM Cheol-su"))
                #expect(petition.contains("September 1950"))
                #expect(!petition.uppercased().contains("DRAFT"))
                let checked = try await worker.desk.place.run("check", caseID, "--on", RunningDesk.day)
                #expect(checked.status == 0, "\(checked.output)")
            }
        }

        @Test("A testimony is taken paragraph by paragraph, with a claim on one of them and a consent to it")
        func testimony() async throws {
            try await Self.atDesk { worker in
                try await worker.visit("/cases/case-s1a")
                try await worker.click("form:has(input[value=testimony]) button")
                try await worker.choose("person-s1b", in: "speaker.1.value")
                try await worker.press("add paragraphs.1.value.1")
                try await worker.type("저녁을 먹고 있었어요.", into: "paragraphs.1.value.1.text.1.value.text")
                try await worker.type("We were eating.", into: "paragraphs.1.value.1.text.1.value.in.1.text")
                try await worker.choose("direct", in: "paragraphs.1.value.1.knowledge.1.value")
                try await worker.press("add paragraphs.1.value.2")
                #expect(try await worker.value(of: "paragraphs.1.value.2.number.1.value") == "2")
                try await worker.type("이웃이 북으로 갔다고 했어요.", into: "paragraphs.1.value.2.text.1.value.text")
                try await worker.choose("hearsay", in: "paragraphs.1.value.2.knowledge.1.value")
                try await worker.save()
                let id = try await worker.path().split(separator: "/").last.map(String.init) ?? ""
                let shown = try await worker.desk.place.run("case", "show", id)
                #expect(shown.output.contains("저녁을 먹고 있었어요."))
                #expect(shown.output.contains("We were eating."))
                #expect(shown.output.contains("knowledge: hearsay"))

                try await worker.press("claim 1")
                try await worker.type("그는 저녁에 끌려갔다.", into: "statement.1.value.text")
                try await worker.save()
                let claim = try await worker.path().split(separator: "/").last.map(String.init) ?? ""
                let shownClaim = try await worker.desk.place.run("case", "show", claim)
                #expect(shownClaim.output.contains("testimony: \(id)"))
                #expect(shownClaim.output.contains("print:"))

                try await worker.visit("/cases/case-s1a")
                try await worker.click("form:has(input[value=consent]) button")
                try await worker.choose("person-s1b", in: "by.1.value")
                try await worker.choose(id, in: "testimonies.1.value.1")
                try await worker.choose("", in: "about.1.value")
                try await worker.tick("purposes.1.value.submit")
                try await worker.type("wgeid", into: "recipients.1.value")
                try await worker.type("2026년 11월 20일", into: "givenOn.1.value.words.text")
                try await worker.choose("oral-with-witness", in: "recorded.1.value")
                try await worker.save()
                let consent = try await worker.path().split(separator: "/").last.map(String.init) ?? ""
                let listed = try await worker.desk.place.run("case", "show", consent)
                #expect(listed.output.contains("testimonies: \(id)"), "\(listed.output)")
                #expect(listed.output.contains("2026-11-20"))
            }
        }

        @Test("A relative is written into the case when the person is saved, and not before")
        func relative() async throws {
            try await Self.atDesk { worker in
                let place = worker.desk.place
                try await worker.visit("/cases/case-s1a")
                try await worker.click("form:has(input[value=relative]) button")
                let id = try await worker.path().split(separator: "/").last.map(String.init) ?? ""
                let before = try await place.run("case", "show", id)
                #expect(before.status == 66)
                try await worker.type("강", into: "names.1.value.1.family")
                try await worker.type("순례", into: "names.1.value.1.given")
                try await worker.save()
                #expect(try await worker.text(".done").contains("저장했습니다"))
                let shown = try await place.run("case", "show", "case-s1a")
                #expect(shown.output.contains("- {person: \(id)}") || shown.output.contains("person: \(id)"))
                try await worker.visit("/cases/case-s1a")
                #expect(try await worker.text().contains("강순례"))
            }
        }

        @Test("Script in a name is a name")
        func script() async throws {
            try await Self.atDesk { worker in
                let hostile =
                    "<script>document.title='broken'</script>\"><img src=x onerror=\"document.title='broken'\">"
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type(hostile, into: "names.1.value.1.given")
                try await worker.save()
                for path in [
                    "/", "/cases", "/cases/case-s1a", "/cases/case-s1a/person-s1a/history",
                ] {
                    try await worker.visit(path)
                    #expect(try await worker.browser.title() != "broken", "\(path)")
                    #expect(try await worker.browser.findAll("main img, main script").isEmpty, "\(path)")
                }
                try await worker.visit("/cases/case-s1a")
                #expect(try await worker.text().contains(hostile))
            }
        }

        @Test("Korean that comes in pieces is kept whole")
        func decomposed() async throws {
            try await Self.atDesk { worker in
                let pieces = "한들".decomposedStringWithCanonicalMapping
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("서울 \(pieces)", into: "notes.1.value.text")
                try await worker.save()
                let shown = try await worker.desk.place.run("case", "show", "person-s1a")
                #expect(Array(shown.output.unicodeScalars).contains("한".unicodeScalars.first ?? "x"))
                #expect(!shown.output.unicodeScalars.contains { (0x1100...0x11FF).contains($0.value) })
            }
        }

        @Test("The start says until when the urgent procedure is open, and leads to the case")
        func urgent() async throws {
            try await Self.atDesk(["05-returned-2026.yaml"]) { worker in
                try await worker.visit("/")
                #expect(try await worker.text(".waiting").contains("2027-01-09까지"))
                try await worker.click(".waiting a")
                #expect(try await worker.path().hasPrefix("/cases/case-"))
            }
        }

        @Test("A person is found by the name, and the name is in no address and no title")
        func search() async throws {
            try await Self.atDesk { worker in
                for text in ["도한들", "한들", "person-s1a"] {
                    try await worker.visit("/")
                    try await worker.type(text, into: "q")
                    try await worker.click("form.find button")
                    #expect(try await worker.text().contains("도한들"), "\(text)")
                    #expect(try await worker.browser.currentURL().absoluteString.hasSuffix("/search"))
                }
                try await worker.click("main .cards a")
                #expect(try await !worker.browser.title().contains("도한들"))
            }
        }

        @Test("What would not be saved is told before it is thrown away")
        func untaken() async throws {
            try await Self.atDesk { worker in
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.answer("unknown", to: "occupation")
                try await worker.type("딸도 모름", into: "occupation.why.text")
                try await worker.save()
                #expect(try await worker.text("[id='f-occupation']").contains("저장되지 않습니다"))
                let shown = try await worker.desk.place.run("case", "show", "person-s1a")
                #expect(shown.output.contains("신문사 교정원"))
            }
        }

        @Test("Names in three scripts that were kept as they were typed come back in their scripts")
        func scripts() async throws {
            try await Self.atDesk { worker in
                try await worker.visit("/new")
                try await worker.click("main button.main")
                try await worker.type("朴", into: "names.1.value.2.family")
                try await worker.type("英", into: "names.1.value.2.given")
                try await worker.type("PAK", into: "names.1.value.3.family")
                try await worker.waitUntilKept()
                try await worker.browser.reload()
                #expect(try await worker.value(of: "names.1.value.2.script") == "hanja")
                try await worker.save()
                let id = try await worker.path().split(separator: "/").last.map(String.init) ?? ""
                let shown = try await worker.desk.place.run("case", "show", id)
                #expect(shown.output.contains("script: hanja"), "\(shown.output)")
                #expect(shown.output.contains("script: latin"))
                #expect(!shown.output.contains("script: hangul"))
            }
        }

        @Test("A fault is told at its box, and what was typed stays")
        func faults() async throws {
            try await Self.atDesk { worker in
                try await worker.visit("/cases/case-s1a/incident-s1")
                try await worker.press("remove date.2")
                try await worker.type("", into: "date.1.value.edtf")
                try await worker.type("그해 언젠가", into: "date.1.value.words.text")
                try await worker.save()
                let entry = try await worker.text("[id='f-date']")
                #expect(entry.contains("날짜로 읽을 수 없습니다"), "\(entry)")
                #expect(try await worker.value(of: "date.1.value.words.text") == "그해 언젠가")
                #expect(try await worker.text(".notes").contains("아직 저장하지 않았습니다"))
                let shown = try await worker.desk.place.run("case", "show", "incident-s1")
                #expect(shown.output.contains("추석 전"))
            }
        }

        @Test("What the petition lacks changes while somebody types, and each lack leads to its field")
        func liveCheck() async throws {
            try await Self.atDesk(["08-not-ready-1952.yaml"]) { worker in
                try await worker.visit("/cases")
                try await worker.click("table.rows a")
                let before = try await worker.browser.findAll("#check li").count
                try await worker.click("#check li[data-rule='wgeid.date'] a")
                #expect(try await worker.browser.currentURL().fragment == "f-date")
                try await worker.type("", into: "date.1.value.edtf")
                try await worker.choose("", in: "date.1.value.calendar")
                try await worker.type("1952년 3월", into: "date.1.value.words.text")
                try await worker.browser.wait(
                    "the lack to go",
                    until: {
                        try await worker.browser.findAll("#check li[data-rule='wgeid.date']").isEmpty
                    })
                #expect(try await worker.browser.findAll("#check li").count < before)
                #expect(try await worker.text("[data-hint]").contains("1952년 3월"))
            }
        }
    }
}
