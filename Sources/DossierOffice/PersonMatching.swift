import DossierIntake
package import DossierLibrary
package import DossierMatching
package import DossierModel
import DossierNames

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
        let incidents = records.filter { $0.kind == .incident }
        let byID = Dictionary(incidents.map { ($0.id, $0) }) { first, _ in first }
        var cases: [RecordID: Record] = [:]
        for record in records where record.kind == .case {
            if let person = record[CaseFields.person].value, cases[person] == nil { cases[person] = record }
        }
        let people = records.filter { $0.kind == .person }
        book.add(people.flatMap(\.namesAndParents))
        return people.map { person in
            let caseRecord = cases[person.id]
            return book.traits(
                of: person, case: caseRecord, incident: caseRecord?[CaseFields.incident].value.flatMap { byID[$0] })
        }
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

extension Record {
    /// The names of a person and of those whom the person's record names.
    fileprivate var namesAndParents: [PersonName] {
        [PersonFields.names, PersonFields.father, PersonFields.mother].flatMap { self[$0].accounts.flatMap(\.value) }
    }
}
