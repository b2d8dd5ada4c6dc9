import Foundation

/// The built program on a terminal, with somebody who types. The terminal is Python's.
enum TypedTerminal {
    /// Types a line whenever the program stops at a colon.
    /// - Parameters:
    ///   - arguments: What is typed after `dossier`.
    ///   - line: The line, without its end.
    ///   - environment: The whole environment that the program gets.
    ///   - folder: Where a file may be written.
    /// - Returns: How it ended; what it said, on either output, is the output.
    /// - Throws: ``Failure``
    static func run(
        _ arguments: [String], typing line: String, environment: [String: String], in folder: URL
    ) async throws -> Ending {
        let script = folder.appending(path: "terminal.py", directoryHint: .notDirectory)
        try Data(python.utf8).write(to: script)
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/python3"),
            [script.filePath, line, try BuiltProgram().executable.filePath] + arguments, environment: environment,
            in: PackageFolder.root)
    }

    private static let python = """
        import os, pty, sys
        child, terminal = pty.fork()
        if child == 0:
            os.execv(sys.argv[2], sys.argv[2:])
        last = b""
        try:
            while True:
                said = os.read(terminal, 1024)
                sys.stdout.buffer.write(said)
                last += said
                if last.rstrip().endswith(b":"):
                    os.write(terminal, sys.argv[1].encode() + b"\\n")
                    last = b""
        except OSError:
            pass
        sys.stdout.flush()
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
}
