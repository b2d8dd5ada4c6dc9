/// Whether two words of Latin letters are one that was mistyped.
public enum LetterSlips {
    /// At most two letters in ten are others, left out, added or turned round.
    public static func areFew(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        let length = max(first.count, second.count)
        guard length > 4 else { return false }
        return LetterDistance.steps(first, second, limit: max(1, length / 5)) <= max(1, length / 5)
    }
}
