import Foundation

/// Chromium without a window, with a profile of its own for each run.
enum Browser {
    /// - Parameters:
    ///   - options: What the browser is to do.
    ///   - page: The page it opens.
    ///   - scratch: A folder for its profile.
    /// - Returns: How it ended.
    /// - Throws: ``Failure``
    static func run(_ options: [String], on page: URL, scratch: URL) async throws -> Ending {
        let profile = scratch.appending(path: "profile-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: profile) }
        return try await ChildProcess.run(
            try Validators.tool("chromium"),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
                "--no-first-run", "--user-data-dir=\(profile.filePath)",
            ] + options + [page.absoluteString])
    }
}
