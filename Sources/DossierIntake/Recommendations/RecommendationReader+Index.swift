import Dispatch
import DossierModel
import Foundation

/// The export of the Universal Human Rights Index.
extension RecommendationReader {
    private static let batchSize = 1_000

    func readJSON(_ file: FileHandle, _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        var reading = Reading(.uhri)
        var gathering = Gathering(reader: self)
        var stream = JSONArrayStream(file)
        var isOver = false
        while !isOver {
            // A batch is cut on this thread and decoded on all cores, each taking a part; the order stays that of the file.
            var members: [(bytes: Data, place: Int)] = []
            while members.count < Self.batchSize {
                guard let member = try stream.next() else {
                    isOver = true
                    break
                }
                reading.seen += 1
                if stream.mayConcernReview {
                    members.append((Data(member), stream.count))
                } else {
                    reading.foreign += 1
                }
            }
            for (record, place) in try Self.decoded(members) { gathering.add(record, place: place, &reading) }
            if !gathering.batch.isEmpty { try take(gathering.handOver()) }
        }
        return reading
    }

    private static func decoded(_ members: [(bytes: Data, place: Int)]) throws -> [(IndexRecord, Int)] {
        let parts = ProcessInfo.processInfo.activeProcessorCount
        let decoded = Decoded(parts: parts)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = members.count * part / parts..<members.count * (part + 1) / parts
            let decoder = JSONDecoder()
            decoded.set(
                part,
                Result {
                    try members[range].map { member in
                        do {
                            return (try decoder.decode(IndexRecord.self, from: member.bytes), member.place)
                        } catch {
                            throw RecommendationError(
                                .badRecord, place: member.place,
                                value: String(decoding: member.bytes.prefix(80), as: UTF8.self))
                        }
                    }
                })
        }
        return try decoded.all()
    }

    /// What several threads have decoded, part by part.
    private final class Decoded: @unchecked Sendable {
        // Guarded by the lock.
        private var results: [Result<[(IndexRecord, Int)], any Error>]
        private let lock = NSLock()

        init(parts: Int) { results = Array(repeating: .success([]), count: parts) }

        func set(_ part: Int, _ result: Result<[(IndexRecord, Int)], any Error>) {
            lock.withLock { results[part] = result }
        }

        func all() throws -> [(IndexRecord, Int)] { try lock.withLock { try results.flatMap { try $0.get() } } }
    }

    /// Turns records into recommendations, as all forms of the export do.
    struct Gathering {
        let reader: RecommendationReader
        private(set) var batch: [Recommendation] = []
        private var numbers: Set<Recommendation.Key> = []

        init(reader: RecommendationReader) { self.reader = reader }

        mutating func handOver() -> [Recommendation] {
            defer { batch.removeAll(keepingCapacity: true) }
            return batch
        }

        mutating func add(_ record: IndexRecord, place: Int, _ reading: inout Reading) {
            guard record.body == "UPR" else {
                reading.foreign += 1
                return
            }
            let countries = record.countries
            guard !countries.isEmpty else {
                return reading.note(.init(.incomplete, place: place, value: record.annotation ?? ""))
            }
            var isWanted = false
            for state in countries where reader.states?.contains(StateName.key(state)) ?? true {
                isWanted = true
                let made = record.recommendation(
                    of: state, language: reader.language, readOn: reader.readOn, place: place
                ) { reading.note($0) }
                guard let made else {
                    reading.note(.init(.incomplete, place: place, value: record.annotation ?? state))
                    continue
                }
                if !made.key.number.text.isEmpty, !numbers.insert(made.key).inserted {
                    reading.note(.init(.numberTwice, place: place, value: made.key.description))
                }
                reading.taken += 1
                reading.states.insert(StateName.key(state))
                batch.append(made)
            }
            if !isWanted { reading.other += 1 }
        }
    }
}
