import Dispatch
public import DossierModel
public import DossierNames
import Foundation
import Synchronization

/// Finds the pairs of records that may tell of one person.
public struct Matcher: Sendable {
    private let persons: [PersonTraits]
    private let book: TraitBook
    /// What weighs the pairs.
    public let scoring: PairScoring

    public init(_ persons: [PersonTraits], _ book: TraitBook, _ tables: NameTables) {
        self.persons = persons
        self.book = book
        scoring = PairScoring(persons, book, tables)
    }

    /// A pair with what speaks for it.
    public struct Pair: Sendable, Hashable {
        /// The one whose id comes first.
        public var first: RecordID
        public var second: RecordID
        public var probability: Double
        public var bits: Double
    }

    /// What was found, and how.
    public struct Found: Sendable {
        /// The likeliest first.
        public var pairs: [Pair]
        /// How many pairs were compared.
        public var compared: Int
        /// Blocks of so many persons that they were not compared.
        public var skippedBlocks: Int
    }

    /// The pairs of at least a probability. Pairs for which `isWanted` says no are left out.
    public func pairs(
        from least: Double, isWanted: @Sendable (PersonTraits, PersonTraits) -> Bool = { _, _ in true },
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> Found {
        let blocking = Blocking(persons, book)
        var found = Found(pairs: [], compared: 0, skippedBlocks: 0)
        let leastBits = MatchBits.of(probability: least)
        let (scoring, persons) = (scoring, persons)
        for kind in Blocking.Kind.allCases {
            let blocks = blocking.blocks(kind)
            let parts = Self.parts(blocks)
            let collected = Mutex<(pairs: [Pair], compared: Int)>(([], 0))
            DispatchQueue.concurrentPerform(iterations: parts.count) { part in
                var own: [Pair] = []
                var compared = 0
                for block in parts[part] {
                    blocking.forEachPair(block, kind) { one, other in
                        compared += 1
                        let bits = scoring.bits(one, other, least: leastBits)
                        guard bits >= leastBits else { return }
                        let (first, second) = (persons[one], persons[other])
                        guard isWanted(first, second) else { return }
                        own.append(Self.pair(first, second, bits))
                    }
                }
                collected.withLock { all in
                    all.pairs += own
                    all.compared += compared
                }
            }
            let result = collected.withLock { $0 }
            found.pairs += result.pairs
            found.compared += result.compared
            progress?(kind.rawValue + 1, Blocking.Kind.allCases.count)
        }
        found.pairs.sort { ($1.bits, $0.first, $0.second) < ($0.bits, $1.first, $1.second) }
        return found
    }

    private static func pair(_ first: PersonTraits, _ second: PersonTraits, _ bits: Double) -> Pair {
        let isInOrder = first.id < second.id
        return Pair(
            first: isInOrder ? first.id : second.id, second: isInOrder ? second.id : first.id,
            probability: MatchBits.probability(bits), bits: bits)
    }

    /// Blocks in parts of about equal work.
    private static func parts(_ blocks: [Range<Int>]) -> [[Range<Int>]] {
        let work = blocks.reduce(0) { $0 + $1.count * $1.count }
        let share = max(work / 64, 10_000)
        var parts: [[Range<Int>]] = []
        var own: [Range<Int>] = []
        var sum = 0
        for block in blocks {
            own.append(block)
            sum += block.count * block.count
            if sum >= share {
                parts.append(own)
                (own, sum) = ([], 0)
            }
        }
        return own.isEmpty ? parts : parts + [own]
    }
}
