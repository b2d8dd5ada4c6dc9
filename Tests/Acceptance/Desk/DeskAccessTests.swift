import Foundation
import Testing

extension AcceptanceSuite {
    /// WCAG 2.2 AA as far as programs can judge it, the keyboard, and small screens.
    @Suite("The desk for everybody")
    struct DeskAccessTests {
        private static let pages = [
            "/", "/cases", "/new", "/overview", "/search", "/cases/case-s1a", "/cases/case-s1a/person-s1a",
            "/cases/case-s1a/incident-s1", "/cases/case-s1a/case-s1a", "/cases/case-s1a/testimony-s1b",
            "/cases/case-s1a/preview", "/cases/case-s1a/person-s1a/history", "/nothing",
        ]

        @Test("axe finds nothing wrong on any page", arguments: ["ko", "en"])
        func axe(_ language: String) async throws {
            try await AcceptanceSuite.DeskTests.atDesk(language: language) { worker in
                for page in Self.pages {
                    try await worker.visit(page)
                    _ = try await worker.browser.executeScript(
                        "document.querySelectorAll('details').forEach(one => { one.open = true; })")
                    let complaints = try await AxeRun.complaints(in: worker.browser)
                    #expect(complaints == [], "\(page)")
                }
            }
        }

        @Test("The keyboard reaches every box and button, in the order in which they stand, and gets out again")
        func keyboard() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                for page in ["/", "/cases/case-s1a", "/new"] {
                    try await worker.visit(page)
                    let walk = try await worker.browser.tabWalk()
                    #expect(walk.leavesPage, "\(page)")
                    let all = try await worker.browser.findAll(
                        "a[href], button:not([tabindex='-1']), input:not([type=hidden]), select, textarea, summary")
                    var shown = 0
                    for element in all where try await element.isDisplayed() { shown += 1 }
                    // The link to the text is shown when it has the focus.
                    #expect(walk.elements.count >= shown, "\(page)")
                }
            }
        }

        @Test("A record can be answered and saved by the keyboard alone")
        func typing() async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                let browser = worker.browser
                try await worker.visit("/cases/case-s1a/person-s1a")
                _ = try await browser.executeScript(
                    "document.querySelector('input[name=\"minority.answer\"]:checked').focus({focusVisible: true})")
                try await browser.press(Keys.right)
                try await browser.press(Keys.tab)
                for letter in "물어볼 사람이 없음" { try await browser.press(String(letter)) }
                try await worker.waitUntilKept()
                try await browser.load {
                    try await browser.press(Keys.enter, holding: []);
                    _ = try await browser.executeScript("document.querySelector('button[value=save]').focus()");
                    try await browser.press(Keys.enter)
                }
                let shown = try await worker.desk.place.run("case", "show", "person-s1a")
                #expect(shown.output.contains("물어볼 사람이 없음"), "\(shown.output)")
                #expect(shown.output.contains("unknown"))
            }
        }

        @Test("Nothing is cut off on a small laptop, nor at 200 % zoom", arguments: [1024, 640])
        func narrow(_ width: Int) async throws {
            try await AcceptanceSuite.DeskTests.atDesk { worker in
                try await worker.browser.setWindow(width: width, height: 768)
                for page in Self.pages {
                    try await worker.visit(page)
                    let over = try await worker.browser.executeScript(
                        "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
                    #expect((over.int ?? 1) <= 0, "\(page) \(over)")
                }
            }
        }
    }
}
