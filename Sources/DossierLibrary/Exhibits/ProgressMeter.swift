import Synchronization

/// Counts on all cores, and tells one caller at a time.
final class ProgressMeter: Sendable {
    private let count = Mutex(ExhibitProgress(files: 0, bytes: 0))
    private let tell: @Sendable (ExhibitProgress) -> Void

    init(_ tell: @escaping @Sendable (ExhibitProgress) -> Void) { self.tell = tell }

    func add(files: Int = 0, bytes: Int = 0) {
        // Told under the lock, so that what is told never goes back.
        count.withLock { count in
            count.files += files
            count.bytes += bytes
            tell(count)
        }
    }

    /// The same store, with all that it reads counted.
    func metering(_ store: ExhibitStore) -> ExhibitStore {
        var metered = store
        metered.reading.afterBlock = { [self] size throws(ExhibitError) in
            try store.reading.afterBlock(size)
            add(bytes: size)
        }
        return metered
    }
}
