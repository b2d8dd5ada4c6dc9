import DossierFiles
import Glibc

/// A pipe out of a program, and what came through it, up to a limit.
final class ProgramPipe {
    /// For the program.
    private(set) var writingEnd: CInt
    private var readingEnd: CInt
    private let limit: Int
    /// What came through it, cut at the limit.
    private(set) var bytes: [UInt8] = []
    /// More came through it than the limit allows.
    private(set) var isOverflowing = false

    /// The limit is in bytes.
    init(limit: Int) throws(FileError) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .reading("pipe", errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readingEnd = ends[0]
        writingEnd = ends[1]
        self.limit = limit
    }

    deinit {
        if readingEnd >= 0 { close(readingEnd) }
        if writingEnd >= 0 { close(writingEnd) }
    }

    func closeWritingEnd() {
        close(writingEnd)
        writingEnd = -1
    }

    /// Waits until something comes through either pipe, then reads all that is there.
    /// - Returns: whether any of them is still open.
    static func read(_ first: ProgramPipe, _ second: ProgramPipe, milliseconds: CInt) -> Bool {
        var patience = milliseconds
        while first.readingEnd >= 0 || second.readingEnd >= 0 {
            // The system passes over negative numbers.
            var waiting = [
                pollfd(fd: first.readingEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: second.readingEnd, events: Int16(POLLIN), revents: 0),
            ]
            let ready = retrying { poll(&waiting, nfds_t(waiting.count), patience) }
            guard ready > 0 else { return true }
            if waiting[0].revents != 0 { first.take() }
            if waiting[1].revents != 0 { second.take() }
            if first.isOverflowing { return true }
            patience = 0
        }
        return false
    }

    private func take() {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let count = retrying { Glibc.read(readingEnd, buffer.baseAddress, buffer.count) }
            guard count > 0 else { return count }
            let room = limit - bytes.count
            isOverflowing = isOverflowing || count > room
            bytes.append(contentsOf: buffer[..<min(count, room)])
            return count
        }
        guard count <= 0 else { return }
        close(readingEnd)
        readingEnd = -1
    }
}
