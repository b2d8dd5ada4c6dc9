import DossierTestSupport
import Foundation

/// The `library-writer` program, run as another process. What it tells goes to a file, which outlives a kill.
final class WriterProcess {
    private let process = Process()
    private let output: URL
    private let folder: TemporaryFolder

    /// Starts it with its arguments; `shell` instead runs a script with the program as `$0` and the arguments after.
    init(_ arguments: [String], shell: String? = nil) throws {
        folder = try TemporaryFolder()
        output = URL(filePath: "\(folder.path)/output")
        try Data().write(to: output)
        let program = try Self.program()
        process.executableURL = shell == nil ? program : URL(filePath: "/bin/sh")
        process.arguments = shell.map { ["-c", $0, program.path] + arguments } ?? arguments
        process.standardInput = FileHandle.nullDevice
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        try handle.close()
    }

    /// Runs it to its end.
    /// - Returns: the lines that it told.
    static func run(_ arguments: [String], shell: String? = nil) throws -> [String] {
        let process = try WriterProcess(arguments, shell: shell)
        process.wait()
        return process.lines
    }

    /// What it has told so far. A line that is still being written is left out.
    var lines: [String] {
        let text = String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// How it ended; a signal's number when one ended it.
    var status: Int32 { process.terminationStatus }
    var isRunning: Bool { process.isRunning }

    func wait() { process.waitUntilExit() }

    /// Ends it where it stands, and waits until it is gone.
    func kill() {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
        wait()
    }

    /// The program that was built together with these tests, beside the test bundle or above it.
    private static func program() throws -> URL {
        let starts = [CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.executableURL]
        for start in starts.compactMap({ $0?.standardizedFileURL.resolvingSymlinksInPath() }) {
            var folder = start
            for _ in 0..<4 where folder.pathComponents.count > 2 {
                folder.deleteLastPathComponent()
                let candidate = folder.appending(path: "library-writer", directoryHint: .notDirectory)
                if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            }
        }
        throw TestDataError("library-writer was not built")
    }
}
