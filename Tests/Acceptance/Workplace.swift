import Foundation

/// A folder with a library in it, and the built program at hand.
struct Workplace: Sendable {
    let folder: URL
    private let program: BuiltProgram

    var library: URL { folder.appending(path: "library", directoryHint: .notDirectory) }
    var database: URL { library.appending(path: "library.sqlite", directoryHint: .notDirectory) }

    /// A workplace whose library holds the sample cases of one file.
    static func with<Value: Sendable>(
        sample: String = "01-civilian-1950.yaml", _ body: @Sendable (Workplace) async throws -> Value
    ) async throws -> Value {
        try await with(samples: [sample], body)
    }

    /// A workplace whose library holds the sample cases of several files, which may point to one another.
    static func with<Value: Sendable>(
        samples: [String], _ body: @Sendable (Workplace) async throws -> Value
    ) async throws -> Value {
        try await ScratchFolder.with { folder in
            let place = Workplace(folder: folder, program: try BuiltProgram())
            let made = try await place.run("init")
            let imported = try await place.run(arguments: ["import"] + samples.map { "Cases/samples/\($0)" })
            guard made.status == 0, imported.status == 0 else {
                throw Failure.noJudgement("dossier", made.errors + imported.errors)
            }
            return try await body(place)
        }
    }

    /// Runs `dossier` on this library.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ending {
        try await run(arguments: arguments, environment: environment)
    }

    func run(arguments: [String], environment: [String: String] = [:]) async throws -> Ending {
        try await program.run(arguments, environment: self.environment.merging(environment) { _, new in new })
    }

    /// What a program of this workplace gets.
    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.filePath,
            "LANG": "C.UTF-8", "DOSSIER_LIBRARY": library.filePath,
        ]
    }

    /// Writes a file of the workplace and gives its path.
    func file(_ name: String, _ data: Data) throws -> String {
        let url = folder.appending(path: name, directoryHint: .notDirectory)
        try data.write(to: url)
        return url.filePath
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

    /// Every file of the library's folder, byte for byte.
    func libraryBytes() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: library.filePath)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try Data(contentsOf: library.appending(path: $0, directoryHint: .notDirectory)))
            })
    }
}
