import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@testable import DossierExchange

@Suite("Editions in XML that come in again")
struct EditionRoundTripTests {
    private static let source = "kpa"

    private static func schema() throws -> XMLSchema {
        try XMLSchema(Array(try ProjectFolder.templates.text("record/edition-1.0.xsd").utf8))
    }

    /// What a record is called outside: a code, which ids keep as it is.
    @Sendable private static func number(_ id: RecordID) -> String {
        "1" + String(Exported.number(id).dropFirst(1).suffix(18))
    }

    private static func edition(_ folder: CaseFolder, _ audience: Audience) throws -> Edition {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        return Discloser(audience: audience, on: day).edition(of: folder)
    }

    private static func xml(_ edition: Edition) throws -> [UInt8] {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        return try EditionXMLWriter(channel: "wgeid", number: "0123456789ab", date: day, id: number).bytes(edition)
    }

    private func read(_ files: [[UInt8]]) throws -> ExchangeReading {
        let folder = try TemporaryFolder()
        let paths = try files.enumerated().map { try folder.file("\($0).xml", $1) }
        return EditionXMLReader.read(paths, source: Self.source, schema: try Self.schema())
    }

    /// What a record that was sent has to say here: under ids of the source, without references to what was not sent.
    private func expected(_ records: [Record], _ edition: Edition) -> [RecordID: Record] {
        let sent = Set(records.map(\.id))
        let renamed = { (id: RecordID, kind: RecordKind) in
            RecordID("\(kind.rawValue)-\(Self.source)-\(Self.number(id))")
        }
        func told(_ entries: Entries, _ fields: [FieldDefinition], _ record: Record) -> Entries {
            var result = Entries()
            for field in fields {
                guard let entry = entries[field.name] else { continue }
                let answer = entry.answer.compactMap { value -> FieldValue? in
                    switch (value, field.type) {
                    case (.references(let ids), .reference(let kind)), (.references(let ids), .references(let kind)):
                        let known = ids.filter(sent.contains).compactMap { renamed($0, kind) }
                        return known.isEmpty ? nil : .references(known)
                    case (.names(let names), _):
                        return .names(
                            names.map { name in
                                var name = name
                                name.frozenFor = name.frozenFor.filter { $0 == "wgeid" }
                                return name
                            })
                    case (.items(let items), .items(let fields)):
                        let kept = items.map { Item(entries: told($0.entries, fields, record)) }
                            .filter { !$0.entries.isEmpty }
                        return kept.isEmpty ? nil : .items(kept)
                    default: return value
                    }
                }
                if answer.isNotAsked { continue }
                let isMarked = edition.isMarkedConfidential(field, of: record)
                result[field.name] = Entry(answer: answer, confidentiality: isMarked ? .body : nil)
            }
            return result
        }
        return Dictionary(
            records.compactMap { record in
                renamed(record.id, record.kind).map { id in
                    var here = Record(id: id, kind: record.kind, language: record.language)
                    here.entries = told(record.entries, FieldCatalogue.fields(of: record.kind), record)
                    return (id, here)
                }
            }
        ) { first, _ in first }
    }

    private func expect(_ found: Record?, _ expected: Record, _ edition: Edition) {
        for field in FieldCatalogue.fields(of: expected.kind) {
            #expect(found?.entries[field.name] == expected.entries[field.name], "\(expected.id) \(field.id)")
        }
        #expect(found?.language == expected.language)
    }

    @Test("Whatever was sent of the samples says the same here", arguments: Exported.audiences)
    func samples(_ audience: Audience) throws {
        for folder in try SampleCases.folders() {
            var open = folder
            let persons = folder.others.keys.sorted() + [folder.person].compactMap { $0?.id }
            open.consents += try persons.map { try WideConsent.toEverything(about: $0) }
            let edition = try Self.edition(open, audience)
            let reading = try read([try Self.xml(edition)])
            #expect(reading.findings == [])
            let told = OutsideEdition(edition, channel: "wgeid", numberOf: Self.number)
            let expected = expected(told.records, edition)
            let found = Dictionary(reading.records.map { ($0.id, $0) }) { first, _ in first }
            #expect(Set(found.keys) == Set(expected.keys))
            for (id, record) in expected { expect(found[id], record, edition) }
        }
    }

