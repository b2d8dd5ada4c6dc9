import Foundation

/// The folder of the package's own files.
enum PackageFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// A folder for one purpose that is gone when the purpose is served.
enum ScratchFolder {
    /// - Parameter body: What is done in the folder.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or Foundation's error when there can be no such folder.
    static func with<Value: Sendable>(_ body: @Sendable (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "dossier-acceptance-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}

extension URL {
    /// The path as the system takes it, with spaces as they are.
    var filePath: String { path(percentEncoded: false) }
}
