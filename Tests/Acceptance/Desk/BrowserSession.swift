import Foundation

/// One Chromium that a test drives, with a profile of its own, by W3C WebDriver.
struct BrowserSession: Sendable {
    let driver: ChromeDriver
    let id: String
    let options: BrowserOptions
    /// Where it puts what it downloads.
    let downloads: URL

    /// Opens a browser. ``ChromeDriver/withSession(_:_:)`` closes it too.
    /// - Parameters:
    ///   - options: How it is set up.
    ///   - driver: The driver that starts it.
    /// - Returns: The browser, with an empty page.
    /// - Throws: ``BrowserFailure``, ``Failure/noTool(_:)``
    static func open(_ options: BrowserOptions, on driver: ChromeDriver) async throws -> BrowserSession {
        let folder = driver.folder.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        let downloads = BrowserOptions.downloads(in: folder)
        try FileManager.default.createDirectory(at: downloads, withIntermediateDirectories: true)
        let wanted = options.capabilities(chromium: try Validators.tool("chromium"), folder: folder)
        let value = try await driver.command("POST", "/session", wanted)
        guard let id = value["sessionId"]?.string else {
            throw BrowserFailure.unanswered(command: "POST /session", why: "\(value)")
        }
        return BrowserSession(driver: driver, id: id, options: options, downloads: downloads)
    }

    /// Closes the browser and all its windows; it is no error when the last of them is closed already.
    func delete() async throws {
        do {
            _ = try await command("DELETE", "")
        } catch BrowserFailure.refused(_, "invalid session id", _) {}
    }

    // MARK: Pages

    func navigate(to url: URL) async throws { _ = try await post("/url", ["url": .string(url.absoluteString)]) }
    func back() async throws { _ = try await post("/back") }
    func forward() async throws { _ = try await post("/forward") }
    func reload() async throws { _ = try await post("/refresh") }
    func title() async throws -> String { try await string("/title") }
    func source() async throws -> String { try await string("/source") }

    func currentURL() async throws -> URL {
        let text = try await string("/url")
        guard let url = URL(string: text) else { throw BrowserFailure.unanswered(command: "GET /url", why: text) }
        return url
    }

    // MARK: Elements

    /// The first element that a CSS selector finds.
    /// - Parameters:
    ///   - css: The selector.
    ///   - seconds: How long the page may take to have it.
    /// - Returns: The element.
    /// - Throws: ``BrowserFailure``
    func find(_ css: String, within seconds: Double = 0) async throws -> PageElement {
        guard seconds > 0 else { return try element(try await post("/element", Self.selector(css))) }
        return try await wait(for: css, within: seconds) { try await find(css) }
    }

    /// Every element that a CSS selector finds, in the order of the page; none is no error.
    func findAll(_ css: String) async throws -> [PageElement] {
        try (try await post("/elements", Self.selector(css)).array ?? []).map { try element($0) }
    }

    /// The element that has the focus: the body, when no other has it.
    func activeElement() async throws -> PageElement { try element(try await get("/element/active")) }

    static func selector(_ css: String) -> JSON { ["using": "css selector", "value": .string(css)] }

    /// An element that a command or a script has answered.
    func element(_ answer: JSON) throws -> PageElement {
        guard let id = answer[PageElement.key]?.string else {
            throw BrowserFailure.unanswered(command: "find", why: "\(answer) is no element")
        }
        return PageElement(session: self, id: id)
    }

    // MARK: Waiting

    /// Looks every twentieth of a second until there is something. What is absent, or gone stale, may yet come.
    /// - Parameters:
    ///   - what: What is waited for, for the message when it does not come.
    ///   - seconds: How long.
    ///   - look: Gives what was waited for, or nil.
    /// - Returns: What `look` gave.
    /// - Throws: ``BrowserFailure/neverCame(_:seconds:page:)``, and what `look` throws beside absence.
    func wait<Value: Sendable>(
        for what: String, within seconds: Double = 10, _ look: () async throws -> Value?
    ) async throws -> Value {
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        while true {
            do {
                if let found = try await look() { return found }
            } catch let failure as BrowserFailure where failure.isAbsence {}
            guard ContinuousClock.now < end else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let page = (try? await string("/url")) ?? "a page without address"
        throw BrowserFailure.neverCame(what, seconds: seconds, page: page)
    }

    /// Waits until something is so.
    func wait(
        _ what: String, within seconds: Double = 10, until isSo: () async throws -> Bool
    ) async throws {
        try await wait(for: what, within: seconds) { try await isSo() ? () : nil }
    }

    /// Does what brings another page, such as sending a form, and waits until that page is there and whole.
    ///
    /// A click ends when it is done, and the browser may not have left the old page yet.
    /// - Parameters:
    ///   - seconds: How long the page may take.
    ///   - act: What brings it.
    /// - Throws: ``BrowserFailure``, and what `act` throws.
    func load(within seconds: Double = 20, _ act: () async throws -> Void) async throws {
        let old = try await find("html")
        try await act()
        try await wait("other page", within: seconds) {
            do {
                _ = try await old.tagName()
                return false
            } catch let failure as BrowserFailure where failure.isAbsence {
                return try await executeScript("return document.readyState") == "complete"
            }
        }
    }

    // MARK: Commands

    func command(_ method: String, _ path: String, _ body: JSON = [:]) async throws -> JSON {
        try await driver.command(method, "/session/\(id)\(path)", body)
    }

    func get(_ path: String) async throws -> JSON { try await command("GET", path) }
    func post(_ path: String, _ body: JSON = [:]) async throws -> JSON { try await command("POST", path, body) }

    func string(_ path: String) async throws -> String {
        let value = try await get(path)
        guard let string = value.string else { throw BrowserFailure.unanswered(command: path, why: "\(value)") }
        return string
    }
}
