import CLinux
import Glibc

/// An open file or folder, closed when it goes out of use. Descriptors do not pass to child processes.
struct OpenFile: ~Copyable {
    let path: String
    let descriptor: CInt

    /// Opens what is at the path; `error` makes the error from the system's number. A link at the path's end is not
    /// followed. The library's own folders may be links, to a larger disk for one: these are opened as `folder/.`.
    init(
        _ path: String, _ flags: CInt, permissions: mode_t = 0, error: (String, CInt) -> ExhibitError
    ) throws(ExhibitError) {
        // The system takes a NUL for the end of the path, and would open another file.
        guard !path.utf8.contains(0) else { throw ExhibitError(.badPath, path: path) }
        let descriptor = retrying { open(path, flags | O_CLOEXEC | O_NOFOLLOW, permissions) }
        guard descriptor >= 0 else { throw error(path, errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// - Returns: nil when the system does not tell.
    func status() -> stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Fills the buffer as far as the file reaches.
    /// - Returns: how many bytes were read; fewer than fit only at the end of the file.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ExhibitError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = retrying { read(descriptor, rest.baseAddress, rest.count) }
            guard count >= 0 else { throw .reading(path, errno) }
            guard count > 0 else { break }
            filled += count
        }
        return filled
    }

    /// Writes all of the bytes at the file's end.
    func append(_ bytes: UnsafeRawBufferPointer) throws(ExhibitError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = retrying { write(descriptor, rest.baseAddress, rest.count) }
            guard count >= 0 else { throw .writing(path, errno) }
            written += count
        }
    }

    /// Returns when the file's bytes, or the folder's names, are on the disk.
    func sync() throws(ExhibitError) {
        guard retrying({ fsync(descriptor) }) == 0 else { throw .writing(path, errno) }
    }

    /// Returns when everything written to the file system is on the disk.
    func syncFileSystem() throws(ExhibitError) {
        guard retrying({ syncfs(descriptor) }) == 0 else { throw .writing(path, errno) }
    }
}

/// Calls again for as long as a signal came in between.
func retrying<Number: SignedInteger>(_ call: () -> Number) -> Number {
    while true {
        let result = call()
        if result < 0, errno == EINTR { continue }
        return result
    }
}

extension stat {
    /// The bits that tell a file from a folder, a pipe or a device.
    var kind: mode_t { st_mode & S_IFMT }
}
