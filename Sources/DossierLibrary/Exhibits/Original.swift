import Glibc

/// A file opened to be read once, from its first byte to its last, and never written.
struct Original: ~Copyable {
    /// In bytes, when it was opened.
    let size: Int
    private let file: OpenFile
    private let stamp: Stamp

    /// - Throws: ``ExhibitError`` when the path does not lead to a regular file that can be read.
    init(path: String) throws(ExhibitError) {
        // Looked at before it is opened, because opening alone makes some devices act.
        var status = stat()
        guard !path.utf8.contains(0) else { throw ExhibitError(.badPath, path: path) }
        guard lstat(path, &status) == 0 else { throw .reading(path, errno) }
        try Self.requireFile(status, path)
        // O_NONBLOCK: were a pipe put in its place meanwhile, opening would wait for a writer that may never come.
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, error: ExhibitError.reading)
        guard let opened = file.status() else { throw .reading(path, errno) }
        try Self.requireFile(opened, path)
        self.file = file
        size = Int(opened.st_size)
        stamp = Stamp(opened)
    }

    var path: String { file.path }

    /// Fills the buffer with what comes next.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ExhibitError) -> Int { try file.fill(buffer) }

    /// - Parameter total: how many bytes were read.
    /// - Throws: ``ExhibitError`` when the file is not the one that was opened: some digests would be of its old bytes
    ///   and some of its new ones.
    func requireUnchanged(total: Int) throws(ExhibitError) {
        guard let status = file.status() else { throw .reading(path, errno) }
        guard total == size, Stamp(status) == stamp else { throw ExhibitError(.changedWhileRead, path: path) }
    }

    private static func requireFile(_ status: stat, _ path: String) throws(ExhibitError) {
        let reason: ExhibitError.Reason? =
            switch status.kind {
            case S_IFREG: nil
            case S_IFLNK: .symbolicLink
            case S_IFDIR: .directory
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        if let reason { throw ExhibitError(reason, path: path) }
    }

    /// What every write to a file changes; also being replaced or given another name, as these change `ctime`.
    private struct Stamp: Equatable {
        private let numbers: [Int]

        init(_ status: stat) {
            numbers = [
                Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), Int(status.st_size),
                status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
            ]
        }
    }
}
