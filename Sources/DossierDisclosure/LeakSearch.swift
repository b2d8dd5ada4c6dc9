/// Looks for what must not be found in a file that is handed over block by block, in constant memory.
public struct LeakSearch: Sendable {
    /// What the bytes are.
    public enum Contents: Sendable, Hashable {
        /// UTF-8.
        case text
        /// Nobody knows: short needles would match noise, and are left out; UTF-16 is looked for too.
        case unknown
    }

    private let needles: LeakNeedles
    private let contents: Contents
    /// Bytes after the last place at which the file may be cut.
    private var pending: [UInt8] = []
    private var folding = ByteFolding()
    /// Up to where a name that may be told reaches.
    private var allowedEnd = 0
    private var raw: [UInt8] = []
    private var found: [Int] = []
    private var seen: Set<Int> = []

    /// What is folded at a time, so that it stays in the processor's nearest memory.
    private static let slice = 32 << 10
    /// How far back a place to cut is looked for.
    private static let reach = 4 << 10

    public init(for needles: LeakNeedles, in contents: Contents) {
        self.needles = needles
        self.contents = contents
    }

    /// Looks through the next bytes of the file.
    public mutating func add(_ block: UnsafeRawBufferPointer) {
        guard !needles.isEmpty else { return }
        pending.append(contentsOf: block)
        let waiting = pending
        pending = []
        waiting.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let end = Self.cut(bytes, from: start, before: min(start + Self.slice, bytes.count))
                guard end > start else { break }
                look(through: UnsafeBufferPointer(rebasing: bytes[start..<end]), isLast: false)
                start = end
            }
            pending.append(contentsOf: bytes[start...])
        }
    }

    /// Looks through the next bytes of the file.
    public mutating func add(_ block: [UInt8]) { block.withUnsafeBytes { add($0) } }

    /// What was found in all of the file, each field of a record once for each kind. Nothing can be added afterwards.
    public mutating func finish() -> [LeakNeedles.Hit] {
        guard !needles.isEmpty else { return [] }
        let rest = pending
        pending = []
        rest.withUnsafeBufferPointer { look(through: $0, isLast: true) }
        return needles.hits(of: found)
    }

    /// A place before `end` where the file may be cut: before a plain letter, with which nothing before it can join. Where
    /// there is none for long, before any character; a mark that comes after is then a letter's no longer, which no text in
    /// use comes to.
    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int) -> Int {
        var place = end - 1
        while place > start, place > end - reach {
            if bytes[place] < 0x80 { return place }
            place -= 1
        }
        guard end - start >= reach else { return start }
        for back in 1...4 where bytes[end - back] & 0xC0 != 0x80 { return end - back }
        return end
    }

    private mutating func look(through slice: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let index = contents == .text ? needles.inTexts : needles.inBytes
        folding.fold(slice)
        // A needle that begins later may not end yet, and whether a word ends is seen by what comes next.
        let limit = isLast ? folding.count : max(0, folding.count - index.longest - 1)
        var matches: [NeedleIndex.Match] = []
        folding.bytes.withUnsafeBufferPointer { bytes in
            folding.borders.withUnsafeBufferPointer { borders in
                index.scan(
                    UnsafeBufferPointer(rebasing: bytes[..<folding.count]),
                    borders: UnsafeBufferPointer(rebasing: borders[..<folding.count]), from: 0, below: limit
                ) { matches.append($0) }
            }
        }
        for match in matches { take(match) }
        folding.dropFirst(limit)
        allowedEnd -= limit
        if contents == .unknown { lookForWide(slice, isLast: isLast) }
    }

    private mutating func lookForWide(_ slice: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let index = needles.inWideBytes
        guard !index.isEmpty else { return }
        raw.append(contentsOf: slice)
        let limit = isLast ? raw.count : max(0, raw.count - index.longest)
        var matches: [NeedleIndex.Match] = []
        raw.withUnsafeBufferPointer { index.scan($0, borders: nil, from: 0, below: limit) { matches.append($0) } }
        for match in matches where seen.insert(match.tag).inserted { found.append(match.tag) }
        raw.removeFirst(limit)
    }

    private mutating func take(_ match: NeedleIndex.Match) {
        if match.tag == LeakNeedles.allowedTag {
            allowedEnd = max(allowedEnd, match.range.upperBound)
            return
        }
        if needles.isName(match.tag), match.range.upperBound <= allowedEnd { return }
        if seen.insert(match.tag).inserted { found.append(match.tag) }
    }
}
