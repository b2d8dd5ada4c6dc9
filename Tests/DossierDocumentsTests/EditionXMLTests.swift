import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@Suite("Editions in XML")
struct EditionXMLTests {
    static let audiences: [Audience] = [.body("wgeid"), .partner("partner-a"), .everyone]

    /// Outside numbers in place of the house's ids: told apart by the letters of the id, which none of them holds.
    @Sendable static func number(_ id: RecordID) -> String {
        "n" + id.text.utf8.reduce(UInt64(7)) { ($0 &* 1_000_003) ^ UInt64($1) }.description
    }

    static func edition(_ folder: CaseFolder, _ audience: Audience) throws -> Edition {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        return Discloser(audience: audience, on: day).edition(of: folder)
    }

    static func bytes(_ folder: CaseFolder, _ audience: Audience) throws -> [UInt8] {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        let writer = EditionXMLWriter(channel: "wgeid", number: "0123456789ab", date: day, id: number)
        return try writer.bytes(try edition(folder, audience))
    }

    @Test("A whole case stays as it was last looked at")
    func snapshot() throws {
        let bytes = try Self.bytes(try CaseStory.withEvidence().folder(), .body("wgeid"))
        try expectSnapshot(String(decoding: bytes, as: UTF8.self), named: "complete.record.xml")
    }

    @Test("Every sample keeps to the schema in every edition, also where everybody agrees to everything")
    func samples() throws {
        let schema = try EditionSchemaTests.schema()
        let folders = try SampleCases.folders()
        #expect(folders.count == 13)
        for folder in folders {
            var open = folder
            let persons = folder.others.keys.sorted() + [folder.person].compactMap { $0?.id }
            open.consents += try persons.map { try WideConsent.toEverything(about: $0) }
            open.consents.append(
                try WideConsent.toSources(
                    testimonies: folder.evidence.testimonies.keys.sorted(),
                    exhibits: folder.evidence.exhibits.keys.sorted()))
            for audience in Self.audiences {
                for folder in [folder, open] {
                    let verdict = try schema.verdict(on: try Self.bytes(folder, audience))
                    #expect(verdict.isValid, "\(folder.caseRecord.id) \(audience.edition) \(verdict)")
                }
                #expect(try !Self.edition(open, audience).isEmpty)
            }
        }
    }

    @Test("Whatever a record can hold is written, keeps to the schema, and is the same bytes each time")
    func everything() throws {
        let schema = try EditionSchemaTests.schema()
        for seed in 0..<25 as Range<UInt64> {
            let folder = try FilledCase(seed: seed).folder
            for audience in Self.audiences {
                let bytes = try Self.bytes(folder, audience)
                let verdict = try schema.verdict(on: bytes)
                #expect(verdict.isValid, "seed \(seed) \(audience.edition) \(verdict)")
                #expect(try bytes == Self.bytes(folder, audience))
            }
            let root = try SafeXMLParser.parse(try Self.bytes(folder, .body("wgeid")))
            for record in [folder.caseRecord, folder.person, folder.incident].compactMap(\.self) {
                let element = root.elements.first { $0.name == record.kind.rawValue }
                #expect(element?.elements.map(\.name) == FieldCatalogue.fields(of: record.kind).map(\.name))
            }
        }
    }

    @Test("A text comes back as it went in, original first, without who translated it")
    func texts() throws {
        var folder = try CaseStory.complete().folder()
        let words = " <군인> & \"둘\"\n\tin two lines\r\n]]> "
        folder.incident?.entries["circumstances"] = Entry(
            answer: .given(
                Accounts(
                    .text(
                        LocalizedText(
                            original: .init(text: words, language: .korean),
                            translations: [
                                .init(
                                    wording: .init(text: "Two", language: .english), translator: "T-9", status: .sworn)
                            ])))))
        let bytes = try Self.bytes(folder, .body("wgeid"))
        let field = try #require(try SafeXMLParser.parse(bytes).first("circumstances"))
        #expect(field.all("wording").map(\.text) == [words, "Two"])
        let xml = XMLAttribute.xmlNamespaceURI
        #expect(field.all("wording").map { $0.attribute("lang", namespaceURI: xml) } == ["ko", "en"])
        #expect(field.all("wording").map { $0.attribute("translation") } == [nil, "sworn"])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("T-9"))
    }

    @Test("Contradicting accounts stand side by side with their sources, and the preferred one is marked")
    func accounts() throws {
        let story = try CaseStory.complete().with(
            "birthDate", of: "person-a",
            "{accounts: [{value: 1931-04, source: {en: register}}, {value: {edtf: 1930, words: {ko: 경오년}, "
                + "calendar: dangi, statedYear: 4263}, preferred: \"yes\"}]}")
        let root = try SafeXMLParser.parse(try Self.bytes(try story.folder(), .body("wgeid")))
        let accounts = try #require(root.first("birthDate")).elements
        #expect(accounts.map(\.name) == ["account", "account"])
        #expect(accounts.map { $0.attribute("preferred") } == [nil, "true"])
        #expect(accounts.map { $0.first("source")?.text.contains("register") } == [true, nil])
        #expect(accounts.map { $0.first("edtf")?.text } == ["1931-04", "1930"])
        #expect(accounts.last?.first("statedYear")?.text == "4263")
    }

