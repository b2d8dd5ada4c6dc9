import Foundation

/// Where the outside validators and tools are. A missing one is an error, never a reason to skip.
enum Validators {
    /// A file that `scripts/validators` fetched.
    /// - Parameter name: The file's name in `.validators/`.
    /// - Returns: Where it is.
    /// - Throws: ``Failure/noValidator(_:)``
    static func file(_ name: String) throws -> URL {
        let file = PackageFolder.root.appending(path: ".validators/\(name)")
        guard FileManager.default.isReadableFile(atPath: file.filePath) else { throw Failure.noValidator(name) }
        return file
    }

    /// A program that `scripts/setup test` installed.
    /// - Parameter name: The program's name.
    /// - Returns: Where it is.
    /// - Throws: ``Failure/noTool(_:)``
    static func tool(_ name: String) throws -> URL {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        for folder in path.split(separator: ":") {
            let file = URL(filePath: String(folder)).appending(path: name)
            if FileManager.default.isExecutableFile(atPath: file.filePath) { return file }
        }
        throw Failure.noTool(name)
    }
}

/// What a validator holds against a file.
struct Complaint: Sendable, Hashable, CustomStringConvertible {
    var file: String
    /// The name of the rule that was broken, where the validator has names for its rules.
    var rule: String?
    var message: String

    var description: String { "\(file): \(rule.map { "[\($0)] " } ?? "")\(message)" }
}
