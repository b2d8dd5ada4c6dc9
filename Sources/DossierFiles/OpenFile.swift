import CLinux
public import Glibc

/// An open file or folder, closed when it goes out of use. Descriptors do not pass to child processes.
public struct OpenFile: ~Copyable {
    /// As it was given.
    public let path: String
    /// Negative once it is closed.
    package private(set) var descriptor: CInt

    /// Opens what is at the path, with the flags and permissions of `open(2)`. A link at the path's end is not
    /// followed. Folders of ours may be links, to a larger disk for one: these are opened as `folder/.`.
    ///
    /// - Throws: ``FileError``: `badPath`, or what `error` makes of path and `errno`, which is `FileError.reading` or
    ///   `FileError.writing`.
    public init(
        _ path: String, _ flags: CInt, permissions: mode_t = 0, error: (String, CInt) -> FileError
    ) throws(FileError) {
        // The system takes a NUL for the end of the path, and would open another file.
        guard !path.utf8.contains(0) else { throw FileError(.badPath, path: path) }
        let descriptor = retrying { open(path, flags | O_CLOEXEC | O_NOFOLLOW, permissions) }
        guard descriptor >= 0 else { throw error(path, errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

    /// Closes a file that was written. Disks on the network tell only now what they could not keep.
    /// - Throws: ``FileError``.
    public consuming func close() throws(FileError) {
        let result = Glibc.close(descriptor)
        // Never a second time: the number may be another file's by then, also when closing has failed.
        descriptor = -1
        guard result == 0 else { throw .writing(path, errno) }
    }

    /// - Returns: nil when the system does not tell.
    package func status() -> stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Fills the buffer as far as the file reaches, from where the last filling ended.
    /// - Returns: how many bytes were read; fewer than fit only at the end of the file.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try fill(buffer) { rest, _ in read(descriptor, rest.baseAddress, rest.count) }
    }

    /// Fills the buffer as far as the file reaches, from an offset in bytes; where the last filling ended stays as it was.
    /// - Returns: how many bytes were read; fewer than fit only at the end of the file.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        try fill(buffer) { rest, filled in pread(descriptor, rest.baseAddress, rest.count, offset + filled) }
    }

    private func fill(
        _ buffer: UnsafeMutableRawBufferPointer, _ read: (UnsafeMutableRawBufferPointer, Int) -> Int
    ) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = retrying { read(rest, filled) }
            guard count >= 0 else { throw .reading(path, errno) }
            guard count > 0 else { break }
            filled += count
        }
        return filled
    }

    /// Writes all of the bytes at the file's end.
    /// - Throws: ``FileError``; part of the bytes may have been written then.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = retrying { write(descriptor, rest.baseAddress, rest.count) }
            guard count >= 0 else { throw .writing(path, errno) }
            written += count
        }
    }

    /// Writes all of the bytes at the file's end.
    /// - Throws: ``FileError``; part of the bytes may have been written then.
    public func append(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { buffer throws(FileError) in try append(UnsafeRawBufferPointer(buffer)) }
    }

    /// Returns when the file's bytes, or the folder's names, are on the disk.
    /// - Throws: ``FileError``.
    public func sync() throws(FileError) {
        guard retrying({ fsync(descriptor) }) == 0 else { throw .writing(path, errno) }
    }

    /// Returns when everything written to the file system is on the disk: for many files, where ``sync()`` would wait for
    /// the disk once for each.
    /// - Throws: ``FileError``.
    public func syncFileSystem() throws(FileError) {
        guard retrying({ syncfs(descriptor) }) == 0 else { throw .writing(path, errno) }
    }
}

/// Calls again for as long as a signal came in between.
package func retrying<Number: SignedInteger>(_ call: () -> Number) -> Number {
    while true {
        let result = call()
        if result < 0, errno == EINTR { continue }
        return result
    }
}

extension stat {
    /// The bits that tell a file from a folder, a pipe or a device.
    package var kind: mode_t { st_mode & S_IFMT }
}