    @Test(
        "Not knowing, there being none and not saying are told apart, with the reason",
        arguments: [
            "unknown", "none", "refused", "withheld",
        ])
    func noValue(_ answer: String) throws {
        for (why, expected) in [("\"\"", nil), ("{en: nobody asked}", "nobody asked")] as [(String, String?)] {
            let story = try CaseStory.complete().with("otherSteps", of: "case-a", "{\(answer): \(why)}")
            let root = try SafeXMLParser.parse(try Self.bytes(try story.folder(), .body("wgeid")))
            let element = try #require(root.first("otherSteps")?.elements.first)
            #expect(element.name == answer)
            #expect(element.first("wording")?.text == expected)
        }
    }

    @Test("What goes to the body with the request to keep it there says so")
    func confidential() throws {
        let story = try CaseStory.complete().with(
            "occupation", of: "person-a", "{value: {en: printer}, confidentiality: body}")
        let root = try SafeXMLParser.parse(try Self.bytes(try story.folder(), .body("wgeid")))
        #expect(root.first("occupation")?.attribute("confidential") == "true")
        #expect(root.first("sex")?.attribute("confidential") == nil)
    }

    @Test("A claim says how strongly it may be put")
    func strength() throws {
        let folder = try CaseStory.withEvidence().folder()
        let standings = try Self.edition(folder, .body("wgeid")).standings
        let claims = try #require(try SafeXMLParser.parse(try Self.bytes(folder, .body("wgeid"))).first("claims"))
        let expected = folder.evidence.claims.map { standings[$0.id]?.strength.rawValue }
        #expect(claims.elements.map { $0.attribute("strength") } == expected)
        #expect(Set(expected).count > 1)
    }

    @Test("References carry the same outside number as the record that they point to")
    func references() throws {
        let root = try SafeXMLParser.parse(
            try Self.bytes(try CaseStory.withEvidence().folder(), .body("wgeid")))
        let record = try #require(root.elements.first)
        #expect(root.elements.map(\.name).prefix(3) == ["case", "person", "incident"])
        #expect(record.first("person")?.first("reference")?.text == root.elements[1].attribute("id"))
        #expect(record.first("incident")?.first("reference")?.text == root.elements[2].attribute("id"))
    }

    @Test("A spelling is marked as frozen for this channel alone, and other channels are not named")
    func frozen() throws {
        let story = try CaseStory.complete().with(
            "names", of: "person-a",
            "[{script: latin, family: On, given: Nuribyeol, frozenFor: [wgeid, zqother]}, "
                + "{script: latin, family: Ohn, given: Nuribyeol, frozenFor: zqother}]")
        let bytes = try Self.bytes(try story.folder(), .body("wgeid"))
        let names = try #require(try SafeXMLParser.parse(bytes).first("names")).all("name")
        #expect(names.map { $0.attribute("frozen") } == ["true", nil])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("zqother"))
    }

    // MARK: What leaves

    @Test("Exactly what disclosure lets through is written", arguments: audiences)
    func markers(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        let text = String(decoding: try Self.bytes(marked.folder, audience), as: UTF8.self)
        let found = Set(marked.markers.map(\.word).filter { text.contains($0) })
        let expected = marked.markers.filter { marker in
            guard !marker.fields.isEmpty, marker.record != MarkedCase.silent, marker.part != .translator else {
                return false
            }
            return marker.fields.allSatisfy { $0.confidentiality <= audience.ceiling }
                && (marker.part == .value || audience.ceiling == .body)
        }
        #expect(found.symmetricDifference(expected.map(\.word)).sorted() == [])
        #expect(expected.count > 10)
    }

    @Test(
        "Without consent nothing is written but that there is a case, and that keeps to the schema",
        arguments: audiences)
    func nothing(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: [])
        let bytes = try Self.bytes(marked.folder, audience)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("zq"))
        #expect(try EditionSchemaTests.schema().verdict(on: bytes).isValid)
        let root = try SafeXMLParser.parse(bytes)
        #expect(root.elements.map(\.name) == ["case", "person", "incident"])
        #expect(root.elements.flatMap(\.elements) == [])
    }

    @Test("No id of the house leaves", arguments: audiences)
    func noHouseIDs(_ audience: Audience) throws {
        let filled = try (0..<8 as Range<UInt64>).map { try FilledCase(seed: $0).folder }
        for folder in try filled + SampleCases.folders() {
            let text = String(decoding: try Self.bytes(folder, audience), as: UTF8.self)
            let records =
                [folder.caseRecord] + [folder.person].compactMap(\.self) + folder.incidents
                + folder.others.values + folder.consents + folder.evidence.records
            for id in Set(records.flatMap { [$0.id] + $0.links.map(\.target) }) {
                #expect(!text.contains(">\(id)<") && !text.contains("\"\(id)\""), "\(id)")
            }
        }
    }
}
