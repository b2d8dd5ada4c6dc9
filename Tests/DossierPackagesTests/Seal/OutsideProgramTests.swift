import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierPackages

@Suite("Programs of the system")
struct OutsideProgramTests {
    private let environment = ["PATH": "/usr/bin:/bin", "LANG": "ko_KR.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"]

    private func program(_ name: String) throws -> OutsideProgram {
        try OutsideProgram(name, debianPackage: "coreutils", environment: environment)
    }

    private func output(_ name: String, _ arguments: String...) throws -> String {
        let bytes = try program(name).run(arguments, .init(output: .captured(limit: 1 << 16)))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("One that is not installed is named with the package that brings it")
    func notInstalled() {
        let missing = OutsideProgramError.notInstalled(name: "age", debianPackage: "age")
        for path in ["/nowhere", "", "/etc/passwd"] {
            #expect(
                programError { _ = try OutsideProgram("age", debianPackage: "age", environment: ["PATH": path]) }
                    == missing)
        }
        #expect(programError { _ = try OutsideProgram("age", debianPackage: "age", environment: [:]) } == missing)
    }

    @Test("One that lies in the working folder or in a folder named by a relative path is never run")
    func relativePath() {
        let folder = FileManager.default.currentDirectoryPath
        let up = String(repeating: "../", count: folder.split(separator: "/").count)
        #expect(FileManager.default.isExecutableFile(atPath: "\(up)bin/true"))
        #expect(
            programError {
                _ = try OutsideProgram("true", debianPackage: "coreutils", environment: ["PATH": ".::\(up)bin"])
            } != nil)
    }

    @Test("Arguments reach it as they are, and no shell reads them")
    func arguments() throws {
        let odd = "$(id) ; `id` \"한글\" * ~"
        #expect(try output("printf", "%s|%s", odd, "") == "\(odd)|")
    }

    @Test("It reads a file or nothing, and writes where it was told")
    func inputAndOutput() throws {
        let folder = try TemporaryFolder()
        let source = try folder.file("in", "words")
        let target = "\(folder.path)/out"
        try program("cat").run([], .init(input: .file(path: source), output: .file(path: target, permissions: 0o600)))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "words")
        #expect(try permissions(target) == 0o600)
        #expect(try output("cat") == "")
        #expect(try program("cat").run([], .init(input: .file(path: source))) == [])
        // What stands at the target is not written over, and what is no file is not read.
        #expect(throws: FileError.self) {
            try program("true").run([], .init(output: .file(path: target, permissions: 0o600)))
        }
        #expect(throws: FileError.self) { try program("cat").run([], .init(input: .file(path: "/dev/zero"))) }
        #expect(throws: FileError.self) { try program("cat").run([], .init(input: .file(path: "\(source)-none"))) }
    }

    @Test("A failure tells the status and the line that says why, the first or the last")
    func failure() throws {
        let shell = try program("sh")
        let script = "echo first >&2; echo last >&2; exit 7"
        #expect(
            programError { try shell.run(["-c", script]) } == .failed(name: "sh", status: 7, line: "first"))
        #expect(
            programError { try shell.run(["-c", script], .init(tellingLine: .last)) }
                == .failed(name: "sh", status: 7, line: "last"))
        #expect(programError { try shell.run(["-c", "kill -9 $$"]) } == .failed(name: "sh", status: 137, line: ""))
    }

    @Test("A program that hangs is killed with everything that it has started")
    func timeout() throws {
        let folder = try TemporaryFolder()
        let note = "\(folder.path)/pid"
        let script = "sleep 1000 & echo $! > \(note); wait"
        #expect(
            programError { try program("sh").run(["-c", script], .init(patience: .milliseconds(700))) }
                == .timedOut(name: "sh"))
        let child = try #require(
            pid_t(try String(contentsOfFile: note, encoding: .utf8).trimmingCharacters(in: .newlines)))
        // Gone, or dead and not yet buried by init.
        var isAlive = true
        for _ in 0..<200 where isAlive {
            let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8))?
                .split(separator: ")").last?.split(separator: " ").first
            isAlive = state != nil && state != "Z" && state != "X"
            if isAlive { usleep(10_000) }
        }
        #expect(!isAlive)
    }

    @Test("One that writes more than it may is killed; what it says of itself is cut and holds nobody up")
    func limits() throws {
        let shell = try program("sh")
        #expect(
            programError { try shell.run(["-c", "cat /dev/zero"], .init(output: .captured(limit: 100_000))) }
                == .tooMuchOutput(name: "sh", limit: 100_000))
        #expect(
            try shell.run(["-c", "head -c 100000 /dev/zero"], .init(output: .captured(limit: 100_000))).count
                == 100_000)
        let error = programError { try shell.run(["-c", "head -c 5000000 /dev/zero | tr '\\0' x >&2; exit 1"]) }
        guard case .failed(_, 1, let line) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(line.count == 1 << 16)
    }

    @Test("Something that it leaves running in the background is not waited for")
    func leftBehind() throws {
        let began = ContinuousClock.now
        #expect(try output("sh", "-c", "sleep 30 & echo done") == "done\n")
        #expect(began.duration(to: .now) < .seconds(20))
    }

    @Test("It runs in the C locale, without a terminal, and inherits none of our files")
    func surroundings() throws {
        let variables = try output("env")
        #expect(variables.contains("LC_ALL=C.UTF-8"))
        #expect(!variables.contains("ko_KR"))
        #expect(
            try output("sh", "-c", "if true </dev/tty; then echo terminal; else echo none; fi 2>/dev/null") == "none\n")
        // Open without O_CLOEXEC, as a careless library would.
        let descriptor = open("/etc/passwd", O_RDONLY)
        defer { close(descriptor) }
        // The folder that ls reads is the fourth.
        #expect(try output("ls", "/proc/self/fd").split(separator: "\n") == ["0", "1", "2", "3"])
    }

    @Test("Many at once do not hold each other up")
    func together() async throws {
        let program = try program("sh")
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<40 {
                group.addTask { try program.run(["-c", "echo \(number)"], .init(output: .captured(limit: 100))) }
            }
            var count = 0
            for try await bytes in group where !bytes.isEmpty { count += 1 }
            #expect(count == 40)
        }
    }
}
