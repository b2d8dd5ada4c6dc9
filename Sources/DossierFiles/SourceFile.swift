import Glibc

/// A file opened to be read once, from its first byte to its last, and never written.
public struct SourceFile: ~Copyable {
    /// In bytes, when it was opened.
    public let size: Int
    private let file: OpenFile
    /// What the file was like when it was opened.
    let stamp: Stamp

    /// Opens it; a link at the path's end is not followed.
    /// - Throws: ``FileError`` when the path does not lead to a regular file that can be read.
    public init(path: String) throws(FileError) {
        // Looked at before it is opened, because opening alone makes some devices act.
        var status = stat()
        guard !path.utf8.contains(0) else { throw FileError(.badPath, path: path) }
        guard lstat(path, &status) == 0 else { throw .reading(path, errno) }
        try Self.requireFile(status, path)
        // O_NONBLOCK: were a pipe put in its place meanwhile, opening would wait for a writer that may never come.
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, error: FileError.reading)
        guard let opened = file.status() else { throw .reading(path, errno) }
        try Self.requireFile(opened, path)
        self.file = file
        size = Int(opened.st_size)
        stamp = Stamp(opened)
    }

    /// As it was given.
    public var path: String { file.path }

    /// Goes on from a place, in bytes from the beginning.
    func skip(to offset: Int) throws(FileError) {
        guard offset == 0 || lseek(file.descriptor, off_t(offset), SEEK_SET) == off_t(offset) else {
            throw .reading(path, errno)
        }
    }

    /// Fills the buffer with what comes next.
    public func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int { try file.fill(buffer) }

    /// Fills the buffer from an offset in bytes.
    /// - Throws: ``FileError`` also when the file ends before the buffer is full.
    func fillWhole(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) {
        guard try file.fill(buffer, at: offset) == buffer.count else { throw FileError(.changedWhileRead, path: path) }
    }

    /// - Parameter total: how many bytes were read.
    /// - Throws: ``FileError`` when the file is not the one that was opened: some digests would be of its old bytes
    ///   and some of its new ones.
    func requireUnchanged(total: Int) throws(FileError) {
        guard total == size else { throw FileError(.changedWhileRead, path: path) }
        try requireUnchanged()
    }

    /// - Throws: ``FileError`` when the file is not the one that was opened.
    func requireUnchanged() throws(FileError) {
        guard let status = file.status() else { throw .reading(path, errno) }
        guard Stamp(status) == stamp else { throw FileError(.changedWhileRead, path: path) }
    }

    private static func requireFile(_ status: stat, _ path: String) throws(FileError) {
        let reason: FileError.Reason? =
            switch status.kind {
            case S_IFREG: nil
            case S_IFLNK: .symbolicLink
            case S_IFDIR: .directory
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        if let reason { throw FileError(reason, path: path) }
    }

    /// What every write to a file changes; also being replaced or given another name, as these change `ctime`.
    struct Stamp: Equatable {
        private let numbers: [Int]

        init(_ status: stat) {
            numbers = [
                Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), Int(status.st_size),
                status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
            ]
        }
    }
}
