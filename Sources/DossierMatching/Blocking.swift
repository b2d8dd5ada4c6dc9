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

    /// Blocks of more persons than these are not compared, and told of.
    static let largestBlock = 20_000

    /// The keys of all persons, one list a kind: sorted pairs of hash and place.
    private let keys: [[Key]]
    /// The hashes of each person, one set a kind.
    private let hashes: [[[UInt64]]]

    struct Key: Sendable {
        var hash: UInt64
        var person: Int32
    }

    init(_ persons: [PersonTraits], _ book: TraitBook) {
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
        self.hashes = hashes
        let sorted = Mutex<[Int: [Key]]>([:])
        DispatchQueue.concurrentPerform(iterations: Kind.allCases.count) { kind in
            var keys: [Key] = []
            for (person, list) in hashes[kind].enumerated() {
                for hash in list { keys.append(Key(hash: hash, person: Int32(person))) }
            }
            keys.sort { ($0.hash, $0.person) < ($1.hash, $1.person) }
            sorted.withLock { $0[kind] = keys }
        }
        let lists = sorted.withLock { $0 }
        keys = Kind.allCases.indices.map { lists[$0] ?? [] }
    }

    /// The blocks of a kind, as stretches of its keys.
    func blocks(_ kind: Kind) -> (blocks: [Range<Int>], skipped: Int) {
        let list = keys[kind.rawValue]
        var blocks: [Range<Int>] = []
        var skipped = 0
        var start = 0
        while start < list.count {
            var end = start + 1
            while end < list.count, list[end].hash == list[start].hash { end += 1 }
            if end - start > Self.largestBlock { skipped += 1 } else if end - start > 1 { blocks.append(start..<end) }
            start = end
        }
        return (blocks, skipped)
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
