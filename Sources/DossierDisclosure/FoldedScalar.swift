/// What becomes of one scalar beyond ASCII, read from its bytes.
enum FoldedScalar {
    /// A Hangul syllable or Han character: three bytes that stay.
    case whole
    /// Punctuation or a space, in so many bytes.
    case between(Int)
    /// A mark over a letter that it does not change.
    case mark
    /// Two bytes that become one or two others.
    case pair(FoldingTable.Pair)
    /// No UTF-8.
    case broken
    /// The rule must be asked.
    case hard

    /// The scalar that begins at `index`; what stands before `start` is not looked at.
    @inline(__always)
    init(_ input: UnsafeBufferPointer<UInt8>, at index: Int, since start: Int) {
        let byte = input[index]
        let length = Self.length(of: input, at: index)
        switch length {
        case 0: self = .broken
        case 2:
            let pair = FoldingTable.shared[Self.scalar(of: input, at: index)]
            switch pair.kind {
            case .letter, .sign: self = .pair(pair)
            case .between: self = .between(2)
            case .mark: self = Self.losesMark(input, before: index, since: start) ? .mark : .hard
            case .hard: self = .hard
            }
        case 3:
            if (0xE4...0xED).contains(byte) {
                let scalar = Self.scalar(of: input, at: index)
                let isWhole = (0xAC00...0xD7A3).contains(scalar) || (0x4E00...0x9FFF).contains(scalar)
                self = isWhole ? .whole : .hard
            } else {
                self = Self.isPunctuation(Self.scalar(of: input, at: index)) ? .between(3) : .hard
            }
        default: self = .hard
        }
    }

    /// Dashes, quotation marks and spaces of general use (U+2000 to U+2043) and of East Asia: punctuation, every one.
    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        (0x2000...0x2043).contains(scalar) || (0x3000...0x3003).contains(scalar) || (0x3008...0x3011).contains(scalar)
    }

    /// How many bytes the scalar at `index` has; 0 when these bytes are no UTF-8 (The Unicode Standard, table 3-7).
    @inline(__always)
    static func length(of input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = input[index]
        let left = input.count - index
        if byte < 0x80 { return 1 }
        if (0xC2...0xDF).contains(byte) { return left > 1 && isTail(input[index + 1]) ? 2 : 0 }
        guard left > 2, isTail(input[index + 1]), isTail(input[index + 2]) else { return 0 }
        let second = input[index + 1]
        switch byte {
        case 0xE0: return second >= 0xA0 ? 3 : 0
        case 0xED: return second <= 0x9F ? 3 : 0
        case 0xE1...0xEF: return 3
        case 0xF0...0xF4:
            let isInside = byte == 0xF0 ? second >= 0x90 : byte == 0xF4 ? second <= 0x8F : true
            return isInside && left > 3 && isTail(input[index + 3]) ? 4 : 0
        default: return 0
        }
    }

    @inline(__always)
    private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The scalar at `index`, of one to three bytes.
    @inline(__always)
    private static func scalar(of input: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        let first = UInt32(input[index])
        if first < 0x80 { return first }
        let second = UInt32(input[index + 1] & 0x3F)
        if first < 0xE0 { return (first & 0x1F) << 6 | second }
        return (first & 0x0F) << 12 | second << 6 | UInt32(input[index + 2] & 0x3F)
    }

    // MARK: Marks and what they stand over

    /// Whether a mark after `index` falls away without changing the letter under it. It may join with Greek or Cyrillic
    /// letters, which keep theirs, and with a few signs.
    private static func losesMark(
        _ input: UnsafeBufferPointer<UInt8>, before index: Int, since start: Int
    ) -> Bool {
        guard let before = previous(in: input, before: index, since: start) else { return true }
        switch input[before] {
        case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"): return false
        // Where a mark before this one fell away, so does this.
        case 0xC2...0xDF: return scalar(of: input, at: before) < 0x370
        default: return true
        }
    }

    /// Where the letter begins that stands before `index` and the marks before it; `index` where none does.
    static func base(of input: UnsafeBufferPointer<UInt8>, before index: Int, since start: Int) -> Int {
        var base = index
        while let before = previous(in: input, before: base, since: start) {
            base = before
            let isMark = input[base] == 0xCC || (input[base] == 0xCD && input[base + 1] < 0xB0)
            if !isMark { return base }
        }
        return index
    }

    /// Where the scalar begins that ends before `index`; nil where none does.
    private static func previous(
        in input: UnsafeBufferPointer<UInt8>, before index: Int, since start: Int
    ) -> Int? {
        for back in 1...4 where index - back >= start {
            if !isTail(input[index - back]) { return length(of: input, at: index - back) == back ? index - back : nil }
        }
        return nil
    }

    /// How many bytes a scalar that stands for itself has in the folded text.
    static func keptBytes(of input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        if input[index] < 0x80 {
            return Int(FoldingTable.shared.asciiTraits[Int(input[index])] & FoldingTable.Trait.isKept)
        }
        switch FoldedScalar(input, at: index, since: index) {
        case .whole: return 3
        case .pair(let pair): return Int(pair.count)
        default: return 0
        }
    }
}
