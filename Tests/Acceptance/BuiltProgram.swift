import Foundation

/// The `dossier` program that was built together with these tests, or another one of the package.
struct BuiltProgram: Sendable {
    let executable: URL

    /// Looks beside the test bundle, and in the folders above it, since a bundle is a folder on some systems.
    /// - Throws: ``Failure/noProgram(_:)``
    init(_ name: String = "dossier") throws {
        let starts = [CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.executableURL]
        var folders: [URL] = []
        for start in starts.compactMap({ $0?.standardizedFileURL.resolvingSymlinksInPath() }) {
            var folder = start
            for _ in 0..<4 where folder.pathComponents.count > 2 {
                folder.deleteLastPathComponent()
                if !folders.contains(folder) { folders.append(folder) }
            }
        }
        let programs = folders.map { $0.appending(path: name, directoryHint: .notDirectory) }
        guard let program = programs.first(where: Self.isProgram) else {
            throw Failure.noProgram(folders.map { $0.filePath })
        }
        executable = program
    }

    /// Runs the program from the package's folder, as `make demo` does.
    /// - Parameters:
    ///   - arguments: What is typed after `dossier`.
    ///   - environment: The whole environment it gets.
    /// - Returns: How it ended.
    /// - Throws: ``Failure``
    func run(_ arguments: [String], environment: [String: String]) async throws -> Ending {
        try await ChildProcess.run(
            executable, arguments, environment: environment, in: PackageFolder.root, seconds: 180)
    }

    private static func isProgram(_ file: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: file.filePath, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: file.filePath)
    }
}
