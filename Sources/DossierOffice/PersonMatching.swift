import Dispatch
import DossierIntake
package import DossierLibrary
package import DossierMatching
package import DossierModel
import DossierNames
import Synchronization

/// The persons of a library or of a list, ready to be compared.
package struct PersonMatching: Sendable {
    package let persons: [PersonTraits]
    package let matcher: Matcher
    package let weights: MatchWeights
    private let places: [RecordID: Int]

    private init(_ persons: [PersonTraits], _ book: TraitBook, _ tables: NameTables, _ weights: MatchWeights) {
        self.persons = persons
        self.weights = weights
        matcher = Matcher(persons, book, tables)
        places = Dictionary(persons.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    }

    /// Those of records that are at hand: of a list that is in no library yet.
    package init(_ records: [Record], office: Office) throws {
        let tables = try office.nameTables()
        let weights = try office.matchWeights()
        var book = TraitBook(tables, weights)
        let persons = Self.persons(of: records, in: &book)
        self.init(persons, book, tables, weights)
    }

    /// Those about whom the library has cases, and those of records that are to come in.
    package init(_ library: Library, adding records: [Record], office: Office) throws {
        let tables = try office.nameTables()
        let weights = try office.matchWeights()
        var book = TraitBook(tables, weights)
        var persons = Self.persons(of: records, in: &book)
        var seen = Set(persons.map(\.id))
        try library.forEachHead { head in
            guard let person = head.person, seen.insert(person.id).inserted else { return }
            persons.append(book.traits(of: person, case: head.caseRecord, incident: head.incident))
        }
        self.init(persons, book, tables, weights)
    }

    private static func persons(of records: [Record], in book: inout TraitBook) -> [PersonTraits] {
        // By place: a hundred thousand records are not copied to be looked up.
        var incidents: [RecordID: Int] = [:]
        var cases: [RecordID: Int] = [:]
        var people: [Int] = []
        for (place, record) in records.enumerated() {
            switch record.kind {
            case .person: people.append(place)
            case .incident: if incidents[record.id] == nil { incidents[record.id] = place }
            case .case:
                if let person = record[CaseFields.person].value, cases[person] == nil { cases[person] = place }
            default: break
            }
        }
        let read = onAllCores(people) { [cases, incidents] place in
            let caseRecord = cases[records[place].id].map { records[$0] }
            let incident = caseRecord?[CaseFields.incident].value.flatMap { incidents[$0] }.map { records[$0] }
            return ReadPerson(records[place], case: caseRecord, incident: incident)
        }
        book.add(read.flatMap(\.allNames))
        return read.map { book.traits(of: $0) }
    }

    private static func onAllCores<Result: Sendable>(
        _ places: [Int], _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        let stretch = 1_024
        let count = (places.count + stretch - 1) / stretch
        let made = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let own = places[part * stretch..<min((part + 1) * stretch, places.count)].map(work)
            made.withLock { $0[part] = own }
        }
        let all = made.withLock { $0 }
        return (0..<count).flatMap { all[$0] ?? [] }
    }

    /// The persons about whom the library has cases, or all whom it knows.
    package init(_ library: Library, everybody: Bool, office: Office) throws {
        let tables = try office.nameTables()
        let weights = try office.matchWeights()
        var book = TraitBook(tables, weights)
        var persons: [PersonTraits] = []
        var seen: Set<RecordID> = []
        try library.forEachHead { head in
            guard let person = head.person, seen.insert(person.id).inserted else { return }
            persons.append(book.traits(of: person, case: head.caseRecord, incident: head.incident))
        }
        if everybody {
            try library.forEachBatch(of: .person) { batch in
                for person in batch where seen.insert(person.id).inserted { persons.append(book.traits(of: person)) }
            }
        }
        self.init(persons, book, tables, weights)
    }

    /// Of a person by its place among ``persons``; nil for one who is not among them.
    package func place(of id: RecordID) -> Int? { places[id] }
}

extension Office {
    /// How much each agreement and difference of two records weighs.
    fileprivate func matchWeights() throws -> MatchWeights {
        let name = "names/matching.yaml"
        return try MatchWeights(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }
}
