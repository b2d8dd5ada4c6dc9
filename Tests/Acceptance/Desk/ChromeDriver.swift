import Foundation

/// Debian's `chromedriver` while it runs, for as many browsers as a test wants.
struct ChromeDriver: Sendable {
    let http: LoopbackHTTP
    /// The home of the driver and its browsers. It goes with them.
    let folder: URL

    /// Starts the driver and stops it whatever happens, and every browser with it.
    /// - Parameter body: What is done with the driver.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or ``Failure`` when the driver does not start.
    static func with<Value: Sendable>(
        _ body: @Sendable (ChromeDriver) async throws -> Value
    ) async throws -> Value {
        let program = try Validators.tool("chromedriver")
        return try await ScratchFolder.with { folder in
            let process = Process()
            let leash = Pipe()
            let output = Pipe()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", leashed, program.filePath, "--port=0"]
            process.environment = environment(home: folder)
            process.standardInput = leash
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let group = process.processIdentifier
            let result: Result<Value, any Error>
            do {
                let port = try await port(saidOn: output, group)
                result = .success(try await body(ChromeDriver(http: LoopbackHTTP(port: port), folder: folder)))
            } catch { result = .failure(error) }
            await stop(group, folder)
            try? leash.fileHandleForWriting.close()
            return try result.get()
        }
    }

    /// Opens a browser and closes it whatever happens.
    /// - Parameters:
    ///   - options: How it is set up.
    ///   - body: What is done in it.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or ``BrowserFailure`` when there is no browser.
    func withSession<Value: Sendable>(
        _ options: BrowserOptions = BrowserOptions(), _ body: @Sendable (BrowserSession) async throws -> Value
    ) async throws -> Value {
        let session = try await BrowserSession.open(options, on: self)
        do {
            let value = try await body(session)
            try await session.delete()
            return value
        } catch {
            try? await session.delete()
            throw error
        }
    }

    /// Sends one command.
    /// - Parameters:
    ///   - method: GET, POST or DELETE.
    ///   - path: The command's path.
    ///   - body: What it is sent, in a POST.
    /// - Returns: The value it answers.
    /// - Throws: ``BrowserFailure``
    func command(_ method: String, _ path: String, _ body: JSON = [:]) async throws -> JSON {
        let answer = try await http.request(method, path, body: method == "POST" ? try body.data() : nil)
        let name = "\(method) \(path.replacing(#/^\/session\/[0-9a-f]+/#, with: ""))"
        guard let value = (try? JSON(answer.body))?["value"] else {
            throw BrowserFailure.unanswered(command: name, why: String(decoding: answer.body, as: UTF8.self))
        }
        guard answer.status == 200 else {
            let code = value["error"]?.string ?? "status \(answer.status)"
            // The first line is the message, after the code; the others tell versions and addresses in the driver.
            let message = value["message"]?.string?.split(separator: "\n").first ?? ""
            throw BrowserFailure.refused(
                command: name, code: code, message: String(message.trimmingPrefix("\(code): ")))
        }
        return value
    }

    // Chromium makes a socket in a folder of the temporary one, and does not start where the socket's path is longer
    // than the 107 bytes that a socket may have. Elsewhere than in /tmp it may leave an empty folder there.
    private static func environment(home: URL) -> [String: String] {
        var environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.filePath,
            "LANG": "C.UTF-8",
        ]
        let socket = home.appending(path: "org.chromium.Chromium.XXXXXX/SingletonSocket")
        if socket.filePath.utf8.count <= 107 { environment["TMPDIR"] = home.filePath }
        return environment
    }

    // The driver is in a group of its own with this shell, so that no interrupt from the terminal reaches it. When the
    // tests are gone, however they went, their end of the pipe is closed, and the shell ends the driver.
    private static let leashed = #""$0" "$@" </dev/null & read -r end; kill -KILL "$!""#

    // The output is read to its end, lest the driver wait for a reader.
    private static func port(saidOn output: Pipe, _ group: Int32) async throws -> UInt16 {
        let handle = output.fileHandleForReading
        let (pieces, said) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            while case let data = handle.availableData, !data.isEmpty {
                said.yield(String(decoding: data, as: UTF8.self))
            }
            said.finish()
        }
        let alarm = Task {
            try await Task.sleep(for: .seconds(30))
            kill(-group, SIGKILL)
        }
        defer { alarm.cancel() }
        var text = ""
        for await piece in pieces {
            text += piece
            if let match = text.firstMatch(of: #/started successfully on port ([0-9]+)/#), let port = UInt16(match.1) {
                return port
            }
        }
        try Task.checkCancellation()
        throw Failure.noJudgement("chromedriver", text)
    }

    // Browsers are in the driver's group too. What they write while they end must not outlive them: the folder is gone
    // when it stays gone. This is done to its end even when the test is cancelled.
    private static func stop(_ group: Int32, _ folder: URL) async {
        kill(-group, SIGKILL)
        await Task.detached {
            for _ in 0..<50 {
                try? FileManager.default.removeItem(at: folder)
                try? await Task.sleep(for: .milliseconds(20))
                if !FileManager.default.fileExists(atPath: folder.filePath) { return }
            }
        }.value
    }
}
