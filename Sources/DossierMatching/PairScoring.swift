public import DossierNames

/// Weighs the evidence of pairs of persons.
public struct PairScoring: Sendable {
    let book: TraitBook
    let weights: MatchWeights
    private let likeness: NameLikeness
    private let prior: Double
    private let persons: Double
    /// The rarity of each name, in bits: of the family name and of the given name.
    private let rarity: [(family: Double, given: Double)]
    private let placeRarity: [Double]

    /// `count` persons are compared, whose names are in the book.
    public init(_ book: TraitBook, _ tables: NameTables, count: Int) {
        self.book = book
        weights = book.weights
        likeness = NameLikeness(tables)
        persons = Double(max(count, 2))
        prior = book.weights[.prior] - MatchBits.ofRarity(1 / Double(max(count, 64)))
        // Among few, chance would make common names look rare: as if there were some hundred more persons of the usual shares.
        let smoothing = 300.0
        let all = persons + smoothing
        rarity = book.names.map { name in
            let key = name.keys.first
            let family = Double(key.flatMap { book.families[$0.family] } ?? 0) + smoothing * 0.02
            let given = Double(key.flatMap { book.givens[$0.given] } ?? 0) + smoothing * 0.002
            return (MatchBits.ofRarity(family / all), MatchBits.ofRarity(given / all))
        }
        placeRarity = book.places.indices.map { index in
            MatchBits.ofRarity((Double(book.placeCounts[Int32(index)] ?? 0) + 2) / all)
        }
    }

    /// All evidence of a pair, with its reasons.
    public func evidence(_ first: PersonTraits, _ second: PersonTraits) -> PairEvidence {
        var reasons: [PairEvidence.Reason] = []
        let bits = sum(first, second) { reasons.append(.init(feature: $0, finding: $1, bits: $2)) }
        return PairEvidence(bits: bits, reasons: reasons)
    }

    /// The sum of the bits alone, for going through many pairs. Stops where the rest cannot make up for what is lacking.
    func bits(_ first: PersonTraits, _ second: PersonTraits) -> Double { sum(first, second) { _, _, _ in } }

    @inline(__always)
    private func sum(
        _ first: PersonTraits, _ second: PersonTraits, _ tell: (PairEvidence.Feature, String, Double) -> Void
    ) -> Double {
        var sum = prior
        func add(_ feature: PairEvidence.Feature, _ found: Found?) {
            guard let found else { return }
            sum += found.bits
            tell(feature, found.finding, found.bits)
        }
        add(.number, number(first.numbers, second.numbers))
        add(.birth, birth(first.births, second.births))
        add(.sex, sex(first.sex, second.sex))
        // Names take most of the time: nothing makes up for another birth, another sex and another number together.
        if sum < prior - 14 { return sum - 20 }
        add(.name, name(first.names, second.names))
        add(.father, parent(first.fathers, second.fathers))
        add(.mother, parent(first.mothers, second.mothers))
        add(.place, place(first.places, second.places))
        add(.seen, seen(first.seen, second.seen))
        add(.incident, incident(first.incident, second.incident))
        add(.occupation, occupation(first.occupation, second.occupation))
        return sum
    }

    /// What of a feature was found, and what it weighs.
    struct Found {
        var finding: String
        var bits: Double

        init(_ key: MatchWeights.Key, _ weights: MatchWeights) {
            finding = String(key.rawValue.drop { $0 != "." }.dropFirst())
            bits = weights[key]
        }

        init(_ finding: String, _ bits: Double) {
            self.finding = finding
            self.bits = bits
        }
    }

    // MARK: Names

