import DossierModel

/// What one record of an export comes to, as far as it can be told from the record alone: so it is made on any thread.
struct ToldRecord: Sendable {
    /// One for each State that was asked for.
    private(set) var recommendations: [Recommendation] = []
    private(set) var findings: [RecommendationFinding] = []
    private(set) var isForeign = false
    /// Only of States that were not asked for.
    private(set) var isOther = false
    let place: Int

    init(_ record: IndexRecord, by reader: RecommendationReader, place: Int) {
        self.place = place
        guard record.body == "UPR" else {
            isForeign = true
            return
        }
        let countries = record.countries
        guard !countries.isEmpty else {
            findings.append(.init(.incomplete, place: place, value: record.annotation ?? ""))
            return
        }
        let wanted = countries.filter { reader.states?.contains(StateName.key($0)) ?? true }
        isOther = wanted.isEmpty
        // A record is read once, though it be of several States: what is odd about it is told once.
        guard let first = wanted.first else { return }
        var noted: [RecommendationFinding] = []
        let made = record.recommendation(of: first, language: reader.language, readOn: reader.readOn, place: place) {
            noted.append($0)
        }
        findings = noted
        guard let made else {
            findings.append(.init(.incomplete, place: place, value: record.annotation ?? first))
            return
        }
        recommendations = wanted.map { state in
            var one = made
            one.stateUnderReview = state
            return one
        }
    }
}

extension RecommendationReader {
    /// Gathers what records tell, in the order of the file, as all forms of the export do.
    struct Gathering {
        private var batch: [Recommendation] = []
        private var numbers: Set<Recommendation.Key> = []

        mutating func add(
            _ told: ToldRecord, _ reading: inout Reading, _ take: ([Recommendation]) throws -> Void
        ) throws {
            if told.isForeign { reading.foreign += 1 }
            if told.isOther { reading.other += 1 }
            for finding in told.findings { reading.note(finding) }
            if let key = told.recommendations.first?.key, !key.number.text.isEmpty, !numbers.insert(key).inserted {
                reading.note(.init(.numberTwice, place: told.place, value: key.description))
            }
            for one in told.recommendations {
                reading.taken += 1
                reading.states.insert(StateName.key(one.stateUnderReview))
                batch.append(one)
                if batch.count == RecommendationReader.batchSize { try handOver(take) }
            }
        }

        /// Hands out what is gathered, if anything is.
        mutating func handOver(_ take: ([Recommendation]) throws -> Void) throws {
            guard !batch.isEmpty else { return }
            try take(batch)
            batch.removeAll(keepingCapacity: true)
        }
    }
}
