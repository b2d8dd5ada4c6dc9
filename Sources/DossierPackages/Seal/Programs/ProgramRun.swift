import CLinux
import DossierFiles
import Glibc

/// One run of a program, from its start to its end.
///
/// `posix_spawn` and not Foundation's `Process`: that puts the program into a process group in the terminal's background,
/// where it is stopped when it asks for a passphrase and never heard of again. Here it either shares our place at the
/// terminal or has no terminal at all.
struct ProgramRun {
    /// How it ended: the exit status, or 128 and the number of the signal that ended it.
    struct Ending {
        var status: Int32
        var output: [UInt8]
        var errors: [UInt8]
    }

    private let name: String
    private let manner: OutsideProgram.Manner
    private let process: pid_t
    private let output: ProgramPipe
    private let errors: ProgramPipe

    /// In bytes: what a program says when it fails is short.
    private static let errorLimit = 1 << 16
    /// `POSIX_SPAWN_SETSID`, which the C library shows only to those who ask for GNU's additions: a session of its own, so
    /// that it has no terminal, and is killed with everything that it has started.
    private static let ownSession: CInt = 0x80

    /// Starts it.
    init(_ program: OutsideProgram, _ arguments: [String], _ manner: OutsideProgram.Manner) throws {
        name = program.name
        self.manner = manner
        var limit = 0
        if case .captured(let most) = manner.output { limit = most }
        output = try ProgramPipe(limit: limit)
        errors = try ProgramPipe(limit: Self.errorLimit)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Kept open until the program has its own.
        var files: [HeldFile] = []
        switch manner.input {
        case .nothing:
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        case .file(let path):
            // Refuses what is no file before it is opened: a pipe would keep us waiting.
            _ = try SourceFile(path: path)
            let held = HeldFile(try OpenFile(path, O_RDONLY | O_NONBLOCK, error: FileError.reading))
            posix_spawn_file_actions_adddup2(&actions, held.file.descriptor, STDIN_FILENO)
            files.append(held)
        case .ours: break
        }
        switch manner.output {
        case .thrownAway:
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        case .captured:
            posix_spawn_file_actions_adddup2(&actions, output.writingEnd, STDOUT_FILENO)
        case .file(let path, let permissions):
            let held = HeldFile(
                try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, permissions: permissions, error: FileError.writing))
            posix_spawn_file_actions_adddup2(&actions, held.file.descriptor, STDOUT_FILENO)
            files.append(held)
        case .ours: break
        }
        posix_spawn_file_actions_adddup2(&actions, errors.writingEnd, STDERR_FILENO)
        // Nothing else of ours is for it: not the library, and not the pipes of a program that runs beside it.
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)

        process = try withExtendedLifetime(files) { try Self.spawn(program, arguments, manner, &actions) }
        // The program holds the only writing ends now, so that the pipes end with it.
        output.closeWritingEnd()
        errors.closeWritingEnd()
    }

    private static func spawn(
        _ program: OutsideProgram, _ arguments: [String], _ manner: OutsideProgram.Manner,
        _ actions: inout posix_spawn_file_actions_t
    ) throws(OutsideProgramError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as a program expects to find them, whatever we ignore or hold back.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        let flags = CInt(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | (manner.keepsTerminal ? 0 : ownSession)
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

        var environment = program.environment.merging(manner.variables) { _, new in new }
        if manner.keepsTerminal {
            // Standard input is a file, by which gpg would find the terminal.
            if environment["GPG_TTY"] == nil, let terminal = ttyname(STDERR_FILENO) ?? ttyname(STDIN_FILENO) {
                environment["GPG_TTY"] = String(cString: terminal)
            }
        } else {
            environment["SSH_ASKPASS_REQUIRE"] = "never"
        }
        var process: pid_t = 0
        let code = withCStrings([program.path] + arguments) { arguments in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawn(&process, program.path, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else {
            throw .failed(name: program.name, status: 127, line: String(cString: strerror(code)))
        }
        return process
    }

    /// Reads what it writes until it has ended. A program that takes too long or writes too much is killed.
    func ending() throws(OutsideProgramError) -> Ending {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: manner.patience)
        while true {
            let status = exitStatus()
            // Once more after its end, for what is still in the pipes. Something that it has started and left behind may
            // hold them open: that is not waited for.
            let isOpen = ProgramPipe.read(output, errors, milliseconds: status == nil ? Self.glance : 0)
            if case .captured(let limit) = manner.output, output.isOverflowing {
                kill(unless: status)
                throw .tooMuchOutput(name: name, limit: limit)
            }
            if let status { return Ending(status: status, output: output.bytes, errors: errors.bytes) }
            if clock.now >= deadline {
                kill(unless: status)
                throw .timedOut(name: name)
            }
            // It has closed its pipes and goes on, or is about to end.
            if !isOpen { usleep(1_000) }
        }
    }

    /// In milliseconds: a program that ends closes its pipes, which is seen at once; only one that leaves them to another
    /// is looked at this often.
    private static let glance: CInt = 50

    /// Nil while it runs.
    private func exitStatus() -> Int32? {
        var status: CInt = 0
        let ended = retrying { waitpid(process, &status, WNOHANG) }
        guard ended != 0 else { return nil }
        // Somebody ignores the ends of programs, so that the system keeps no status.
        guard ended == process else { return 127 }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private func kill(unless ended: Int32?) {
        guard ended == nil else { return }
        // In a session of its own it leads a group of its own, with everything that it has started.
        if manner.keepsTerminal || Glibc.kill(-process, SIGKILL) != 0 { _ = Glibc.kill(process, SIGKILL) }
        var status: CInt = 0
        _ = retrying { waitpid(process, &status, 0) }
    }
}

/// Calls `body` with the texts as the C library takes lists of them, ended by NULL.
private func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}

/// An open file that can be kept in a list.
private final class HeldFile {
    let file: OpenFile

    init(_ file: consuming OpenFile) { self.file = file }
}
