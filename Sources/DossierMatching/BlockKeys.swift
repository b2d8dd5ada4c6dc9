import DossierNames

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

extension NameKey {
    fileprivate var isWhole: Bool { !family.isEmpty && !given.isEmpty }
}
