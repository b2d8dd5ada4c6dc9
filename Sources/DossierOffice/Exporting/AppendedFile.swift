import DossierFiles
import Glibc

/// A new file that grows at its end, a large piece at a time.
final class AppendedFile {
    private let path: String
    private var file: OpenFile?
    private var pending: [UInt8] = []
    private static let piece = 1 << 20

    /// - Throws: `FileError`
    init(_ path: String) throws(FileError) {
        self.path = path
        file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, permissions: 0o644, error: FileError.writing)
    }

    func append(_ bytes: [UInt8]) throws(FileError) {
        pending += bytes
        if pending.count >= Self.piece { try flush() }
    }

    func close() throws(FileError) {
        try flush()
        guard let file = file.take() else { return }
        try file.close()
    }

    private func flush() throws(FileError) {
        try file?.append(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
