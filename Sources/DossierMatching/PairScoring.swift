import DossierModel
public import DossierNames

/// Weighs the evidence of pairs of persons.
///
/// A class only so that the loop over millions of pairs copies one pointer; it never changes.
public final class PairScoring: Sendable {
    let book: TraitBook
    let weights: MatchWeights
    let likeness: NameLikeness
    let pool: PersonPool
    /// The rarity of each name, in bits: of the family name and of the given name.
    let rarity: [(family: Double, given: Double)]
    let placeRarity: [Double]
    private let prior: Double
    private let persons: Double

    /// The persons are those whose names are in the book; they are spoken of by their places among `traits`.
    public init(_ traits: [PersonTraits], _ book: TraitBook, _ tables: NameTables) {
        self.book = book
        let weights = book.weights
        self.weights = weights
        likeness = NameLikeness(tables)
        persons = Double(max(traits.count, 2))
        prior = weights[.prior] - MatchBits.ofRarity(1 / Double(max(traits.count, 64)))
        // Among few, chance would make common names look rare: as if there were some hundred more persons of the usual shares.
        let smoothing = 300.0
        let all = persons + smoothing
        let rarity = book.names.map { name -> (family: Double, given: Double) in
            let key = name.keys.first
            let family = Double(key.flatMap { book.families[$0.family] } ?? 0) + smoothing * 0.02
            let given = Double(key.flatMap { book.givens[$0.given] } ?? 0) + smoothing * 0.002
            return (MatchBits.ofRarity(family / all), MatchBits.ofRarity(given / all))
        }
        self.rarity = rarity
        placeRarity = book.places.indices.map { index in
            MatchBits.ofRarity((Double(book.placeCounts[Int32(index)] ?? 0) + 2) / all)
        }
        let mostName = weights[.nameMost]
        let mostFamily = weights[.nameMostFamily]
        let mostParent = weights[.parentMost]
        let sameCharacters = weights[.nameSameCharacters]
        pool = PersonPool(
            traits,
            nameBits: { name in
                let own = rarity[Int(name)]
                return min(min(own.family, mostFamily) + own.given, mostName) + sameCharacters
            }, parentBits: { min(rarity[Int($0)].given + 1, mostParent) })
    }

    /// All evidence of a pair, with its reasons.
    public func evidence(_ first: Int, _ second: Int) -> PairEvidence {
        var reasons: [PairEvidence.Reason] = []
        // In the order in which pairs are gone through, so that what is shown is what was found: of several names or places, which ones
        // are set beside each other depends on whose come first.
        let bits = sum(min(first, second), max(first, second), least: -.infinity) {
            reasons.append(.init(feature: $0, finding: $1, bits: $2))
        }
        return PairEvidence(bits: bits, reasons: reasons)
    }

    /// The sum of the bits alone, for going through many pairs. Where it cannot reach `least`, it is told as less than that and no
    /// more exactly.
    func bits(_ first: Int, _ second: Int, least: Double) -> Double { sum(first, second, least: least) { _, _, _ in } }

    @inline(__always)
    private func sum(
        _ one: Int, _ other: Int, least: Double, _ tell: (PairEvidence.Feature, String, Double) -> Void
    ) -> Double {
        let (first, second) = (pool.persons[one], pool.persons[other])
        var sum = prior
        func add(_ feature: PairEvidence.Feature, _ found: Found?) {
            guard let found else { return }
            sum += found.bits
            tell(feature, found.finding, found.bits)
        }
        // Names take most of the time. Where not even the same name and the same parents would do, they are not looked at.
        add(.number, number(first.numbers, second.numbers))
        add(.birth, birth(first.births, second.births))
        add(.sex, sex(first.sex, second.sex))
        add(.place, place(first.places, second.places))
        add(.seen, seen(first.seen, second.seen))
        add(.incident, incident(first.incident, second.incident))
        add(.occupation, occupation(first.occupation, second.occupation))
        let most = Double(max(first.nameBits, second.nameBits)) + Double(min(first.parentBits, second.parentBits))
        guard sum + most >= least else { return sum - 100 }
        add(.name, name(first.names, second.names))
        add(.father, parent(first.fathers, second.fathers))
        add(.mother, parent(first.mothers, second.mothers))
        return sum
    }

