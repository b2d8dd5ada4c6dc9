/// A window or a tab of a browser, by the name that WebDriver gave it.
struct BrowserWindow: Sendable, Hashable {
    let handle: String
}

/// Where a window is and how large, in CSS pixels.
struct WindowRect: Sendable, Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
}

extension BrowserSession {
    func window() async throws -> BrowserWindow { BrowserWindow(handle: try await string("/window")) }

    func windows() async throws -> [BrowserWindow] {
        (try await get("/window/handles").array ?? []).compactMap(\.string).map { BrowserWindow(handle: $0) }
    }

    /// Opens a tab and goes to it.
    @discardableResult
    func newTab() async throws -> BrowserWindow {
        let value = try await post("/window/new", ["type": "tab"])
        guard let handle = value["handle"]?.string else {
            throw BrowserFailure.unanswered(command: "POST /window/new", why: "\(value)")
        }
        let tab = BrowserWindow(handle: handle)
        try await switchTo(tab)
        return tab
    }

    func switchTo(_ window: BrowserWindow) async throws {
        _ = try await post("/window", ["handle": .string(window.handle)])
    }

    /// Goes into a frame of the page, or with nil to the whole page again.
    func switchTo(frame: PageElement?) async throws { _ = try await post("/frame", ["id": frame?.json ?? .null]) }

    /// Closes this window. Another must be switched to, and the last one ends the browser.
    func closeWindow() async throws { _ = try await command("DELETE", "/window") }

    /// Sets the size of the window, its frame included.
    func setWindow(width: Int, height: Int) async throws {
        let size = [("width", width), ("height", height)].map { ($0, JSON.number(Double($1))) }
        _ = try await post("/window/rect", .object(Dictionary(size) { $1 }))
    }

    func windowRect() async throws -> WindowRect {
        let value = try await get("/window/rect")
        guard let x = value["x"]?.int, let y = value["y"]?.int, let width = value["width"]?.int,
            let height = value["height"]?.int
        else { throw BrowserFailure.unanswered(command: "GET /window/rect", why: "\(value)") }
        return WindowRect(x: x, y: y, width: width, height: height)
    }

    // MARK: Dialogs

    func dialogText() async throws -> String { try await string("/alert/text") }
    func acceptDialog() async throws { _ = try await post("/alert/accept") }
    func dismissDialog() async throws { _ = try await post("/alert/dismiss") }
}
