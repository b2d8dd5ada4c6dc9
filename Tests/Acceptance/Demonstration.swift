import Foundation
import Testing

/// What one run of `dossier demo` left behind.
struct Demonstration: Sendable {
    var ending: Ending
    var petitions: [URL]
    var pages: [URL]
    /// Word files.
    var papers: [URL]
    /// Packages that are folders.
    var bags: [URL]
    /// The records as XML in them.
    var records: [URL]

    /// The page that takes the most sheets, as far as its size tells.
    var longestPage: URL? { pages.max { size(of: $0) < size(of: $1) } }

    @TaskLocal static var current: Demonstration?

    /// - Parameter folder: Where the program writes.
    /// - Returns: How it ended, and every file it wrote that is for us to judge.
    /// - Throws: ``Failure``
    static func run(in folder: URL) async throws -> Demonstration {
        let output = folder.appending(path: "output", directoryHint: .notDirectory)
        let environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.filePath,
            "LANG": "C.UTF-8",
        ]
        let ending = try await BuiltProgram().run(["demo", "--output", output.filePath], environment: environment)
        let files = (FileManager.default.enumerator(at: output, includingPropertiesForKeys: nil)?.allObjects ?? [])
            .compactMap { $0 as? URL }.sorted { $0.filePath < $1.filePath }
        // What lies in packages beside cover and index is the same as what lies outside them.
        let judged = files.filter { file in
            !file.filePath.contains("/packages/")
                || ["cover-", "index."].contains { file.lastPathComponent.hasPrefix($0) }
        }
        return Demonstration(
            ending: ending, petitions: judged.filter { $0.pathExtension == "xml" },
            pages: judged.filter { $0.pathExtension == "html" },
            papers: judged.filter { $0.pathExtension == "docx" },
            bags: files.filter { $0.lastPathComponent == "bagit.txt" }.map { $0.deletingLastPathComponent() },
            records: files.filter { $0.lastPathComponent == "record.xml" })
    }

    private func size(of page: URL) -> Int { (try? page.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0 }
}

/// Runs the demonstration once for a whole suite, and takes away what it wrote.
struct DemonstrationTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await ScratchFolder.with { folder in
            try await Demonstration.$current.withValue(Demonstration.run(in: folder), operation: function)
        }
    }
}

extension Trait where Self == DemonstrationTrait {
    /// `dossier demo` has run, once for the suite.
    static var afterDemonstration: Self { DemonstrationTrait() }
}
