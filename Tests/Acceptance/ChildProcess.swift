import Foundation

/// What a program that has ended left behind.
struct Ending: Sendable {
    var status: Int32
    var output: String
    var errors: String
}

/// Runs another program to its end.
enum ChildProcess {
    /// Both pipes are read while the program runs, each on a thread of its own, so that a full pipe holds nobody up.
    ///
    /// - Parameters:
    ///   - executable: The program.
    ///   - arguments: Its arguments.
    ///   - environment: Its whole environment; nil gives it ours.
    ///   - directory: Where it runs; nil is where we are.
    ///   - seconds: How long it may take before it is stopped.
    /// - Returns: How it ended.
    /// - Throws: ``Failure/tookTooLong(_:)``, or Foundation's error when the program cannot be started.
    static func run(
        _ executable: URL, _ arguments: [String], environment: [String: String]? = nil, in directory: URL? = nil,
        seconds: Double = 120
    ) async throws -> Ending {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment ?? ProcessInfo.processInfo.environment
        if let directory { process.currentDirectoryURL = directory }
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors

        let (endings, ended) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            ended.yield(process.terminationStatus)
            ended.finish()
        }
        try process.run()
        let alarm = Task {
            try await Task.sleep(for: .seconds(seconds))
            stop(process.processIdentifier)
            return true
        }
        async let outputText = text(of: output)
        async let errorText = text(of: errors)
        let texts = await (outputText, errorText)
        var status: Int32 = -1
        for await ending in endings { status = ending }
        alarm.cancel()
        if (try? await alarm.value) == true { throw Failure.tookTooLong(executable.lastPathComponent) }
        return Ending(status: status, output: texts.0, errors: texts.1)
    }

    // Foundation gives each program a process group of its own. The whole group is stopped, since what the program has
    // started would keep the pipes open.
    private static func stop(_ process: Int32) {
        kill(getpgid(process) == process ? -process : process, SIGKILL)
    }

    private static func text(of pipe: Pipe) async -> String {
        let handle = pipe.fileHandleForReading
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let data = (try? handle.readToEnd()) ?? Data()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
    }
}
