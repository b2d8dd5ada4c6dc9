import Foundation

/// An original opened for one reading: a plain file and nothing else, held so that a change while it is read is noticed.
final class FileReading {
    static let blockSize = 1 << 20

    let path: String
    private let descriptor: Int32
    private let before: Mark

    /// - Throws: ``ExhibitError`` when there is no plain file that can be read.
    init(path: String) throws {
        // A name is shown in reports and lists: one with control characters or bidirectional marks can pass for another.
        guard Self.isShowable(path) else { throw ExhibitError(.badName, Self.shown(path)) }
        // Without waiting for the other end of a pipe, and not through a link to something else.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.openingError(path) }
        self.path = path
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw ExhibitError(.unreadable, path, Self.systemError)
        }
        before = Mark(status)
        guard status.st_mode & 0o170000 == 0o100000 else {
            close(descriptor)
            throw ExhibitError(.notAFile, path, Self.kind(status.st_mode))
        }
    }

    deinit { close(descriptor) }

    var size: Int { before.size }

    /// Hands out the file's blocks. Two buffers take turns: while one is being read from, the other is filled.
    /// - Throws: ``ExhibitError`` when a block cannot be read, or the file has changed meanwhile.
    func forEachBlock(_ digesting: some BlockDigesting, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let buffers = (0..<2).map { _ in
            UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 4096)
        }
        defer {
            digesting.settle()
            for buffer in buffers { buffer.deallocate() }
        }
        var total = 0
        var turn = 0
        while true {
            let count = try fill(buffers[turn])
            digesting.settle()
            if count == 0 { break }
            let block = UnsafeRawBufferPointer(rebasing: buffers[turn][..<count])
            digesting.update(block)
            try body(block)
            total += count
            turn = 1 - turn
        }
        var status = stat()
        guard total == before.size, fstat(descriptor, &status) == 0, Mark(status) == before else {
            throw ExhibitError(.changedWhileRead, path)
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            if count < 0 {
                if errno == EINTR { continue }
                throw ExhibitError(.unreadable, path, Self.systemError)
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// What tells whether a file is still the one it was.
    private struct Mark: Equatable {
        var size: Int
        var inode: UInt64
        var modified: [Int]

        init(_ status: stat) {
            size = Int(status.st_size)
            inode = UInt64(status.st_ino)
            modified = [
                status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
            ]
        }
    }

    // MARK: Words for what was found

    static var systemError: String { String(cString: strerror(errno)) }

    private static func openingError(_ path: String) -> ExhibitError {
        switch errno {
        case ENOENT, ENOTDIR: ExhibitError(.missing, path)
        case ELOOP: ExhibitError(.symbolicLink, path)
        case ENXIO: ExhibitError(.notAFile, path, "socket")
        default: ExhibitError(.unreadable, path, systemError)
        }
    }

    private static func kind(_ mode: mode_t) -> String {
        switch mode & 0o170000 {
        case 0o040000: "directory"
        case 0o010000: "pipe"
        case 0o020000, 0o060000: "device"
        default: "socket"
        }
    }

    private static func isShowable(_ path: String) -> Bool {
        !path.unicodeScalars.contains { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
        }
    }

    /// The path with what cannot be shown told by number.
    private static func shown(_ path: String) -> String {
        path.unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
                ? "<U+\(String(scalar.value, radix: 16, uppercase: true))>" : String(scalar)
        }.joined()
    }
}
