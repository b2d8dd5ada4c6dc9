import Dispatch
public import DossierModel
public import DossierNames
import Synchronization

/// The names and places of the persons that are compared, each once, with how often it stands.
public struct TraitBook: Sendable {
    let reader: NameReader
    let weights: MatchWeights
    private(set) var names: [BookName] = []
    private(set) var places: [BookPlace] = []
    private var nameNumbers: [PersonName: Int32] = [:]
    private var placeNumbers: [String: Int32] = [:]
    private var partNumbers: [String: Int32] = [:]
    private var occupations: [String: Int32] = [:]
    private var incidents: [RecordID: Int32] = [:]
    /// How many persons bear a surname, a given name; by key.
    private(set) var families: [String: Int] = [:]
    private(set) var givens: [String: Int] = [:]
    private(set) var placeCounts: [Int32: Int] = [:]
    private(set) var incidentCounts: [Int32: Int] = [:]

    public init(_ tables: NameTables, _ weights: MatchWeights) {
        reader = NameReader(tables)
        self.weights = weights
    }

    /// A name with everything by which it is compared.
    struct BookName: Sendable {
        var readings: [NameReading]
        /// Under which keys others of the same sound are found.
        var keys: [NameKey]
        var isHan: Bool
        var hasFamily: Bool
        var hasGiven: Bool
        /// Whether its family name is none of the table's, so that it may stand in the given name's place.
        var mayBeTurned: Bool

        init(_ readings: [NameReading], _ keys: [NameKey]) {
            self.readings = readings
            self.keys = keys
            let first = readings.first
            isHan = first?.hanForm.isEmpty == false
            hasFamily = first?.hasFamily ?? false
            hasGiven = first?.hasGiven ?? false
            mayBeTurned = hasFamily && hasGiven && !(keys.first?.family.hasPrefix("#") ?? false)
        }
    }

    struct BookPlace: Sendable {
        /// The sounds of its parts, the widest first, each by a number.
        var parts: [Int32]
        var isProvinceAlone: Bool
        /// The letters a to z, where it is written in them alone.
        var letters: [UInt8]
    }

    mutating func number(of name: PersonName) -> Int32 {
        let plain = Self.plain(name)
        if let known = nameNumbers[plain] { return known }
        let readings = reader.readings(of: plain)
        let number = Int32(names.count)
        names.append(BookName(readings, reader.keys(of: readings)))
        nameNumbers[plain] = number
        return number
    }

    /// What one place is to another.
    enum Relation: UInt8 { case same, mistyped, near, sameProvince, different }

    func relation(_ one: Int32, _ other: Int32) -> Relation {
        let (first, second) = (places[Int(one)], places[Int(other)])
        if first.parts == second.parts || first.parts.last == second.parts.last && !first.isProvinceAlone {
            return .same
        }
        if LetterSlips.areFew(first.letters, second.letters) { return .mistyped }
        if first.parts.dropFirst().contains(where: { second.parts.dropFirst().contains($0) }) { return .near }
        return first.parts.first == second.parts.first ? .sameProvince : .different
    }

    /// Reads names on all cores, before the persons that bear them are taken in one by one.
    public mutating func add(_ more: [PersonName]) {
        var seen: Set<PersonName> = []
        let new = more.map(Self.plain).filter { nameNumbers[$0] == nil && seen.insert($0).inserted }
        let stretch = 1_024
        let made = Mutex<[Int: [BookName]]>([:])
        let reader = reader
        let count = (new.count + stretch - 1) / stretch
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let own = new[part * stretch..<min((part + 1) * stretch, new.count)].map { name in
                let readings = reader.readings(of: name)
                return BookName(readings, reader.keys(of: readings))
            }
            made.withLock { $0[part] = own }
        }
        let read = made.withLock { $0 }
        for (name, entry) in zip(new, (0..<count).flatMap { read[$0] ?? [] }) {
            nameNumbers[name] = Int32(names.count)
            names.append(entry)
        }
    }

    /// What the name is to its person does not change how it sounds.
    private static func plain(_ name: PersonName) -> PersonName {
        PersonName(script: name.script, family: name.family, given: name.given)
    }

    mutating func number(ofPlace text: String) -> Int32? {
        if let known = placeNumbers[text] { return known }
        let parts = PlaceParts.parts(text, weights, reader).map { part in
            let known = partNumbers[part] ?? Int32(partNumbers.count)
            partNumbers[part] = known
            return known
        }
        guard !parts.isEmpty else { return nil }
        let number = Int32(places.count)
        places.append(
            BookPlace(
                parts: parts, isProvinceAlone: PlaceParts.isProvince(text, weights), letters: PlaceParts.letters(text)))
        placeNumbers[text] = number
        return number
    }

    mutating func number(ofOccupation text: String) -> Int32 {
        let known = occupations[text] ?? Int32(occupations.count)
        occupations[text] = known
        return known
    }

    mutating func number(ofIncident id: RecordID) -> Int32 {
        let known = incidents[id] ?? Int32(incidents.count)
        incidents[id] = known
        return known
    }

    /// Counts a person's names and places, each once.
    mutating func count(_ traits: PersonTraits) {
        var seenFamilies: Set<String> = []
        var seenGivens: Set<String> = []
        for name in traits.names {
            guard let key = names[Int(name)].keys.first else { continue }
            if !key.family.isEmpty, seenFamilies.insert(key.family).inserted { families[key.family, default: 0] += 1 }
            if !key.given.isEmpty, seenGivens.insert(key.given).inserted { givens[key.given, default: 0] += 1 }
        }
        for place in Set(traits.places) { placeCounts[place, default: 0] += 1 }
        if traits.incident >= 0 { incidentCounts[traits.incident, default: 0] += 1 }
    }
}
