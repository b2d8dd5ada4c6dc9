import DossierFiles
import Foundation

/// A program of the system, found on `PATH` and run with arguments alone: no shell ever reads a path or a name.
///
/// This is the one way in which the house runs other programs.
public struct OutsideProgram: Sendable {
    /// As it is typed.
    public let name: String
    /// Where it was found.
    let path: String
    /// The whole environment that it gets.
    let environment: [String: String]

    /// Looks for the program.
    ///
    /// - Parameters:
    ///   - name: As it is typed.
    ///   - debianPackage: The package that brings it, for whoever has to install it.
    ///   - environment: Ours; `PATH` is taken from it, and the program gets the rest in the C locale.
    /// - Throws: `notInstalled`.
    public init(
        _ name: String, debianPackage: String, environment: [String: String]
    ) throws(OutsideProgramError) {
        // Relative folders of PATH are passed over: the working folder may be a package that somebody sent.
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        guard let path = folders.lazy.map({ "\($0)/\(name)" }).first(where: Self.isProgram) else {
            throw .notInstalled(name: name, debianPackage: debianPackage)
        }
        self.name = name
        self.path = path
        var own = environment.filter { !$0.key.hasPrefix("LC_") && $0.key != "LANG" && $0.key != "LANGUAGE" }
        // The C locale, so that messages are the same everywhere; with UTF-8, so that paths are what they are.
        own["LC_ALL"] = "C.UTF-8"
        self.environment = own
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }

    /// What the program reads on standard input.
    public enum Input: Sendable {
        case nothing
        /// The bytes of a file.
        case file(path: String)
        /// What we would read: for a person's editor.
        case ours
    }

    /// Where its standard output goes.
    public enum Output: Sendable {
        case thrownAway
        /// Into memory; a program that writes more than `limit` bytes is killed.
        case captured(limit: Int)
        /// Into a file that is not there yet, with these permissions.
        case file(path: String, permissions: UInt32)
        /// Where ours goes.
        case ours
    }

    /// Which line of standard error tells why it failed: some programs say what they are doing first.
    public enum TellingLine: Sendable {
        case first
        case last
    }

    /// How one run goes beside its arguments.
    public struct Manner: Sendable {
        /// What it reads.
        public var input: Input
        /// Where its output goes.
        public var output: Output
        /// How long it may take before it is killed.
        public var patience: Duration
        /// Whether it keeps our terminal, to ask for a passphrase. Else it has none, and cannot wait for an answer.
        public var keepsTerminal: Bool
        /// Which line of standard error goes into the error.
        public var tellingLine: TellingLine
        /// Variables of its environment that differ from ours.
        public var variables: [String: String]

        /// Nothing in, nothing out, one minute, no terminal.
        public init(
            input: Input = .nothing, output: Output = .thrownAway, patience: Duration = .seconds(60),
            keepsTerminal: Bool = false, tellingLine: TellingLine = .first, variables: [String: String] = [:]
        ) {
            self.input = input
            self.output = output
            self.patience = patience
            self.keepsTerminal = keepsTerminal
            self.tellingLine = tellingLine
            self.variables = variables
        }
    }

    /// Runs it to its end.
    ///
    /// - Returns: what it wrote to standard output, where that was captured; else nothing.
    /// - Throws: ``OutsideProgramError`` when it cannot be started, ends with another status than 0, takes too long or
    ///   writes too much; `FileError` when its input cannot be read or its output cannot be made.
    @discardableResult
    public func run(_ arguments: [String], _ manner: Manner = Manner()) throws -> [UInt8] {
        let ending = try ProgramRun(self, arguments, manner).ending()
        guard ending.status == 0 else {
            let lines = String(decoding: ending.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
            let line = manner.tellingLine == .first ? lines.first : lines.last
            throw OutsideProgramError.failed(name: name, status: ending.status, line: line.map(String.init) ?? "")
        }
        return ending.output
    }
}
