import DossierNames

/// What the names of two persons and of their parents say.
extension PairScoring {
    private struct Nearest {
        var score: Double
        var one: Int32
        var other: Int32
    }

    func name(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        var haveOtherCharacters = false
        var haveSameCharacters = false
        var best = nearest(first, second) { one, other in
            guard book.names[Int(one)].isHan, book.names[Int(other)].isHan else { return }
            // The same characters are the same name in all spellings; others with the same sound are another name.
            let isSame =
                one == other
                || book.names[Int(one)].readings.first?.hanForm == book.names[Int(other)].readings.first?.hanForm
            if isSame { haveSameCharacters = true } else { haveOtherCharacters = true }
        }
        var isSwapped = false
        if best.score < 0.7, let swapped = swapped(first, second), swapped.score > best.score {
            best = swapped
            isSwapped = true
        }
        let step = weights.likeness.first { best.score >= $0.from }
        guard let step else { return found(.nameDifferent) }
        var bits = bits(best) * step.part
        if haveSameCharacters { bits += weights[.nameSameCharacters] }
        if haveOtherCharacters, !haveSameCharacters { bits += weights[.nameOtherCharacters] }
        if isSwapped { return Found(finding: "swapped", bits: bits * weights[.nameSwapped]) }
        return Found(finding: best.score >= 0.97 ? "same" : best.score >= 0.7 ? "alike" : "near", bits: bits)
    }

    func parent(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Found? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let best = nearest(first, second) { _, _ in }
        guard best.score >= 0.45 else { return found(.parentDifferent) }
        guard best.score >= 0.7 else { return found(.parentUnsure) }
        // The family name of a father says nothing that the person's own has not said.
        let given = min(rarity[Int(best.one)].given, rarity[Int(best.other)].given)
        return Found(finding: "same", bits: min(given + 1, weights[.parentMost]) * min(1, best.score + 0.1))
    }

    /// How much a name that both bear says by its rarity. The rarer of two spellings may be a slip: the commoner one counts.
    private func bits(_ nearest: Nearest) -> Double {
        let (one, other) = (rarity[Int(nearest.one)], rarity[Int(nearest.other)])
        let (first, second) = (book.names[Int(nearest.one)], book.names[Int(nearest.other)])
        // A part that one of them does not tell says nothing.
        let family = first.hasFamily && second.hasFamily ? min(one.family, other.family, weights[.nameMostFamily]) : 0
        let given = first.hasGiven && second.hasGiven ? min(one.given, other.given) : 0
        return min(family + given, weights[.nameMost])
    }

    @inline(__always)
    private func nearest(
        _ first: PersonPool.Stretch, _ second: PersonPool.Stretch, _ visit: (Int32, Int32) -> Void
    ) -> Nearest {
        var best = Nearest(score: -1, one: 0, other: 0)
        for place in first.range {
            let one = pool.items[place]
            for otherPlace in second.range {
                let other = pool.items[otherPlace]
                visit(one, other)
                guard best.score < 1 else { continue }
                let score =
                    one == other ? 1 : likeness.score(book.names[Int(one)].readings, book.names[Int(other)].readings)
                if score > best.score { best = Nearest(score: score, one: one, other: other) }
            }
        }
        return best
    }

    /// The likeness of family name and given name in each other's place.
    private func swapped(_ first: PersonPool.Stretch, _ second: PersonPool.Stretch) -> Nearest? {
        var best: Nearest?
        for place in first.range {
            let one = pool.items[place]
            // Nobody takes a surname of the table for a given name.
            guard book.names[Int(one)].mayBeTurned else { continue }
            let turned = book.names[Int(one)].readings.prefix(1).map(\.swapped)
            for otherPlace in second.range {
                let other = pool.items[otherPlace]
                guard book.names[Int(other)].mayBeTurned else { continue }
                let score = likeness.score(turned, book.names[Int(other)].readings)
                if score > best?.score ?? 0 { best = Nearest(score: score, one: one, other: other) }
            }
        }
        return best
    }
}
