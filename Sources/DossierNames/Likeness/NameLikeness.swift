import Foundation

/// Compares names by their sounds.
///
/// Each name has several readings; two names are as alike as their nearest readings. The distance of two readings is the distance of
/// their family names, where two spellings of one surname are none, and that of their given names.
public struct NameLikeness: Sendable {
    let table: SoundTable
    private let distance: SoundDistance

    public init(_ tables: NameTables) {
        table = tables.sounds
        distance = SoundDistance(table: tables.sounds)
    }

    /// What it costs when one name has no family name, no given name, or initials alone, in hundredths.
    private enum Lacking {
        static let family = 38
        static let given = 60
        static let initials = 38
    }

    /// What is added where both surnames are known and are different ones.
    private static let otherSurname = 45
    /// How much less the same sounds weigh in names that are longer than Korean ones.
    private static let usualLength = 6
    /// What two letters that were turned round cost at most, or a letter that was typed twice.
    private static let slip = 33
    /// What equal sounds cost when the characters are others: 金哲洙, 金哲秀.
    private static let otherCharacters = 45

    /// The score alone, for going through many names.
    public func score(_ first: [NameReading], _ second: [NameReading]) -> Double {
        nearest(first, second).map { likeness($0.cost) } ?? 0
    }

    /// The score with its verdict and the reasons for it.
    public func compare(_ first: [NameReading], _ second: [NameReading]) -> NameComparison {
        guard let found = nearest(first, second) else {
            return NameComparison(score: 0, verdict: .different, reasons: [])
        }
        let score = likeness(found.cost)
        let verdict: NameComparison.Verdict =
            score >= table.verdicts.same && !isPartial(found.first, found.second)
            ? .same : score >= table.verdicts.unsure ? .unsure : .different
        return NameComparison(score: score, verdict: verdict, reasons: reasons(found.first, found.second))
    }

    private struct Nearest {
        var first: NameReading
        var second: NameReading
        var cost: Int
    }

    private func nearest(_ first: [NameReading], _ second: [NameReading]) -> Nearest? {
        // Nothing is liker a name than itself, though all of its readings be far from the plain one.
        if first == second, let own = first.first { return Nearest(first: own, second: own, cost: 0) }
        var best: Nearest?
        for one in first {
            for other in second {
                let start = one.penalty + other.penalty
                let limit = best?.cost ?? .max
                guard start < limit else { continue }
                let cost = start + cost(one, other, limit: limit - start)
                if cost < limit { best = Nearest(first: one, second: other, cost: cost) }
            }
        }
        return best
    }

    private func likeness(_ cost: Int) -> Double { exp(-Double(cost) / 110) }

    private func isPartial(_ first: NameReading, _ second: NameReading) -> Bool {
        (first.family == nil) != (second.family == nil) || first.given == nil || second.given == nil
    }

    // MARK: Costs

    private func cost(_ first: NameReading, _ second: NameReading, limit: Int) -> Int {
        if !first.han.isEmpty, first.way == second.way, !second.han.isEmpty {
            // Characters say more than the sounds that many of them share.
            if first.han == second.han { return 0 }
            return Self.otherCharacters + soundCost(first, second, limit: limit)
        }
        return soundCost(first, second, limit: limit)
    }

    private func soundCost(_ first: NameReading, _ second: NameReading, limit: Int) -> Int {
        let family = familyCost(first.family, second.family)
        guard family < limit else { return family }
        return family + givenCost(first, second, limit: limit - family)
    }

    private func familyCost(_ first: NamePart?, _ second: NamePart?) -> Int {
        guard let first, let second else { return first == nil && second == nil ? 0 : Lacking.family }
        if first.surnames.contains(where: { second.surnames.contains($0) }) { return 0 }
        var apart = scaled(distance.between(first.row, second.row), first.row, second.row)
        if first.surnames.isEmpty, second.surnames.isEmpty {
            apart = min(apart, LetterDistance.cost(first.letters, second.letters))
        }
        return first.surnames.isEmpty || second.surnames.isEmpty ? apart : apart + Self.otherSurname
    }

