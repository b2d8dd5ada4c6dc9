/// Slips that make no other name: two letters turned round, and a letter typed twice. A letter that is missing may be another name.
enum TypingSlip {
    /// Whether two spellings differ by one slip alone.
    static func parts(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count > 3, second.count > 3, abs(first.count - second.count) < 2 else { return false }
        let (long, short) = first.count >= second.count ? (first, second) : (second, first)
        guard let place = zip(long, short).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
            return long.count > short.count && long[long.count - 1] == long[long.count - 2]
        }
        if long.count == short.count {
            guard place + 1 < long.count, long[place] == short[place + 1], long[place + 1] == short[place] else {
                return false
            }
            return long[(place + 2)...].elementsEqual(short[(place + 2)...])
        }
        return place > 0 && long[place] == long[place - 1] && long[(place + 1)...].elementsEqual(short[place...])
    }
}