    private func name(_ first: [Int32], _ second: [Int32]) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        var best: (score: Double, one: Int32, other: Int32) = (-1, 0, 0)
        var haveOtherCharacters = false
        var haveSameCharacters = false
        for one in first {
            for other in second {
                if one == other {
                    best = (1, one, other)
                    if !han(one).isEmpty { haveSameCharacters = true }
                    continue
                }
                if !han(one).isEmpty, !han(other).isEmpty {
                    // The same characters are the same name in all spellings; others with the same sound are another name.
                    if han(one) == han(other) { haveSameCharacters = true } else { haveOtherCharacters = true }
                }
                guard best.score < 1 else { continue }
                let score = likeness.score(book.names[Int(one)].readings, book.names[Int(other)].readings)
                if score > best.score { best = (score, one, other) }
            }
        }
        let step = weights.likeness.first { best.score >= $0.from }
        guard let step else { return Found(.nameDifferent, weights) }
        let (one, other) = (rarity[Int(best.one)], rarity[Int(best.other)])
        // The rarer of two spellings may be a slip: the commoner one says how rare the name is.
        let family = min(min(one.family, other.family), weights[.nameMostFamily])
        let given = min(one.given, other.given)
        var bits = min(family + given, weights[.nameMost]) * step.part
        if haveSameCharacters { bits += weights[.nameSameCharacters] }
        if haveOtherCharacters, !haveSameCharacters { bits += weights[.nameOtherCharacters] }
        return Found(best.score >= 0.97 ? "same" : best.score >= 0.7 ? "alike" : "near", bits)
    }

    private func han(_ name: Int32) -> String { book.names[Int(name)].readings.first?.hanForm ?? "" }

    private func parent(_ first: [Int32], _ second: [Int32]) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        var best: (score: Double, one: Int32) = (-1, 0)
        for one in first {
            for other in second where best.score < 1 {
                let score =
                    one == other
                    ? 1 : likeness.score(book.names[Int(one)].readings, book.names[Int(other)].readings)
                if score > best.score { best = (score, one) }
            }
        }
        guard best.score >= 0.45 else { return Found(.parentDifferent, weights) }
        guard best.score >= 0.7 else { return Found(.parentUnsure, weights) }
        return Found("same", min(rarity[Int(best.one)].given + 1, weights[.parentMost]) * min(1, best.score + 0.1))
    }

    // MARK: Other features

    private func birth(_ first: [DaySpan], _ second: [DaySpan]) -> Found? {
        best(first, second) { BirthComparison.key($0, $1) }
    }

    private func seen(_ first: [DaySpan], _ second: [DaySpan]) -> Found? {
        best(first, second) { one, other in
            if one.month > 0, one.month == other.month, one.year == other.year, one.isOneYear, other.isOneYear {
                return one.day > 0 && one.day == other.day ? .seenSameDay : .seenSameMonth
            }
            return one.year <= other.lastYear && other.year <= one.lastYear ? .seenSameYear : .seenDifferent
        }
    }

    private func best(
        _ first: [DaySpan], _ second: [DaySpan], _ key: (DaySpan, DaySpan) -> MatchWeights.Key
    ) -> Found? {
        var best: Found?
        for one in first {
            for other in second {
                let found = Found(key(one, other), weights)
                if best.map({ found.bits > $0.bits }) ?? true { best = found }
            }
        }
        return best
    }

    private func sex(_ first: UInt8, _ second: UInt8) -> Found? {
        guard first > 0, second > 0 else { return nil }
        return Found(first == second ? .sexSame : .sexDifferent, weights)
    }

    private func place(_ first: [Int32], _ second: [Int32]) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        var best: Found?
        for one in first {
            for other in second {
                let found = place(one, other)
                if best.map({ found.bits > $0.bits }) ?? true { best = found }
            }
        }
        return best
    }

    private func place(_ one: Int32, _ other: Int32) -> Found {
        if one == other { return Found("same", min(placeRarity[Int(one)], weights[.placeMost])) }
        let (first, second) = (book.places[Int(one)], book.places[Int(other)])
        if first.parts == second.parts || first.parts.last == second.parts.last, !first.isProvinceAlone {
            return Found("same", min(placeRarity[Int(one)], placeRarity[Int(other)], weights[.placeMost]))
        }
        if first.parts.dropFirst().contains(where: { second.parts.dropFirst().contains($0) }) {
            return Found(.placeNear, weights)
        }
        if first.parts.first == second.parts.first { return Found(.placeSameProvince, weights) }
        return Found(.placeDifferent, weights)
    }

    private func incident(_ first: Int32, _ second: Int32) -> Found? {
        guard first >= 0, second >= 0 else { return nil }
        guard first == second else { return Found(.incidentDifferent, weights) }
        let share = Double(book.incidentCounts[first] ?? 1) / persons
        return Found("same", min(weights[.incidentSame], MatchBits.ofRarity(share)))
    }

    private func number(_ first: [String], _ second: [String]) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        if first.contains(where: { second.contains($0) }) { return Found(.numberSame, weights) }
        let isNear = first.contains { one in second.contains { BirthComparison.areOneSlipApart(Array(one.utf8), Array($0.utf8)) } }
        return Found(isNear ? .numberMistyped : .numberDifferent, weights)
    }

    private func occupation(_ first: Int32, _ second: Int32) -> Found? {
        guard first >= 0, second >= 0 else { return nil }
        return Found(first == second ? .occupationSame : .occupationDifferent, weights)
    }
}
