import Dispatch
import DossierModel
import Synchronization

/// Records with the bytes in which they are kept, made on all cores some thousands ahead of the one that writes them.
struct ReadyRecords: Sequence, IteratorProtocol {
    private let records: [Record]
    private var place = 0
    private var ready: ArraySlice<Made> = []

    /// What is kept of one record.
    struct Made: Sendable {
        var bytes: RecordBytes
        var hash: String
        /// Whether the bytes read back say what the record says.
        var isSound: Bool

        init(_ record: Record) {
            bytes = RecordBytes(record)
            hash = bytes.hash
            isSound = bytes.record() == record
        }
    }

    private static let ahead = 4_096
    private static let stretch = 256

    init(_ records: [Record]) { self.records = records }

    mutating func next() -> (Record, Made)? {
        if ready.isEmpty { prepare() }
        guard let made = ready.popFirst() else { return nil }
        place += 1
        return (records[place - 1], made)
    }

    private mutating func prepare() {
        let part = place..<Swift.min(place + Self.ahead, records.count)
        // The desk saves one record at a time, and needs no second thread for it.
        guard part.count > Self.stretch else {
            ready = records[part].map(Made.init)[...]
            return
        }
        let starts = Array(stride(from: part.lowerBound, to: part.upperBound, by: Self.stretch))
        let made = Mutex<[Int: [Made]]>([:])
        let records = records
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            let range = starts[index]..<Swift.min(starts[index] + Self.stretch, part.upperBound)
            let own = records[range].map(Made.init)
            made.withLock { $0[index] = own }
        }
        let all = made.withLock { $0 }
        ready = starts.indices.flatMap { all[$0] ?? [] }[...]
    }
}
