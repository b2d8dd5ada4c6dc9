import Foundation

/// Somebody at the desk: types into boxes by their names, presses buttons, and reads.
struct Caseworker: Sendable {
    let desk: RunningDesk
    let browser: BrowserSession

    /// Sits down at a desk whose link nobody has opened yet.
    static func with<Value: Sendable>(
        _ desk: RunningDesk, _ driver: ChromeDriver, _ options: BrowserOptions = BrowserOptions(language: "ko"),
        _ body: @Sendable (Caseworker) async throws -> Value
    ) async throws -> Value {
        try await driver.withSession(options) { browser in
            try await browser.navigate(to: desk.link)
            return try await body(Caseworker(desk: desk, browser: browser))
        }
    }

    func visit(_ path: String) async throws { try await browser.navigate(to: desk.url(path)) }

    static func box(_ name: String) -> String { "[name=\"\(name)\"]" }

    func type(_ text: String, into name: String) async throws {
        let box = try await shown(name)
        try await box.clear()
        try await box.sendKeys(text)
    }

    /// Chooses from a list by the value.
    func choose(_ value: String, in name: String) async throws {
        _ = try await shown(name)
        try await browser.find("\(Self.box(name)) option[value=\"\(value)\"]").click()
    }

    func tick(_ name: String) async throws { try await shown(name).click() }

    /// Says how a question was answered.
    func answer(_ kind: String, to entry: String) async throws {
        let radios = try await browser.findAll("input[type=radio][name=\"\(entry).answer\"][value=\(kind)] + span")
        if let radio = radios.first { return try await radio.click() }
        try await choose(kind, in: "\(entry).answer")
    }

    func press(_ action: String) async throws {
        try await click("button[name=do][value=\"\(action)\"]:not(.unseen)")
    }

    func save() async throws { try await press("save") }

    /// Clicks what another page should come of.
    func click(_ css: String) async throws {
        let element = try await browser.find(css)
        try await reveal(element)
        try await browser.load { try await element.click() }
    }

    /// Waits until what was typed is kept.
    func waitUntilKept() async throws {
        try await browser.wait(
            "the draft to be kept", until: { try await text("[data-state]").contains("초안으로 보관했습니다") })
    }

    func text(_ css: String = "main") async throws -> String { try await browser.find(css).text() }

    func value(of name: String) async throws -> String {
        try await browser.find(Self.box(name)).property("value").string ?? ""
    }

    func path() async throws -> String { try await browser.currentURL().path }

    /// The box, with whatever hides it opened.
    private func shown(_ name: String) async throws -> PageElement {
        let box = try await browser.find(Self.box(name))
        try await reveal(box)
        return box
    }

    private func reveal(_ element: PageElement) async throws {
        _ = try await browser.executeScript(
            """
            for (let up = arguments[0].parentElement; up; up = up.parentElement) {
                if (up.tagName === 'DETAILS') { up.open = true; }
            }
            arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});
            """, [element.json])
    }
}
