/// How far two rows of sounds are apart: the least sum of costs of sounds that differ and of sounds that are missing
/// (the weighted edit distance of Wagner and Fischer, 1974).
struct SoundDistance: Sendable {
    let table: SoundTable

    /// Rows are cut at so many sounds; no name is longer.
    static let longest = 63

    /// In hundredths. Stops at `limit` and more, and then tells no exact figure.
    func between(_ first: SoundRow, _ second: SoundRow, limit: Int = .max) -> Int {
        if first.sounds == second.sounds { return 0 }
        return first.sounds.withUnsafeBufferPointer { one in
            second.sounds.withUnsafeBufferPointer { other in
                distance(one, other, limit: limit)
            }
        }
    }

    private func distance(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, limit: Int) -> Int
    {
        let rows = min(first.count, Self.longest)
        let columns = min(second.count, Self.longest)
        return table.costs.withUnsafeBufferPointer { costs in
            table.missing.withUnsafeBufferPointer { missing in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: columns + 1) { line in
                    line[0] = 0
                    for column in 0..<columns {
                        line[column + 1] = line[column] + Int32(missing[Int(second[column])])
                    }
                    for row in 0..<rows {
                        let sound = Int(first[row])
                        let gap = Int32(missing[sound])
                        let base = sound * table.count
                        var diagonal = line[0]
                        line[0] += gap
                        var least = line[0]
                        for column in 0..<columns {
                            let other = Int(second[column])
                            let changed = diagonal + Int32(costs[base + other])
                            let dropped = line[column + 1] + gap
                            let added = line[column] + Int32(missing[other])
                            diagonal = line[column + 1]
                            let best = min(changed, min(dropped, added))
                            line[column + 1] = best
                            least = min(least, best)
                        }
                        if Int(least) >= limit { return Int(least) }
                    }
                    return Int(line[columns])
                }
            }
        }
    }

    /// One place in which two rows differ.
    struct Difference: Sendable, Hashable {
        /// Nil where the one row lacks a sound.
        var first: UInt8?
        var second: UInt8?
        var cost: Int
    }

    /// Where two rows differ, from the front: for telling a reader why.
    func differences(_ first: SoundRow, _ second: SoundRow) -> [Difference] {
        let one = Array(first.sounds.prefix(Self.longest))
        let other = Array(second.sounds.prefix(Self.longest))
        let width = other.count + 1
        var sums = [Int](repeating: 0, count: (one.count + 1) * width)
        for row in 0...one.count {
            for column in 0...other.count where row + column > 0 {
                var best = Int.max
                if row > 0 { best = sums[(row - 1) * width + column] + Int(table.missing[Int(one[row - 1])]) }
                if column > 0 {
                    best = min(best, sums[row * width + column - 1] + Int(table.missing[Int(other[column - 1])]))
                }
                if row > 0, column > 0 {
                    best = min(best, sums[(row - 1) * width + column - 1] + table.cost(one[row - 1], other[column - 1]))
                }
                sums[row * width + column] = best
            }
        }
        var found: [Difference] = []
        var row = one.count
        var column = other.count
        while row > 0 || column > 0 {
            let here = sums[row * width + column]
            if row > 0, column > 0,
                here == sums[(row - 1) * width + column - 1] + table.cost(one[row - 1], other[column - 1])
            {
                let cost = table.cost(one[row - 1], other[column - 1])
                if cost > 0 { found.append(.init(first: one[row - 1], second: other[column - 1], cost: cost)) }
                row -= 1
                column -= 1
            } else if row > 0, here == sums[(row - 1) * width + column] + Int(table.missing[Int(one[row - 1])]) {
                found.append(.init(first: one[row - 1], second: nil, cost: Int(table.missing[Int(one[row - 1])])))
                row -= 1
            } else {
                found.append(
                    .init(first: nil, second: other[column - 1], cost: Int(table.missing[Int(other[column - 1])])))
                column -= 1
            }
        }
        return found.reversed()
    }
}
