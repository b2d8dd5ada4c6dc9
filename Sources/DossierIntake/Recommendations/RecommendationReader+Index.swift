import Dispatch
import DossierModel
import Foundation

/// The export of the Universal Human Rights Index.
extension RecommendationReader {
    /// The most recommendations that are handed out at once.
    static let batchSize = 1_000
    /// The most bytes of records that are held at once, but for the last of them: a thousand records may be of any size.
    private static let batchBytes = 8 << 20

    func readJSON(_ file: FileHandle, _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        var reading = Reading(.uhri)
        var gathering = Gathering()
        var stream = JSONArrayStream(file)
        var isOver = false
        while !isOver {
            // A batch is cut on this thread and decoded on all cores, each taking a part; the order stays that of the file.
            var members: [(bytes: Data, place: Int)] = []
            var held = 0
            while members.count < Self.batchSize, held < Self.batchBytes {
                guard let member = try stream.next() else {
                    isOver = true
                    break
                }
                reading.seen += 1
                if stream.mayConcernReview {
                    members.append((Data(member), stream.count))
                    held += member.count
                } else {
                    reading.foreign += 1
                }
            }
            for told in try decoded(members) { try gathering.add(told, &reading, take) }
            try gathering.handOver(take)
        }
        return reading
    }

    private func decoded(_ members: [(bytes: Data, place: Int)]) throws -> [ToldRecord] {
        let parts = ProcessInfo.processInfo.activeProcessorCount
        let decoded = Decoded(parts: parts)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = members.count * part / parts..<members.count * (part + 1) / parts
            let decoder = JSONDecoder()
            decoded.set(part, Result { try members[range].map { try told($0.bytes, $0.place, decoder) } })
        }
        return try decoded.all()
    }

    private func told(_ bytes: Data, _ place: Int, _ decoder: JSONDecoder) throws(RecommendationError) -> ToldRecord {
        do {
            return ToldRecord(try decoder.decode(IndexRecord.self, from: bytes), by: self, place: place)
        } catch {
            throw RecommendationError(
                .badRecord, place: place, value: String(decoding: bytes.prefix(80), as: UTF8.self))
        }
    }

    /// What several threads have decoded, part by part.
    private final class Decoded: @unchecked Sendable {
        // Guarded by the lock.
        private var results: [Result<[ToldRecord], any Error>]
        private let lock = NSLock()

        init(parts: Int) { results = Array(repeating: .success([]), count: parts) }

        func set(_ part: Int, _ result: Result<[ToldRecord], any Error>) {
            lock.withLock { results[part] = result }
        }

        func all() throws -> [ToldRecord] { try lock.withLock { try results.flatMap { try $0.get() } } }
    }
}