    private func givenCost(_ first: NameReading, _ second: NameReading, limit: Int) -> Int {
        if let one = first.given, let other = second.given {
            // Costs are scaled down for long names, so the limit is scaled up.
            let length = max(Self.usualLength, max(one.row.sounds.count, other.row.sounds.count))
            let limit = limit > 100_000 ? limit : limit * length / Self.usualLength + 1
            let cost = scaled(distance.between(one.row, other.row, limit: limit), one.row, other.row)
            if cost > Self.slip, TypingSlip.parts(one.letters, other.letters) { return Self.slip }
            // Two letters more or less make another Korean name; of other names the sounds are guesses, and letters say more.
            let isForeign = isForeign(first) && isForeign(second)
            return isForeign ? min(cost, LetterDistance.cost(one.letters, other.letters)) : cost
        }
        if let initials = first.initials ?? second.initials, let given = first.given ?? second.given {
            return agree(initials, given) ? Lacking.initials : 100
        }
        if let one = first.initials, let other = second.initials { return one == other ? Lacking.initials : 100 }
        return Lacking.given
    }

    /// Whether a name in Latin letters has a family name that is none of Korea's.
    private func isForeign(_ reading: NameReading) -> Bool {
        guard let family = reading.family else { return reading.given?.letters.isEmpty == false }
        return family.surnames.isEmpty && !family.letters.isEmpty
    }

    private func scaled(_ cost: Int, _ first: SoundRow, _ second: SoundRow) -> Int {
        let length = max(first.sounds.count, second.sounds.count)
        return length <= Self.usualLength ? cost : cost * Self.usualLength / length
    }

    /// Whether single letters may begin the syllables of a given name.
    private func agree(_ initials: SoundRow, _ given: NamePart) -> Bool {
        let pairs = zip(initials.sounds, given.starts.isEmpty ? Array(given.row.sounds.prefix(1)) : given.starts)
        return !initials.isEmpty && pairs.allSatisfy { table.cost($0, $1) < 50 }
    }

    // MARK: Reasons

    private func reasons(_ first: NameReading, _ second: NameReading) -> [NameComparison.Reason] {
        var found = familyReasons(first.family, second.family) + givenReasons(first, second)
        if !first.han.isEmpty, !second.han.isEmpty, first.way == second.way {
            found.append(first.han == second.han ? .sameCharacters(first.han) : .otherCharacters(first.han, second.han))
        }
        for way in [first.way, second.way] where ![.written, .korean].contains(way) && !found.contains(.way(way)) {
            found.append(.way(way))
        }
        return found
    }

    private func familyReasons(_ first: NamePart?, _ second: NamePart?) -> [NameComparison.Reason] {
        guard let first, let second else { return first == nil && second == nil ? [] : [.noSurname] }
        let cost = familyCost(first, second)
        return [cost < 30 ? .sameSurname(first.text, second.text) : .otherSurname(first.text, second.text)]
    }

    private func givenReasons(_ first: NameReading, _ second: NameReading) -> [NameComparison.Reason] {
        guard let one = first.given, let other = second.given else {
            guard let initials = first.initials ?? second.initials, first.given != nil || second.given != nil else {
                return [.noGiven]
            }
            let letters = initials.sounds.map { table.names[Int($0)] }.joined(separator: ".")
            return [
                givenCost(first, second, limit: .max) <= Lacking.initials
                    ? .initialsAgree(letters) : .initialsDiffer(letters)
            ]
        }
        let cost = givenCost(first, second, limit: .max)
        if cost == 0 { return [.sameGiven(one.text, other.text)] }
        if likeness(cost) < table.verdicts.unsure { return [.otherGiven(one.text, other.text)] }
        let name = { (sound: UInt8?) in sound.map { table.names[Int($0)] } ?? "" }
        let sounds = distance.differences(one.row, other.row).map {
            NameComparison.Reason.Sounds(first: name($0.first), second: name($0.second))
        }
        return [.nearGiven(one.text, other.text, sounds)]
    }
}