    /// What of a feature was found, and what it weighs.
    struct Found {
        var finding: String
        var bits: Double
    }

    func found(_ key: MatchWeights.Key) -> Found { Found(finding: key.finding, bits: weights[key]) }

    // MARK: Features that are numbers

    private func birth(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        best(first, second) { BirthComparison.key($0, $1) }
    }

    private func seen(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        best(first, second) { one, other in
            if one.month > 0, one.month == other.month, one.year == other.year, one.isOneYear, other.isOneYear {
                return one.day > 0 && one.day == other.day ? .seenSameDay : .seenSameMonth
            }
            return one.year <= other.lastYear && other.year <= one.lastYear ? .seenSameYear : .seenDifferent
        }
    }

    @inline(__always)
    private func best(
        _ first: PersonPool.Stretch, _ second: PersonPool.Stretch, _ key: (DaySpan, DaySpan) -> MatchWeights.Key
    ) -> Found? {
        var best: MatchWeights.Key?
        for one in first.range {
            for other in second.range {
                let found = key(pool.spans[one], pool.spans[other])
                if best.map({ weights[found] > weights[$0] }) ?? true { best = found }
            }
        }
        return best.map { found($0) }
    }

    private func sex(_ first: UInt8, _ second: UInt8) -> Found? {
        guard first > 0, second > 0 else { return nil }
        return found(first == second ? .sexSame : .sexDifferent)
    }

    private func incident(_ first: Int32, _ second: Int32) -> Found? {
        guard first >= 0, second >= 0 else { return nil }
        guard first == second else { return found(.incidentDifferent) }
        let share = Double(book.incidentCounts[first] ?? 1) / persons
        return Found(finding: "same", bits: min(weights[.incidentSame], MatchBits.ofRarity(share)))
    }

    private func occupation(_ first: Int32, _ second: Int32) -> Found? {
        guard first >= 0, second >= 0 else { return nil }
        return found(first == second ? .occupationSame : .occupationDifferent)
    }

    private func number(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        var isNear = false
        for one in first.range {
            for other in second.range {
                if pool.numbers[one] == pool.numbers[other] { return found(.numberSame) }
                if BirthComparison.areOneSlipApart(pool.numbers[one], pool.numbers[other]) { isNear = true }
            }
        }
        return found(isNear ? .numberMistyped : .numberDifferent)
    }

    // MARK: Places

    /// The place that says most, and with less weight every further one that both tell: a birthplace beside a residence.
    private func place(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        if first.count == 1, second.count == 1 {
            return place(pool.items[Int(first.start)], pool.items[Int(second.start)])
        }
        var all: [Found] = []
        for one in first.range {
            var best: Found?
            for other in second.range {
                let here = place(pool.items[one], pool.items[other])
                if best.map({ here.bits > $0.bits }) ?? true { best = here }
            }
            if let best { all.append(best) }
        }
        all.sort { $0.bits > $1.bits }
        guard var best = all.first else { return nil }
        for further in all.dropFirst() where further.finding == "same" {
            best.bits += further.bits * weights[.placeFurther]
        }
        return best
    }

    private func place(_ one: Int32, _ other: Int32) -> Found {
        if one == other { return Found(finding: "same", bits: min(placeRarity[Int(one)], weights[.placeMost])) }
        let rarity = min(placeRarity[Int(one)], placeRarity[Int(other)], weights[.placeMost])
        switch book.relation(one, other) {
        case .same: return Found(finding: "same", bits: rarity)
        case .mistyped: return Found(finding: "mistyped", bits: rarity * weights[.placeMistyped])
        case .near: return found(.placeNear)
        case .sameProvince: return found(.placeSameProvince)
        case .different: return found(.placeDifferent)
        }
    }
}
