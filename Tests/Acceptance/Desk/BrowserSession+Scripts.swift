extension BrowserSession {
    /// Runs a script in the page, even where pages run none; but there no timer goes off.
    /// - Parameters:
    ///   - script: The body of a function; what it returns is the answer. A promise is awaited.
    ///   - arguments: What it finds in `arguments`. An element is given as its ``PageElement/json``.
    /// - Returns: What it returned; ``element(_:)`` makes an element of it.
    /// - Throws: ``BrowserFailure``
    @discardableResult
    func executeScript(_ script: String, _ arguments: [JSON] = []) async throws -> JSON {
        try await post("/execute/sync", ["script": .string(script), "args": .array(arguments)])
    }

    /// Runs a script in the page that calls its last argument when it is done.
    /// - Parameters:
    ///   - script: The body of a function.
    ///   - arguments: What it finds in `arguments`, before the function to call.
    /// - Returns: What that function was called with.
    /// - Throws: ``BrowserFailure``
    @discardableResult
    func executeAsyncScript(_ script: String, _ arguments: [JSON] = []) async throws -> JSON {
        try await post("/execute/async", ["script": .string(script), "args": .array(arguments)])
    }

    /// Sends a command of the DevTools protocol, for what WebDriver has not: media features, a network that is cut, a
    /// text that an input method commits.
    /// - Parameters:
    ///   - name: The command, as in "Emulation.setEmulatedMedia".
    ///   - parameters: Its parameters.
    /// - Returns: What it answers.
    /// - Throws: ``BrowserFailure``
    @discardableResult
    func devTools(_ name: String, _ parameters: [String: JSON] = [:]) async throws -> JSON {
        try await post("/goog/cdp/execute", ["cmd": .string(name), "params": .object(parameters)])
    }
}
