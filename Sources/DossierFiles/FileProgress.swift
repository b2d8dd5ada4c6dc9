import Synchronization

/// How far a long piece of work on files has come.
public struct FileProgress: Sendable, Hashable {
    /// Files that are done with.
    public var files: Int
    /// Bytes that have been read.
    public var bytes: Int
}

/// Counts on all cores, and tells one caller at a time.
public final class ProgressMeter: Sendable {
    private let count = Mutex(FileProgress(files: 0, bytes: 0))
    private let tell: @Sendable (FileProgress) -> Void

    /// `tell` is called after everything that is added, by one thread at a time but not always the same.
    public init(_ tell: @escaping @Sendable (FileProgress) -> Void) { self.tell = tell }

    /// Counts files that are done with, and bytes that have been read, beside those counted before.
    public func add(files: Int = 0, bytes: Int = 0) {
        // Told under the lock, so that what is told never goes back.
        count.withLock { count in
            count.files += files
            count.bytes += bytes
            tell(count)
        }
    }

    /// The same reading, with every block that it reads counted.
    public func metering(_ reading: FileReading) -> FileReading {
        var metered = reading
        metered.afterBlock = { [self] size throws(FileError) in
            try reading.afterBlock(size)
            add(bytes: size)
        }
        return metered
    }
}
