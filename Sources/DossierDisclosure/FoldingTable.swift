/// What ``UnicodeFolding`` makes of each scalar that stands for itself whatever stands beside it: worked out once, from
/// the rule itself, so that the two cannot disagree.
struct FoldingTable: Sendable {
    static let shared = FoldingTable()

    /// What becomes of a byte below 0x80: the byte that stands for it, and in ``asciiTraits`` whether one does.
    let asciiBytes: [UInt8]
    let asciiTraits: [UInt8]
    /// For scalars below 0x800, what becomes of them: ``Pair``.
    private let pairs: [Pair]

    /// Bits of ``asciiTraits``.
    enum Trait {
        /// The byte stands in the folded text.
        static let isKept: UInt8 = 1
        /// It begins a word by itself.
        static let isSign: UInt8 = 2
        /// Whatever follows it begins a word.
        static let isBetween: UInt8 = 4
    }

    /// What becomes of a scalar of two bytes.
    struct Pair: Sendable {
        var kind: Kind
        /// At most two bytes, of which `count` stand.
        var first: UInt8 = 0
        var second: UInt8 = 0
        var count: UInt8 = 0

        enum Kind: UInt8, Sendable {
            /// It can join with what stands before it, or becomes something longer: the rule must be asked.
            case hard
            /// A mark over the letter before it, which falls away.
            case mark
            case between
            case letter
            case sign
        }
    }

    subscript(scalar: UInt32) -> Pair { pairs[Int(scalar & 0x7FF)] }

    private init() {
        var bytes: [UInt8] = []
        var traits: [UInt8] = []
        for scalar in (0..<0x80 as Range<UInt8>).map(Unicode.Scalar.init) {
            let pair = Self.pair(scalar)
            bytes.append(pair.first)
            switch pair.kind {
            case .letter: traits.append(Trait.isKept)
            case .sign: traits.append(Trait.isKept | Trait.isSign | Trait.isBetween)
            case .between, .mark, .hard: traits.append(Trait.isBetween)
            }
        }
        asciiBytes = bytes
        asciiTraits = traits
        pairs = (0..<0x800 as Range<UInt32>).map { Unicode.Scalar($0).map(Self.pair) ?? Pair(kind: .hard) }
    }

    private static func pair(_ scalar: Unicode.Scalar) -> Pair {
        if (0x300...0x36F).contains(scalar.value) { return Pair(kind: .mark) }
        guard scalar.properties.canonicalCombiningClass == .notReordered else { return Pair(kind: .hard) }
        // Between two letters it shows what it does to both sides of it.
        let within = UnicodeFolding.fold("a\(Character(scalar))b")
        let kept = within.bytes.dropFirst().dropLast()
        let borders = Array(within.borders.dropFirst())
        guard let last = borders.last, within.bytes.first == UInt8(ascii: "a"), kept.count <= 2,
            borders.dropFirst().dropLast().allSatisfy({ $0 == 0 })
        else { return Pair(kind: .hard) }
        guard let first = kept.first else { return Pair(kind: last == 1 ? .between : .hard) }
        guard borders.first == last else { return Pair(kind: .hard) }
        return Pair(
            kind: last == 1 ? .sign : .letter, first: first, second: kept.count == 2 ? kept[2] : 0,
            count: UInt8(kept.count))
    }
}
