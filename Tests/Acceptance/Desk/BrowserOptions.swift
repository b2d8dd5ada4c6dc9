import Foundation

/// How a browser is set up before it opens its first page.
struct BrowserOptions: Sendable {
    /// What the browser prefers to read, as in "ko" or "en"; it is sent as Accept-Language.
    var language = "en"
    /// Whether pages may run scripts. A test's own ``BrowserSession/executeScript(_:_:)`` is no page's.
    var allowsJavaScript = true
    var width = 1280
    var height = 900
    /// More switches for the command line of Chromium.
    var switches: [String] = []

    /// What a new session asks of the driver.
    /// - Parameters:
    ///   - chromium: The browser.
    ///   - folder: A folder for its profile and what it downloads.
    /// - Returns: The body of the driver's command.
    func capabilities(chromium: URL, folder: URL) -> JSON {
        let arguments =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
                "--no-first-run", "--user-data-dir=\(folder.appending(path: "profile").filePath)", "--lang=\(language)",
                "--window-size=\(width),\(height)",
                // The browser hangs on the driver's pipe: it ends with the driver, and has no port that is open.
                "--remote-debugging-pipe",
                // Nothing but this machine can be reached.
                "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            ] + switches
        var preferences: [String: JSON] = [
            "intl.accept_languages": .string(language), "intl.selected_languages": .string(language),
            "download.default_directory": .string(Self.downloads(in: folder).filePath),
            "download.prompt_for_download": false, "credentials_enable_service": false,
            "profile.password_manager_enabled": false,
        ]
        if !allowsJavaScript { preferences["profile.managed_default_content_settings.javascript"] = 2 }
        return [
            "capabilities": [
                "alwaysMatch": [
                    "browserName": "chrome", "timeouts": ["script": 30_000, "pageLoad": 60_000, "implicit": 0],
                    "goog:chromeOptions": [
                        "binary": .string(chromium.filePath), "args": .array(arguments.map { .string($0) }),
                        "prefs": .object(preferences),
                    ],
                ]
            ]
        ]
    }

    static func downloads(in folder: URL) -> URL { folder.appending(path: "downloads", directoryHint: .isDirectory) }
}
