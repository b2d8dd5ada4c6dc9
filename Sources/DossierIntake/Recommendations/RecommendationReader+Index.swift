import DossierModel
import Foundation

/// The export of the Universal Human Rights Index.
extension RecommendationReader {
    private static let batchSize = 1_000

    func readJSON(_ file: FileHandle, _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        var reading = Reading(.uhri)
        var gathering = Gathering(reader: self)
        var stream = JSONArrayStream(file)
        let decoder = JSONDecoder()
        while let member = try stream.next() {
            reading.seen += 1
            guard stream.mayConcernReview else {
                reading.foreign += 1
                continue
            }
            let record: IndexRecord
            do {
                record = try decoder.decode(IndexRecord.self, from: Data(member))
            } catch {
                throw RecommendationError(
                    .badRecord, place: stream.count, value: String(decoding: member.prefix(80), as: UTF8.self))
            }
            gathering.add(record, place: stream.count, &reading)
            if gathering.batch.count >= Self.batchSize { try take(gathering.handOver()) }
        }
        if !gathering.batch.isEmpty { try take(gathering.handOver()) }
        return reading
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
                return reading.note(.init(.incomplete, place: place, value: record.AnnotationId ?? ""))
            }
            var isWanted = false
            for state in countries where reader.states?.contains(StateName.key(state)) ?? true {
                isWanted = true
                let made = record.recommendation(
                    of: state, language: reader.language, readOn: reader.readOn, place: place
                ) { reading.note($0) }
                guard let made else {
                    reading.note(.init(.incomplete, place: place, value: record.AnnotationId ?? state))
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
