/// What letters that were typed otherwise cost in names whose sounds are guesses.
enum LetterDistance {
    /// In hundredths: by how many letters were changed, left out, added or turned round (Damerau and Levenshtein), of how many. Very much
    /// for names that are short or differ in more than a third.
    static func cost(_ first: [UInt8], _ second: [UInt8]) -> Int {
        let length = max(first.count, second.count)
        guard length > 2, min(first.count, second.count) > 1 else { return 1_000 }
        let steps = steps(first, second, limit: length / 3 + 1)
        guard steps * 3 <= length + 1 else { return 1_000 }
        return steps * 110 / length
    }

    /// At most `limit` and one.
    static func steps(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
        guard abs(first.count - second.count) <= limit else { return limit + 1 }
        var before: [Int] = []
        var last = Array(0...second.count)
        for row in 0..<first.count {
            var line = [row + 1]
            line.reserveCapacity(second.count + 1)
            for column in 0..<second.count {
                var step = min(
                    last[column] + (first[row] == second[column] ? 0 : 1), last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    step = min(step, before[column - 1] + 1)
                }
                line.append(step)
            }
            if line.allSatisfy({ $0 > limit }) { return limit + 1 }
            (before, last) = (last, line)
        }
        return last[second.count]
    }
}