    @Test("Whatever a record can say comes back as it was said")
    func everything() throws {
        var records = RandomRecords(seed: 77, isPadded: false)
        let wanted: [RecordKind] = [.person, .incident, .case, .testimony, .exhibit]
        for _ in 0..<60 {
            var folder = CaseFolder(
                caseRecord: Record(id: try #require(RecordID("case-a")), kind: .case), person: nil, incident: nil)
            for _ in 0..<12 {
                guard var record = records.record(), wanted.contains(record.kind) else { continue }
                record.entries = record.entries.opened(FieldCatalogue.fields(of: record.kind))
                switch record.kind {
                case .case: folder.caseRecord = record
                case .person: folder.person = record
                case .incident: folder.incident = record
                case .testimony: folder.evidence.testimonies[record.id] = record
                default: folder.evidence.exhibits[record.id] = record
                }
            }
            let nobody = Record(id: try #require(RecordID("person-a")), kind: .person)
            let person = folder.person ?? nobody
            folder.person = person
            folder.caseRecord.entries["person"] = Entry(answer: .given(Accounts(.references([person.id]))))
            folder.consents = [
                try WideConsent.toEverything(about: person.id),
                try WideConsent.toSources(
                    testimonies: folder.evidence.testimonies.keys.sorted(),
                    exhibits: folder.evidence.exhibits.keys.sorted()),
            ]
            let edition = try Self.edition(folder, .body("wgeid"))
            #expect(!edition.isEmpty)
            let reading = try read([try Self.xml(edition)])
            #expect(reading.findings == [])
            let told = OutsideEdition(edition, channel: "wgeid", numberOf: Self.number)
            let found = Dictionary(reading.records.map { ($0.id, $0) }) { first, _ in first }
            for (id, record) in expected(told.records, edition) { expect(found[id], record, edition) }
        }
    }

    @Test("A record of several files is one record; what one of them leaves out, another tells")
    func severalFiles() throws {
        let folder = try CaseStory.withEvidence().folder()
        let files = try [Audience.everyone, .body("wgeid")].map { audience -> [UInt8] in
            var open = folder
            open.consents += try [folder.person?.id].compactMap(\.self).map { try WideConsent.toEverything(about: $0) }
            return try Self.xml(try Self.edition(open, audience))
        }
        let reading = try read(files)
        #expect(reading.findings == [])
        #expect(Set(reading.records.map(\.id)).count == reading.records.count)
        let person = try #require(reading.records.first { $0.kind == .person })
        // Of the full edition alone.
        #expect(person[PersonFields.birthDate].value?.date.edtf == "1931-04")
    }

    @Test(
        "What is no edition is refused with file and line, and the other files are judged all the same",
        arguments: [
            "", "<edition>", "<html/>", "<edition xmlns=\"urn:dossier:record:1\" version=\"1.0\"/>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><edition>&a;</edition>", "\u{FEFF}no xml",
        ])
    func hostile(_ text: String) throws {
        let sound = try Self.xml(try Self.edition(try CaseStory.complete().folder(), .body("wgeid")))
        let reading = try read([Array(text.utf8), sound])
        #expect(!reading.findings.isEmpty)
        #expect(reading.findings.allSatisfy { $0.file.hasSuffix("0.xml") })
        let isXML = text.hasPrefix("<html") || text.contains("urn:")
        #expect(reading.findings.map(\.rule).contains(isXML ? .notInSchema : .syntax))
        #expect(reading.records.contains { $0.kind == .case })
        let gone = EditionXMLReader.read(["/nowhere.xml"], source: "kpa", schema: try Self.schema())
        #expect(gone.findings.map(\.rule) == [.unreadableFile])
    }
}

extension Entries {
    /// The same open to everybody, so that an edition holds it all.
    fileprivate func opened(_ fields: [FieldDefinition]) -> Entries {
        var opened = Entries()
        for field in fields {
            guard var entry = self[field.name] else { continue }
            entry.confidentiality = .public
            entry.answer = entry.answer.compactMap { value in
                guard case .items(let items) = value else { return value }
                return .items(items.map { Item(entries: $0.entries.opened(field.type.itemFields)) })
            }
            opened[field.name] = entry
        }
        return opened
    }
}
