import Foundation
import Testing

extension AcceptanceSuite {
    /// No typed word is lost.
    @Suite("Drafts at the desk")
    struct DraftKeepingTests {
        @Test("What was typed survives a closed tab and a killed server")
        func killed() async throws {
            try await Workplace.with { place in
                try await ChromeDriver.with { driver in
                    let first = try await RunningDesk.start(place)
                    defer { first.kill() }
                    try await Caseworker.with(first, driver) { worker in
                        try await worker.visit("/cases/case-s1a/person-s1a")
                        try await worker.type("따님이 울음을 멈춘 뒤에 하신 말씀", into: "notes.1.value.text")
                        try await worker.waitUntilKept()
                        first.kill()
                    }
                    try await RunningDesk.with(place) { second in
                        try await Caseworker.with(second, driver) { worker in
                            #expect(try await worker.text().contains("저장하지 않은 글"))
                            try await worker.click(".drafts a")
                            #expect(
                                try await worker.value(of: "notes.1.value.text") == "따님이 울음을 멈춘 뒤에 하신 말씀")
                            try await worker.save()
                        }
                    }
                    let shown = try await place.run("case", "show", "person-s1a")
                    #expect(shown.output.contains("따님이 울음을 멈춘 뒤에 하신 말씀"))
                }
            }
        }

