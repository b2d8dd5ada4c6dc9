import Foundation

/// An element of a page that a browser shows.
struct PageElement: Sendable {
    /// The name that WebDriver gives elements in JSON (§12.1, "web element identifier").
    static let key = "element-6066-11e4-a52e-4f735466cecf"

    let session: BrowserSession
    let id: String

    /// The element as an argument of a script.
    var json: JSON { [Self.key: .string(id)] }

    // MARK: What a person does

    func click() async throws { _ = try await post("/click") }
    func clear() async throws { _ = try await post("/clear") }

    /// Types text at the end of what is there.
    /// - Parameter text: What is typed, with ``Keys`` where they are pressed.
    /// - Throws: ``BrowserFailure``
    func sendKeys(_ text: String) async throws { _ = try await post("/value", ["text": .string(text)]) }

    /// Chooses files in a field that uploads them.
    /// - Parameter files: The files. More than one needs a field that takes several.
    /// - Throws: ``BrowserFailure``
    func upload(_ files: URL...) async throws { try await sendKeys(files.map(\.filePath).joined(separator: "\n")) }

    /// The first element inside this one that a CSS selector finds.
    func find(_ css: String) async throws -> PageElement {
        try session.element(try await post("/element", BrowserSession.selector(css)))
    }

    func findAll(_ css: String) async throws -> [PageElement] {
        try (try await post("/elements", BrowserSession.selector(css)).array ?? []).map { try session.element($0) }
    }

    // MARK: What a person sees

    /// The text as it is shown, with the spaces as they are shown; nothing, when the element is hidden.
    func text() async throws -> String { try await string("/text") }
    func tagName() async throws -> String { try await string("/name") }
    /// The role that assistive technology is told.
    func role() async throws -> String { try await string("/computedrole") }
    /// The name that assistive technology is told.
    func label() async throws -> String { try await string("/computedlabel") }
    func isSelected() async throws -> Bool { try await get("/selected").bool ?? false }
    func isEnabled() async throws -> Bool { try await get("/enabled").bool ?? false }
    func isDisplayed() async throws -> Bool { try await get("/displayed").bool ?? false }
    func css(_ property: String) async throws -> String { try await string("/css/\(property)") }

    /// What the page's source says; nil when it has no such attribute.
    func attribute(_ name: String) async throws -> String? { try await get("/attribute/\(name)").string }

    /// What is so now, as "value" is of a field in which somebody has typed.
    func property(_ name: String) async throws -> JSON { try await get("/property/\(name)") }

    private func get(_ path: String) async throws -> JSON { try await session.get("/element/\(id)\(path)") }
    private func post(_ path: String, _ body: JSON = [:]) async throws -> JSON {
        try await session.post("/element/\(id)\(path)", body)
    }
    private func string(_ path: String) async throws -> String { try await session.string("/element/\(id)\(path)") }
}

extension PageElement: Hashable {
    static func == (one: PageElement, other: PageElement) -> Bool {
        one.id == other.id && one.session.id == other.session.id
    }

    func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
