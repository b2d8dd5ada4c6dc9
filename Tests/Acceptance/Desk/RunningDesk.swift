import Foundation

/// `dossier desk` while it runs on a library of its own.
struct RunningDesk: Sendable {
    let place: Workplace
    let http: LoopbackHTTP
    /// The link that opens a session, once.
    let link: URL
    /// Of the desk, which `dossier` has become.
    let process: Int32
    private let group: Int32

    /// The day that the desk takes for today.
    static let day = "2026-11-24"

    var base: String { "http://127.0.0.1:\(http.port)" }

    func url(_ path: String) -> URL { URL(string: base + path) ?? link }

    /// Starts the desk on the library of a workplace and stops it whatever happens.
    static func with<Value: Sendable>(
        _ place: Workplace, language: String = "ko", _ body: @Sendable (RunningDesk) async throws -> Value
    ) async throws -> Value {
        let desk = try await start(place, language: language)
        do {
            let value = try await body(desk)
            desk.kill()
            return value
        } catch {
            desk.kill()
            throw error
        }
    }

    /// A desk that the caller must ``kill()``.
    static func start(_ place: Workplace, language: String = "ko") async throws -> RunningDesk {
        let process = Process()
        let (leash, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", leashed, try BuiltProgram().executable.filePath, "desk", "--lang", language, "--on", day]
        process.environment = place.environment
        process.currentDirectoryURL = PackageFolder.root
        process.standardInput = leash
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let group = process.processIdentifier
        let said = try await link(saidOn: output, group)
        guard let url = URL(string: said), let port = url.port.flatMap(UInt16.init(exactly:)) else {
            throw Failure.noJudgement("dossier desk", said)
        }
        LeashKeeper.keep(leash)
        return RunningDesk(
            place: place, http: LoopbackHTTP(port: port), link: url, process: child(of: group) ?? group, group: group)
    }

    /// As a power cut would: the process has no time for anything.
    func kill() { Glibc.kill(-group, SIGKILL) }

    /// The most memory that it has had, in bytes.
    func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        guard let line = status.firstMatch(of: #/VmHWM:\s+([0-9]+) kB/#), let kilobytes = Int(line.1) else {
            throw Failure.noJudgement("/proc", status)
        }
        return kilobytes << 10
    }

    // The desk ends with the tests, however they went: their end of the pipe is closed then.
    private static let leashed = #""$0" "$@" </dev/null & read -r end; kill -KILL "$!""#

    private static func child(of shell: Int32) -> Int32? {
        let children = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return children?.split(separator: " ").first.flatMap { Int32($0) }
    }

    private static func link(saidOn output: Pipe, _ group: Int32) async throws -> String {
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
            Glibc.kill(-group, SIGKILL)
        }
        defer { alarm.cancel() }
        var text = ""
        for await piece in pieces {
            text += piece
            if let match = text.firstMatch(of: #/http://127\.0\.0\.1:[0-9]+/open\?key=[0-9a-f]{64}/#) {
                return String(match.0)
            }
        }
        throw Failure.noJudgement("dossier desk", text)
    }
}

/// Holds the leashes of desks until the tests end: a pipe that nobody holds is closed.
private enum LeashKeeper {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var leashes: [Pipe] = []

    static func keep(_ leash: Pipe) { lock.withLock { leashes.append(leash) } }
}
