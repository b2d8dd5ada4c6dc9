/// Where the focus went while somebody pressed Tab.
struct TabWalk: Sendable {
    /// What had the focus, in this order, without the body.
    var elements: [PageElement]
    /// Whether the focus left the page at its end. If not, it was caught in the page.
    var leavesPage: Bool
}

extension BrowserSession {
    /// Presses keys one after the other, for whatever has the focus.
    /// - Parameters:
    ///   - keys: Each is a character or one of ``Keys``.
    ///   - holding: Keys that are held down meanwhile, as ``Keys/shift``.
    /// - Throws: ``BrowserFailure``
    func press(_ keys: String..., holding: [String] = []) async throws {
        let strokes =
            holding.map { Self.stroke("keyDown", $0) }
            + keys.flatMap { [Self.stroke("keyDown", $0), Self.stroke("keyUp", $0)] }
            + holding.reversed().map { Self.stroke("keyUp", $0) }
        _ = try await post("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(strokes)]]])
    }

    /// Presses Tab again and again from where the focus is, until it leaves the page or comes to where it has been.
    /// - Parameters:
    ///   - backwards: Whether Shift is held.
    ///   - limit: How many times at most.
    /// - Returns: Where the focus went.
    /// - Throws: ``BrowserFailure``
    func tabWalk(backwards: Bool = false, limit: Int = 200) async throws -> TabWalk {
        var walked: [PageElement] = []
        for _ in 0..<limit {
            try await press(Keys.tab, holding: backwards ? [Keys.shift] : [])
            let focused = try await activeElement()
            if try await focused.tagName() == "body" { return TabWalk(elements: walked, leavesPage: true) }
            if walked.contains(focused) { break }
            walked.append(focused)
        }
        return TabWalk(elements: walked, leavesPage: false)
    }

    private static func stroke(_ type: String, _ key: String) -> JSON {
        ["type": .string(type), "value": .string(key)]
    }
}
