/// One choice out of each of several lists, in all combinations, those of the foremost choices first: where not all can
/// be had, the rarest are left out.
struct RankedCombinations: Sendable {
    let lists: [[String]]

    init(_ lists: [[String]]) { self.lists = lists }

    /// The sum of the choices' places in the last combination; -1 when there is none.
    var lastRank: Int { lists.contains(where: \.isEmpty) ? -1 : lists.reduce(0) { $0 + $1.count - 1 } }

    /// The first `limit` combinations.
    func first(_ limit: Int) -> [[String]] {
        var found: [[String]] = []
        var rank = 0
        while rank <= lastRank, found.count < limit {
            found += combinations(ofRank: rank, limit: limit - found.count)
            rank += 1
        }
        return found
    }

    /// At most `limit` of the combinations whose choices' places add up to `rank`.
    func combinations(ofRank rank: Int, limit: Int) -> [[String]] {
        var found: [[String]] = []
        guard (0...max(lastRank, 0)).contains(rank), lastRank >= 0 else { return found }
        choose(from: 0, rank: rank, chosen: [], limit: limit, into: &found)
        return found
    }

    private func choose(from list: Int, rank: Int, chosen: [String], limit: Int, into found: inout [[String]]) {
        guard list < lists.count else {
            if rank == 0 { found.append(chosen) }
            return
        }
        let rest = lists[(list + 1)...].reduce(0) { $0 + $1.count - 1 }
        for place in max(0, rank - rest)..<max(0, rank - rest, min(rank + 1, lists[list].count))
        where found.count < limit {
            choose(
                from: list + 1, rank: rank - place, chosen: chosen + [lists[list][place]], limit: limit, into: &found)
        }
    }
}
