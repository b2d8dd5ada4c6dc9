/// Many texts that are looked for at once: a text is looked through in one pass however many they are.
///
/// Most places of a text are passed over by a map of the first two bytes. Where these fit, the first three lead to the needles that
/// begin with them, in the order of the alphabet: one search by halves finds the last that could stand here, and each
/// knows the longest other that it begins with, so that one search finds all.
struct NeedleIndex: Sendable {
    /// One text to look for, folded.
    struct Needle: Sendable, Hashable {
        var bytes: [UInt8]
        /// Letters and digits must be whole words: "Lee Na" is not in "sleeena".
        var isWhole = false
        /// Where a word must begin within it too, for very short names: "Li Na" is not "Lina".
        var joint: Int?
        /// No word may begin within it: the two syllables of a name are not the end of one word and the beginning of the next.
        var isUnbroken = false
        /// What whoever looks knows it by.
        var tag: Int
    }

    /// Where a needle stands.
    struct Match: Sendable, Hashable {
        var tag: Int
        var range: Range<Int>
    }

    /// Sorted by their bytes; needles of fewer than three bytes are left out.
    private let needles: [Needle]
    /// For each needle the last before it with which it begins; -1 for none.
    private let shorter: [Int32]
    /// For each pair of first bytes two bits: whether a needle begins so, and whether one begins so that may stand within
    /// a word.
    private let pairs: [UInt8]
    /// An open table of the first three bytes: the key and one more than its place in ``ranges``.
    private let keys: [UInt32]
    private let places: [Int32]
    private let ranges: [Range<Int32>]
    /// Of the longest needle, in bytes.
    let longest: Int

    init(_ all: [Needle]) {
        needles = all.filter { $0.bytes.count >= 3 }.enumerated().sorted { left, right in
            left.element.bytes == right.element.bytes
                ? left.offset > right.offset : left.element.bytes.lexicographicallyPrecedes(right.element.bytes)
        }.map(\.element)
        longest = needles.reduce(0) { max($0, $1.bytes.count) }
        shorter = Self.shorter(needles)
        var pairs = [UInt8](repeating: 0, count: 1 << 14)
        var ranges: [Range<Int32>] = []
        for (place, needle) in needles.enumerated() {
            let pair = Int(needle.bytes[0]) << 8 | Int(needle.bytes[1])
            pairs[pair >> 2] |= (needle.isWhole ? 1 : 3) << UInt8((pair & 3) * 2)
            if place > 0, needles[place - 1].bytes.prefix(3) == needle.bytes.prefix(3), let last = ranges.popLast() {
                ranges.append(last.lowerBound..<Int32(place + 1))
            } else {
                ranges.append(Int32(place)..<Int32(place + 1))
            }
        }
        var size = 16
        while size < ranges.count * 2 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var places = [Int32](repeating: 0, count: size)
        for (place, range) in ranges.enumerated() {
            let bytes = needles[Int(range.lowerBound)].bytes
            let key = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
            var slot = Self.slot(key, size)
            while places[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            places[slot] = Int32(place + 1)
        }
        self.pairs = pairs
        self.ranges = ranges
        self.keys = keys
        self.places = places
    }

    var isEmpty: Bool { needles.isEmpty }

    /// Every needle that stands in a text, by where it begins, the longer first, and of equal ones that which was given first.
    func matches(in text: FoldedText) -> [Match] {
        var found: [Match] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            text.borders.withUnsafeBufferPointer { borders in
                scan(bytes, borders: borders, from: 0, below: bytes.count) { found.append($0) }
            }
        }
        return found
    }

    /// Looks at the places from `start` to before `limit`, which needles may reach beyond. Without `borders` no needle may ask
    /// for whole words.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, borders: UnsafeBufferPointer<UInt8>?, from start: Int, below limit: Int,
        _ report: (Match) -> Void
    ) {
        let limit = min(limit, bytes.count - 2)
        guard start < limit, !needles.isEmpty else { return }
        pairs.withUnsafeBufferPointer { pairs in
            keys.withUnsafeBufferPointer { keys in
                places.withUnsafeBufferPointer { places in
                    var place = start
                    var pair = Int(bytes[start])
                    while place < limit {
                        pair = (pair & 0xFF) << 8 | Int(bytes[place + 1])
                        let bits = pairs[pair >> 2] >> UInt8(truncatingIfNeeded: (pair & 3) * 2)
                        let wanted: UInt8 = 2 | (borders.map { $0[place] } ?? 0)
                        if bits & wanted != 0 {
                            let key = UInt32(pair) << 8 | UInt32(bytes[place + 2])
                            var slot = Self.slot(key, keys.count)
                            while places[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
                            if places[slot] != 0 {
                                check(ranges[Int(places[slot]) - 1], bytes, borders, at: place, report)
                            }
                        }
                        place += 1
                    }
                }
            }
        }
    }

    private static func slot(_ key: UInt32, _ size: Int) -> Int { Int((key &* 0x9E37_79B1) >> 7) & (size - 1) }

    // MARK: The needles that begin with three bytes

    private func check(
        _ range: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ borders: UnsafeBufferPointer<UInt8>?,
        at place: Int, _ report: (Match) -> Void
    ) {
        // The last needle that is not after what stands here: whichever stands here begins it, or is it.
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if isAfter(needles[Int(middle)].bytes, bytes, at: place) { high = middle } else { low = middle + 1 }
        }
        var candidate = low - 1
        while candidate >= range.lowerBound {
            let needle = needles[Int(candidate)]
            let end = place + needle.bytes.count
            if stands(needle.bytes, bytes, at: place),
                !needle.isWhole || (isBorder(place, borders) && ends(end, bytes, borders)),
                needle.joint.map({ isBorder(place + $0, borders) }) ?? true,
                !needle.isUnbroken || !(place + 1..<end).contains(where: { isBorder($0, borders) })
            {
                report(Match(tag: needle.tag, range: place..<end))
            }
            candidate = shorter[Int(candidate)]
        }
    }

    private func isAfter(_ needle: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        var index = 3
        while index < needle.count {
            guard place + index < bytes.count else { return true }
            let byte = bytes[place + index]
            if needle[index] != byte { return needle[index] > byte }
            index += 1
        }
        return false
    }

    private func stands(_ needle: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place + needle.count <= bytes.count else { return false }
        var index = 3
        while index < needle.count, needle[index] == bytes[place + index] { index += 1 }
        return index == needle.count
    }

    private func isBorder(_ place: Int, _ borders: UnsafeBufferPointer<UInt8>?) -> Bool { borders?[place] == 1 }

    private func ends(
        _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ borders: UnsafeBufferPointer<UInt8>?
    ) -> Bool {
        place == bytes.count || isBorder(place, borders) || bytes[place] >= 0x80
    }

    private static func shorter(_ needles: [Needle]) -> [Int32] {
        var result: [Int32] = []
        var open: [Int32] = []
        for (place, needle) in needles.enumerated() {
            while let last = open.last, !needle.bytes.starts(with: needles[Int(last)].bytes) { open.removeLast() }
            result.append(open.last ?? -1)
            open.append(Int32(place))
        }
        return result
    }
}