        @Test("A page that is left in the middle of a word has kept it")
        func left() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("떠나기 바로 앞", into: "notes.1.value.text")
                // No waiting: the page goes at once.
                try await worker.visit("/")
                try await worker.browser.wait(
                    "the draft",
                    until: {
                        try await worker.visit("/cases/case-s1a/person-s1a")
                        return try await worker.value(of: "notes.1.value.text") == "떠나기 바로 앞"
                    })
            }
        }

        @Test("Two tabs on one record see each other's words")
        func twoTabs() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                let browser = worker.browser
                try await worker.visit("/cases/case-s1a/person-s1a")
                let left = try await browser.window()
                let right = try await browser.newTab()
                try await browser.switchTo(right)
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("오른쪽에서", into: "activities.1.value.text")
                try await worker.waitUntilKept()
                try await browser.switchTo(left)
                try await browser.wait(
                    "the other tab's words",
                    until: {
                        try await worker.value(of: "activities.1.value.text") == "오른쪽에서"
                    })
                try await worker.type("왼쪽에서", into: "notes.1.value.text")
                try await worker.waitUntilKept()
                try await browser.switchTo(right)
                try await browser.wait(
                    "the first tab's words",
                    until: {
                        try await worker.value(of: "notes.1.value.text") == "왼쪽에서"
                    })
                #expect(try await worker.value(of: "activities.1.value.text") == "오른쪽에서")
            }
        }

        @Test("Of two tabs that write in one box, neither overwrites the other unseen")
        func quarrel() async throws {
            // Without script nobody is told in time: the hardest case.
            try await AcceptanceSuite.DeskTests.atDesk(
                options: BrowserOptions(language: "ko", allowsJavaScript: false)
            ) { worker in
                let browser = worker.browser
                try await worker.visit("/cases/case-s1a/person-s1a")
                let left = try await browser.window()
                let right = try await browser.newTab()
                try await browser.switchTo(right)
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("오른쪽에서 쓴 글", into: "notes.1.value.text")
                try await worker.press("keep")
                try await browser.switchTo(left)
                try await worker.type("왼쪽에서 쓴 글", into: "notes.1.value.text")
                try await worker.type("어부", into: "occupation.1.value.text")
                try await worker.save()
                let entry = try await worker.text("[id='f-notes']")
                #expect(entry.contains("오른쪽에서 쓴 글"), "\(entry)")
                #expect(try await worker.value(of: "notes.1.value.text") == "왼쪽에서 쓴 글")
                let before = try await worker.desk.place.run("case", "show", "person-s1a")
                #expect(!before.output.contains("왼쪽에서 쓴 글"))
                // Now that both have been seen, the decision stands.
                try await worker.save()
                let after = try await worker.desk.place.run("case", "show", "person-s1a")
                #expect(after.output.contains("왼쪽에서 쓴 글"))
                #expect(after.output.contains("어부"))
            }
        }

        @Test(
            "A page that was shown before another window saved overwrites nothing of it unseen",
            arguments: [true, false])
        func stale(_ allowsJavaScript: Bool) async throws {
            try await AcceptanceSuite.DeskTests.atDesk(
                options: BrowserOptions(language: "ko", allowsJavaScript: allowsJavaScript)
            ) { worker in
                let (browser, place) = (worker.browser, worker.desk.place)
                try await worker.visit("/cases/case-s1a/person-s1a")
                let left = try await browser.window()
                let right = try await browser.newTab()
                try await browser.switchTo(right)
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("오른쪽에서 저장한 글", into: "notes.1.value.text")
                try await worker.choose("widowed", in: "maritalStatus.1.value")
                try await worker.save()
                try await browser.switchTo(left)
                // With script the page may send the whole form by itself while somebody types on.
                try await worker.type("왼쪽에서 쓴 글", into: "notes.1.value.text")
                if allowsJavaScript {
                    try await browser.wait(
                        "the page to tell",
                        until: {
                            try await worker.text(".notes").contains("다르게 저장했습니다")
                        })
                } else {
                    try await worker.save()
                }
                #expect(try await worker.text(".notes").contains("다르게 저장했습니다"))
                #expect(try await worker.text("[id='f-notes']").contains("오른쪽에서 저장한 글"))
                #expect(try await worker.value(of: "notes.1.value.text") == "왼쪽에서 쓴 글")
                #expect(try await worker.value(of: "maritalStatus.1.value") == "widowed")
                let kept = try await place.run("case", "show", "person-s1a")
                #expect(kept.output.contains("오른쪽에서 저장한 글"))
                try await worker.save()
                let decided = try await place.run("case", "show", "person-s1a")
                #expect(decided.output.contains("왼쪽에서 쓴 글"))
                #expect(decided.output.contains("maritalStatus: widowed"))
            }
        }

        @Test("Looking at a record, and what leads on from it, leaves no draft behind")
        func lookedAt() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                try await worker.visit("/cases/case-s1a/testimony-s1b")
                #expect(try await worker.browser.findAll("details.more[open]").isEmpty)
                try await worker.press("claim 1")
                try await worker.visit("/cases/case-s1a/testimony-s1b")
                #expect(try await worker.text(".draft-state").contains("저장되어 있습니다"))
                try await worker.press("keep")
                try await worker.visit("/")
                let drafts = try await worker.browser.findAll(".drafts li").count
                #expect(drafts == 1)
            }
        }

        @Test("A half-typed date does not go when somebody saves elsewhere, and a record that they closed stays closed")
        func halfTyped() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("", into: "birthDate.1.value.edtf")
                try await worker.type("그해 봄이었다고 들었다", into: "birthDate.1.value.words.text")
                try await worker.waitUntilKept()
                let place = worker.desk.place
                let shown = try await place.run("case", "show", "person-s1a")
                let changed = shown.output.replacing("sex: male", with: "sex: male\nconfidentiality: house")
                let imported = try await place.run("import", try place.file("closed.yaml", changed))
                #expect(imported.status == 0, "\(imported.errors)")
                try await worker.save()
                #expect(try await worker.value(of: "birthDate.1.value.words.text") == "그해 봄이었다고 들었다")
                #expect(try await worker.value(of: "record.level") == "house")
            }
        }

        @Test(
            "A page that lies open when the desk is locked is covered, and its words are kept when it is opened again")
        func covered() async throws {
            try await Workplace.with { place in
                _ = try await TypedTerminal.run(
                    ["desk", "--set-passphrase", "--lang", "en"], typing: "봄에 피는 작은 꽃", environment: place.environment,
                    in: place.folder)
                try await ChromeDriver.with { driver in
                    try await RunningDesk.with(place) { desk in
                        try await Caseworker.with(desk, driver) { worker in
                            let browser = worker.browser
                            try await worker.visit("/cases/case-s1a/person-s1a")
                            let left = try await browser.window()
                            let right = try await browser.newTab()
                            try await browser.switchTo(right)
                            try await worker.visit("/")
                            try await worker.click("form[action='/lock'] button")
                            try await browser.switchTo(left)
                            _ = try await browser.find(".cover", within: 10)
                            try await browser.switchTo(right)
                            try await worker.type("봄에 피는 작은 꽃", into: "passphrase")
                            try await worker.click("form[action='/unlock'] button")
                            try await browser.switchTo(left)
                            try await browser.wait(
                                "the cover to go",
                                until: {
                                    try await browser.findAll(".cover").isEmpty
                                })
                            try await worker.type("덮였던 화면의 글", into: "notes.1.value.text")
                            try await worker.waitUntilKept()
                        }
                    }
                }
            }
        }

        @Test("What somebody saves elsewhere meanwhile is put together with the draft, and a quarrel is told")
        func elsewhere() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                try await worker.visit("/cases/case-s1a/person-s1a")
                try await worker.type("창에서 쓴 메모", into: "notes.1.value.text")
                try await worker.waitUntilKept()
                let place = worker.desk.place
                let shown = try await place.run("case", "show", "person-s1a")
                let changed = shown.output.replacing("maritalStatus: married", with: "maritalStatus: widowed")
                let file = try place.file("other.yaml", changed)
                let imported = try await place.run("import", file)
                #expect(imported.status == 0, "\(imported.errors)")
                try await worker.save()
                #expect(try await worker.text(".notes").contains("그사이 저장된 것과 합쳤습니다"))
                try await worker.save()
                let both = try await place.run("case", "show", "person-s1a")
                #expect(both.output.contains("창에서 쓴 메모"))
                #expect(both.output.contains("maritalStatus: widowed"))
            }
        }
    }
}
