import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("The record as it stood at an entry of the ledger")
struct AsOfTests {
    /// The number of the ledger's last entry.
    private func entry(_ library: TestLibrary) throws -> Int { try library.verdict().entries }

    private func folder(_ library: TestLibrary, asOf entry: Int) throws -> CaseFolder? {
        try library.opened(readOnly: true) { try $0.folder(ofCase: try id("case-a"), asOfEntry: entry) }
    }

    private static func library() throws -> TestLibrary {
        let library = try TestLibrary()
        try library.save(try CaseStory.withEvidence().records())
        return library
    }

    @Test("A record is read in the revision that stood then, and is not there before it was added")
    func record() throws {
        let library = try TestLibrary()
        let before = try entry(library)
        try library.save(try Story.records())
        let first = try entry(library)
        try library.save([try Story.record("person-a", "sex", "female")])
        let second = try entry(library)
        try library.opened(readOnly: true) { library throws in
            let person = try id("person-a")
            #expect(try library.record(person, asOfEntry: before) == nil)
            #expect(try library.record(person, asOfEntry: 0) == nil)
            #expect(try library.record(person, asOfEntry: first)?[PersonFields.sex].value == "male")
            #expect(try library.record(person, asOfEntry: second) == library.record(person))
            #expect(try library.record(person, asOfEntry: .max)?[PersonFields.sex].value == "female")
            #expect(try library.record(try id("person-z"), asOfEntry: second) == nil)
        }
    }

    @Test("A case that was not there yet has no folder")
    func noCase() throws {
        let library = try TestLibrary()
        let before = try entry(library)
        try library.save(try Story.records())
        #expect(try folder(library, asOf: before) == nil)
        #expect(try folder(library, asOf: try entry(library)) != nil)
    }

    @Test("What was linked to the case only later is not in its folder of then, though it was in the library")
    func linkedLater() throws {
        let library = try TestLibrary()
        let story = try CaseStory.withEvidence()
        // Without claims that point to it and cases that it names, the letter belongs to no case.
        let apart = try story.without("claim-a").without("claim-c").with("cases", of: "exhibit-a", nil)
        try library.save(try apart.records())
        let then = try entry(library)
        try library.save(try story.records())
        let exhibit = try id("exhibit-a")
        #expect(try folder(library, asOf: then)?.evidence.exhibits[exhibit] == nil)
        #expect(try library.opened(readOnly: true) { try $0.record(exhibit, asOfEntry: then) } != nil)
        #expect(try folder(library, asOf: try entry(library))?.evidence.exhibits[exhibit] != nil)
    }

    @Test("What is no longer linked to the case is in its folder of then")
    func unlinked() throws {
        let library = try Self.library()
        let then = try entry(library)
        let person = try Story.told("{record: person, id: person-z, sex: male}")
        let moved = try CaseStory.withEvidence().with("about", of: "consent-a", "person-z")
        try library.save(person + (try moved.records()))
        let consent = try id("consent-a")
        #expect(try folder(library, asOf: then)?.consents.contains { $0.id == consent } == true)
        #expect(try folder(library, asOf: try entry(library))?.consents.contains { $0.id == consent } == false)
    }

    @Test(
        "At any entry the case reads as it read then, whatever has been changed, linked and unlinked since",
        arguments: 1...6)
    func asThen(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let library = try Self.library()
        let other = """
            {record: person, id: person-c, sex: male}
            ---
            {record: case, id: case-c, person: person-c, incident: incident-a}
            """
        var story = try CaseStory.withEvidence().adding(other)
        try library.save(try story.records())
        var read: [(entry: Int, folder: CaseFolder?)] = []
        for _ in 0..<12 {
            let change = Self.changes[Int.random(in: 0..<Self.changes.count, using: &random)]
            let value = change.values[Int.random(in: 0..<change.values.count, using: &random)]
            story = try story.with(change.field, of: change.id, value)
            try library.save(try story.records())
            let now = try library.opened(readOnly: true) { try $0.folder(ofCase: try id("case-a")) }
            read.append((try entry(library), now))
        }
        for (entry, then) in read { #expect(try folder(library, asOf: entry) == then, "entry \(entry)") }
        let (last, now) = try #require(read.last)
        #expect(try folder(library, asOf: last)?.records == now?.records)
    }

    private static let changes: [(id: String, field: String, values: [String?])] = [
        ("testimony-a", "cases", ["case-a", "case-c", "[case-a, case-c]", nil]),
        ("testimony-n", "cases", ["case-a", "case-c", nil]),
        ("exhibit-a", "cases", ["case-a", "case-c", nil]),
        ("exhibit-a", "obtainedFrom", ["person-b", "person-c", nil]),
        ("claim-a", "case", ["case-a", "case-c"]),
        ("claim-a", "support", ["[{testimony: testimony-a, paragraph: 1}]", "[{exhibit: exhibit-a}]", nil]),
        ("claim-c", "case", ["case-a", "case-c"]),
        ("claim-b", "status", ["possible", "likely", nil]),
        ("consent-a", "about", ["person-a", "person-b", "person-c"]),
        ("consent-b", "about", ["person-b", "person-c"]),
        ("consent-t", "testimonies", ["testimony-a", "testimony-n", nil]),
        ("consent-n", "testimonies", ["testimony-n", "[testimony-a, testimony-n]"]),
        ("case-a", "person", ["person-a", "person-c"]),
        ("case-a", "linkedCases", ["[{case: case-c}]", nil]),
        ("case-a", "relatives", ["[{person: person-b}]", "[{person: person-c}]", nil]),
        ("person-a", "sex", ["male", "female", nil]),
        ("incident-a", "date", ["1950-09", "1951"]),
    ]

    @Test("What bears a fingerprint is found with its cases and entries; what bears another is not")
    func fingerprints() throws {
        let library = try Self.library()
        let first = try entry(library) + 1
        let change = TestLibrary.change("wgeid partner package kin-network")
        try library.opened { library throws in
            try library.noteDisclosures([(try id("case-a"), "f00d"), (try id("report-x"), "f00d")], change: change)
            try library.noteDisclosures([(try id("case-a"), "beef")], change: TestLibrary.change("wgeid full en"))
        }
        let found = try library.opened(readOnly: true) { try $0.disclosures(fingerprint: "f00d") }
        #expect(found.map(\.caseID.text) == ["case-a", "report-x"])
        #expect(found.map(\.entry) == [first, first + 1])
        #expect(found.allSatisfy { $0.channel == "wgeid" && $0.recipient == "kin-network" })
        try library.opened(readOnly: true) { library throws in
            #expect(try library.disclosures(fingerprint: "beef").map(\.recipient) == ["wgeid"])
            #expect(try library.disclosures(fingerprint: "f00").isEmpty)
            // That is what the fingerprint of a revision is, and no disclosure.
            let hash = try #require(try library.history(of: try id("case-a")).first?.hash)
            #expect(try library.disclosures(fingerprint: hash).isEmpty)
        }
    }

    @Test("A package made under a consent is found by it, with whoever it was made for")
    func packageUnderConsent() throws {
        let library = try Self.library()
        let change = TestLibrary.change("wgeid partner package kin-network")
        try library.opened { try $0.noteDisclosure(ofCase: try id("case-a"), fingerprint: "f00d", change: change) }
        try library.opened(readOnly: true) { library throws in
            let consent = try #require(try library.record(try id("consent-a")))
            #expect(try library.disclosures(under: consent).map(\.recipient) == ["kin-network"])
        }
    }
}
