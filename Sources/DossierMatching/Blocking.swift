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

extension NameKey {
    fileprivate var isWhole: Bool { !family.isEmpty && !given.isEmpty }
}

/// Makes the keys of one person.
struct BlockKeys: Sendable {
    let book: TraitBook

    func hashes(of person: PersonTraits, _ kind: Blocking.Kind) -> [UInt64] {
        var found: [UInt64] = []
        let add = { (parts: [String]) in
            let hash = Self.hash(kind, parts)
            if found.count < 24, !found.contains(hash) { found.append(hash) }
        }
        let names = person.names.flatMap { book.names[Int($0)].keys.prefix(4) }
        let full = person.births.filter { $0.day > 0 }
        let years = person.births.filter(\.isOneYear)
        switch kind {
        case .nameAndTime:
            for key in names where key.isWhole {
                for time in times(person.births) { add([key.family, key.given, time]) }
            }
        case .nameAndPlace:
            for key in names where key.isWhole {
                for place in person.places { add([key.family, key.given, placeKey(place)]) }
            }
        case .nameAndFather:
            for key in names where key.isWhole {
                for father in fathers(person) { add([key.family, key.given, father]) }
            }
        case .nameTurned:
            // Of names of the table of surnames nobody takes the one for the other.
            for key in names where !key.family.isEmpty && !key.family.hasPrefix("#") && !key.given.isEmpty {
                add([key.family, key.given].sorted())
            }
        case .birthDayAndPlace:
            for birth in full {
                for place in person.places { add(["\(birth.year)-\(birth.month)-\(birth.day)", placeKey(place)]) }
            }
        case .places:
            for one in person.places {
                for other in person.places where one < other { add([placeKey(one), placeKey(other)].sorted()) }
            }
        case .numberSlips:
            for number in person.numbers where (5...20).contains(number.count) {
                for index in number.indices {
                    var shorter = number
                    shorter.remove(at: index)
                    add([shorter])
                }
            }
        case .number: for number in person.numbers where number.count > 3 { add([number]) }
        case .birthDay:
            for key in names where !key.family.isEmpty {
                for birth in full { add([key.family, "\(birth.year)-\(birth.month)-\(birth.day)"]) }
            }
        case .givenAndYear:
            for key in names where key.given.count > 2 {
                for birth in years {
                    for place in person.places { add([key.given, "\(birth.year)", placeKey(place)]) }
                }
            }
        case .fatherAndYear:
            for father in fathers(person) { for birth in years { add([father, "\(birth.year)"]) } }
        case .yearAndPlace:
            for key in names where !key.family.isEmpty {
                for birth in years where birth.month > 0 {
                    for place in person.places { add([key.family, "\(birth.year)-\(birth.month)", placeKey(place)]) }
                }
            }
        case .slips:
            for key in names where key.given.count > 3 && !key.family.isEmpty {
                for birth in years {
                    for index in key.given.indices {
                        var shorter = key.given
                        shorter.remove(at: index)
                        add([key.family, shorter, "\(birth.year)-\(birth.month)"])
                    }
                }
            }
        }
        return found
    }

    /// The decades in which somebody may have been born, the neighbouring one too where a year or two more or less would be in it; all of them
    /// where nobody knows.
    private func times(_ births: [DaySpan]) -> [String] {
        guard !births.isEmpty else { return (186...202).map(String.init) }
        var decades: Set<Int> = []
        for birth in births {
            let (first, last) = (Int(birth.year), max(Int(birth.lastYear), Int(birth.year)))
            decades.formUnion((first - 2) / 10...(last + 2) / 10)
        }
        return decades.sorted().prefix(17).map(String.init)
    }

    private func fathers(_ person: PersonTraits) -> [String] {
        person.fathers.flatMap { book.names[Int($0)].keys.prefix(2) }.filter { !$0.given.isEmpty }.map {
            "\($0.family) \($0.given)"
        }
    }

    private func placeKey(_ place: Int32) -> String { book.places[Int(place)].parts.last.map { String($0) } ?? "" }

    /// FNV-1a over the kind and its parts.
    private static func hash(_ kind: Blocking.Kind, _ parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(kind.rawValue)
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }
}
