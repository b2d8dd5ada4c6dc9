import Dispatch
import DossierNames
import Foundation
import Synchronization

/// Which pairs of persons are worth comparing: those that share one of several keys. Of a hundred thousand persons there are five
/// thousand million pairs, and of these some hundred thousand share one.
struct Blocking: Sendable {
    /// What a key is made of. A pair that shares several is compared once, under the first of them.
    enum Kind: Int, CaseIterable {
        /// Family name and given name by their sounds, and about when the person was born.
        case nameAndTime
        /// The same name and a place, or a father of one name: where years were mistyped.
        case nameAndPlace, nameAndFather
        case number
        /// Day, month and year of birth, and the family name.
        case birthDay
        /// The given name, the year of birth and a place: where the family names do not agree.
        case givenAndYear
        /// The father's name and the year of birth.
        case fatherAndYear
        /// Family name, year and month of birth, and a place: where given names were mistyped.
        case yearAndPlace
        /// The given name with one sound left out, with family name, year and month: slips of the typewriter.
        case slips
        /// Both parts of the name, whichever is the family name.
        case nameTurned
        /// Day, month and year of birth, and a place.
        case birthDayAndPlace
        /// Two places.
        case places
        /// A number with one sign left out.
        case numberSlips
    }

    /// The keys of all persons, one list a kind: sorted pairs of hash and place.
    private let keys: [[Key]]
    /// The hashes of each person, one set a kind, without those that too many persons share.
    private let hashes: [[[UInt64]]]
    /// How many keys too many persons share: these are not compared under, and told of.
    let skipped: Int

    struct Key: Sendable {
        var hash: UInt64
        var person: Int32
    }

    /// Blocks of more persons than `largest` are not compared.
    init(_ persons: [PersonTraits], _ book: TraitBook, largest: Int = 20_000) {
        let making = BlockKeys(book: book)
        let collected = Mutex<[[[UInt64]]]>(Array(repeating: [], count: Kind.allCases.count))
        collected.withLock { $0 = Kind.allCases.map { _ in Array(repeating: [], count: persons.count) } }
        let stretch = 4_096
        let count = (persons.count + stretch - 1) / stretch
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let range = part * stretch..<min((part + 1) * stretch, persons.count)
            let made = Kind.allCases.map { kind in range.map { making.hashes(of: persons[$0], kind) } }
            collected.withLock { all in
                for kind in Kind.allCases.indices {
                    for (offset, list) in made[kind].enumerated() { all[kind][range.lowerBound + offset] = list }
                }
            }
        }
        let hashes = collected.withLock { $0 }
        let sorted = Mutex<[Int: (keys: [Key], hashes: [[UInt64]], skipped: Int)]>([:])
        DispatchQueue.concurrentPerform(iterations: Kind.allCases.count) { kind in
            let comparable = Self.comparable(hashes[kind], largest: largest)
            sorted.withLock { $0[kind] = comparable }
        }
        let lists = sorted.withLock { $0 }
        keys = Kind.allCases.indices.map { lists[$0]?.keys ?? [] }
        self.hashes = Kind.allCases.indices.map { lists[$0]?.hashes ?? [] }
        skipped = lists.values.reduce(0) { $0 + $1.skipped }
    }

    /// The blocks of a kind, as stretches of its keys.
    func blocks(_ kind: Kind) -> [Range<Int>] {
        Self.stretches(of: keys[kind.rawValue]).filter { $0.count > 1 }
    }

    /// The keys of one kind in order, without those that too many persons share. These are taken from the persons' own hashes too: a
    /// pair that shares one is still compared under a later key.
    private static func comparable(
        _ hashes: [[UInt64]], largest: Int
    ) -> (keys: [Key], hashes: [[UInt64]], skipped: Int) {
        var keys: [Key] = []
        for (person, list) in hashes.enumerated() {
            for hash in list { keys.append(Key(hash: hash, person: Int32(person))) }
        }
        keys.sort { ($0.hash, $0.person) < ($1.hash, $1.person) }
        let large = stretches(of: keys).filter { $0.count > largest }
        if large.isEmpty { return (keys, hashes, 0) }
        var kept = hashes
        for stretch in large {
            for key in keys[stretch] { kept[Int(key.person)].removeAll { $0 == key.hash } }
        }
        let tooCommon = Set(large.map { keys[$0.lowerBound].hash })
        return (keys.filter { !tooCommon.contains($0.hash) }, kept, large.count)
    }

    /// The stretches of sorted keys that hold one hash each.
    private static func stretches(of keys: [Key]) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
            stretches.append(start..<end)
            start = end
        }
        return stretches
    }

    /// Hands out the pairs of a block that share no earlier key.
    func forEachPair(_ block: Range<Int>, _ kind: Kind, _ body: (Int, Int) -> Void) {
        let list = keys[kind.rawValue]
        for one in block {
            for other in block where other > one {
                let (first, second) = (Int(list[one].person), Int(list[other].person))
                if first == second || sharesEarlier(first, second, kind, list[one].hash) { continue }
                body(first, second)
            }
        }
    }

    private func sharesEarlier(_ first: Int, _ second: Int, _ kind: Kind, _ hash: UInt64) -> Bool {
        for earlier in 0..<kind.rawValue {
            for one in hashes[earlier][first] where hashes[earlier][second].contains(one) { return true }
        }
        // Of several keys of one kind, the pair belongs to the first that both have.
        let own = hashes[kind.rawValue]
        let shared = own[first].first { own[second].contains($0) }
        return shared != hash
    }
}
