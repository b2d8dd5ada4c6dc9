import Foundation
import Testing

extension AcceptanceSuite {
    /// `dossier desk` as it is typed.
    @Suite("The desk's command")
    struct DeskCommandTests {
        @Test("A library that is not there is told, and no page opens")
        func noLibrary() async throws {
            try await Workplace.with { place in
                let ending = try await place.run("desk", "--library", "\(place.folder.filePath)/none", "--lang", "en")
                #expect(ending.status == 66)
                #expect(ending.errors.contains("none"))
                #expect(!ending.errors.contains("http://"))
            }
        }

        @Test("A port that is none, or that somebody has, is told with what to do")
        func ports() async throws {
            try await Workplace.with { place in
                let none = try await place.run("desk", "--port", "70000", "--lang", "en")
                #expect(none.status == 64)
                #expect(none.errors.contains("70000"))
                try await RunningDesk.with(place) { desk in
                    let taken = try await place.run("desk", "--port", String(desk.http.port), "--lang", "en")
                    #expect(taken.status == 73)
                    #expect(taken.errors.contains("--port"))
                }
            }
        }

        @Test("The desk's program says by what it is started")
        func alone() async throws {
            let ending = try await BuiltProgram("dossier-desk").run([], environment: [:])
            #expect(ending.status == 64)
            #expect(ending.errors.contains("dossier desk"))
        }

        @Test("A desk that somebody has locked shows nothing, and its passphrase opens it where the words still are")
        func locking() async throws {
            try await Workplace.with { place in
                let words = "봄에 피는 꽃 1951"
                let typed = try await TypedTerminal.run(
                    ["desk", "--set-passphrase", "--lang", "en"], typing: words, environment: place.environment,
                    in: place.folder)
                #expect(typed.output.contains("The passphrase is set"), "\(typed.output)")
                #expect(!typed.output.contains(words))
                try await ChromeDriver.with { driver in
                    try await RunningDesk.with(place) { desk in
                        try await Caseworker.with(desk, driver) { worker in
                            try await worker.visit("/cases/case-s1a/person-s1a")
                            try await worker.type("잠그기 앞의 글", into: "notes.1.value.text")
                            try await worker.waitUntilKept()
                            try await worker.click("form[action='/lock'] button")
                            #expect(try await !worker.browser.source().contains("도한들"))
                            try await worker.visit("/cases/case-s1a/person-s1a")
                            #expect(try await !worker.browser.source().contains("도한들"))
                            try await worker.type("다른 말", into: "passphrase")
                            try await worker.click("form[action='/unlock'] button")
                            #expect(try await worker.text().contains("암호가 맞지 않습니다"))
                            try await worker.type(words, into: "passphrase")
                            try await worker.click("form[action='/unlock'] button")
                            try await worker.visit("/cases/case-s1a/person-s1a")
                            #expect(try await worker.value(of: "notes.1.value.text") == "잠그기 앞의 글")
                        }
                    }
                }
            }
        }

        @Test("A passphrase is asked at a terminal alone; taken away it is gone")
        func passphrase() async throws {
            try await Workplace.with { place in
                let piped = try await place.run("desk", "--set-passphrase", "--lang", "en")
                #expect(piped.status == 64)
                #expect(piped.errors.contains("terminal"))
                let gone = try await place.run("desk", "--remove-passphrase", "--lang", "en")
                #expect(gone.status == 0, "\(gone.errors)")
            }
        }
    }
}
