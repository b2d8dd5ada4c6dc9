import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

/// Exactly what may be said is said: over every field of every record, and every byte of every format.
@Suite("What leaves the house")
struct MarkerTests {
    private func outputs(_ folder: CaseFolder, _ audience: Audience) throws -> [String: String] {
        let check = try ProjectFolder.check()
        let edition = Discloser(audience: audience, on: check.receivedOn).edition(of: folder)
        let composer = PetitionComposer(
            profile: check.profile,
            phrases: Phrasebook(
                wording: try ProjectFolder.wording(), states: check.states, institutions: check.institutions))
        return try written(
            composer.document(
                for: edition, shortfalls: check.shortfalls(of: folder), standing: .standard, number: "0123456789ab",
                on: check.receivedOn))
    }

    private func evidenceFiles(_ folder: CaseFolder, _ audience: Audience) throws -> [String: String] {
        let check = try ProjectFolder.check()
        let edition = Discloser(audience: audience, on: check.receivedOn).edition(of: folder)
        let composer = EvidenceFileComposer(
            catalogue: try ProjectFolder.findings(),
            phrases: Phrasebook(
                wording: try ProjectFolder.evidenceWording(), states: check.states,
                institutions: check.institutions))
        return try written(
            composer.document(
                for: edition, number: "0123456789ab", codes: SourceCodes(folder.evidence) { _ in "abcdef" },
                on: check.receivedOn))
    }

    private func written(_ document: Document) throws -> [String: String] {
        [
            "xml": String(decoding: try AKNWriter().bytes(document), as: UTF8.self),
            "html": String(decoding: HTMLWriter(style: "").bytes(document), as: UTF8.self),
            "json": String(decoding: try JSONDocumentWriter.bytes(document), as: UTF8.self),
        ]
    }

    /// What the rules of disclosure say of one marker, told again here in as few words as can be.
    private func mayAppear(_ marker: MarkedCase.Marker, _ audience: Audience, _ printed: Set<String>) -> Bool {
        let levels = marker.fields.map(\.confidentiality)
        guard let outermost = marker.fields.first, let innermost = marker.fields.last,
            levels.allSatisfy({ $0 <= audience.ceiling })
        else { return false }
        let isEvidence = [MarkedCase.account, MarkedCase.thing, MarkedCase.claim].contains(marker.record)
        switch marker.part {
        case .translator: return false
        // Of evidence, what is printed is the date and not whose account of the date it is.
        case .source: guard audience.ceiling == .body, !isEvidence else { return false }
        case .value: break
        }
        switch marker.record {
        case MarkedCase.silent: return false
        // A person besides the subject is printed by name and contact, where a printed field names that person.
        case MarkedCase.consenting:
            return ["person.names", "person.contact"].contains(outermost.id)
                && printed.contains("other.\(outermost.id)")
                && audience.ceiling == .body
        default: return printed.contains(isEvidence ? innermost.id : outermost.id)
        }
    }

    /// What footnotes and the list of annexes print.
    private static let cited: Set<String> = [
        "exhibit.title", "exhibit.date", "exhibit.origin", "exhibit.mediaType", "exhibit.sha256", "claim.support.note",
        "claim.support.pages",
    ]

    static let audiences: [Audience] = [.body("wgeid"), .partner("partner-a"), .everyone]

    @Test("Exactly the markers that may appear do appear, in every format", arguments: audiences)
    func exactly(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        var printed = Set(try ProjectFolder.profile().sections.flatMap(\.rows).map(\.field.id))
        printed.formUnion(Self.cited.union(["incident.title", "other.person.names", "other.person.contact"]))
        let expected = Set(marked.markers.filter { mayAppear($0, audience, printed) }.map(\.word))
        try compare(try outputs(marked.folder, audience), marked, expected, audience)
        #expect(expected.count > 3)
    }

    @Test("Exactly the markers that may appear do appear in evidence files, in every format", arguments: audiences)
    func exactlyInEvidenceFiles(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        let printed = Self.cited.union([
            "person.names", "person.birthDate", "person.occupation", "incident.title", "incident.date",
            "incident.place",
            "incident.agents", "case.summary", "testimony.date", "testimony.paragraphs.text",
            "testimony.paragraphs.heardFrom", "claim.statement", "claim.statusReasons", "other.person.names",
        ])
        // The evidence file knows the person by one name, and speaks of the last incident alone.
        let aliases = marked.markers.filter { $0.record == MarkedCase.subject && $0.fields.first?.id == "person.names" }
            .dropFirst(2).map(\.word)
        let earlier = marked.markers.filter { $0.record.text == "incident-zqfirst" }.map(\.word)
        // Where the statement may not be read, neither is what it rests on.
        let mute = audience == .everyone ? marked.markers.filter { $0.record == MarkedCase.claim }.map(\.word) : []
        let expected = Set(marked.markers.filter { mayAppear($0, audience, printed) }.map(\.word))
            .subtracting(Array(aliases) + earlier + mute)
        try compare(try evidenceFiles(marked.folder, audience), marked, expected, audience)
        #expect(expected.count > 3)
    }

    private func compare(
        _ outputs: [String: String], _ marked: MarkedCase, _ expected: Set<String>, _ audience: Audience
    ) throws {
        for (format, text) in outputs {
            let found = Set(marked.markers.map(\.word).filter(text.lowercased().contains))
            let leaked = found.subtracting(expected).map { word in marked.markers.first { $0.word == word } }
            let lost = expected.subtracting(found).map { word in marked.markers.first { $0.word == word } }
            #expect(leaked.map(describe) == [], "leaked in \(format) of \(audience.edition)")
            #expect(lost.map(describe) == [], "lost in \(format) of \(audience.edition)")
        }
    }

    private func describe(_ marker: MarkedCase.Marker?) -> String {
        guard let marker else { return "" }
        return "\(marker.word) \(marker.record) \(marker.fields.map(\.id)) \(marker.part)"
    }

    @Test("Without consent nothing at all appears", arguments: audiences)
    func nothingWithoutConsent(_ audience: Audience) throws {
        var marked = MarkedCase(consentingTo: [])
        #expect(marked.markers.count > 150)
        for (format, text) in Array(try outputs(marked.folder, audience))
            + Array(try evidenceFiles(marked.folder, audience))
        {
            #expect(marked.markers.filter { text.contains($0.word) }.map(describe) == [], "\(format)")
        }
        marked = MarkedCase(consentingTo: [.nameToGovernment, .republish])
        for text in try outputs(marked.folder, audience).values {
            #expect(marked.markers.filter { text.contains($0.word) }.map(describe) == [])
        }
    }

    @Test("A consent for one purpose opens no other edition")
    func purposesStayApart() throws {
        for (purpose, allowed) in zip([ConsentFields.Purpose.submit, .share, .publish], Self.audiences) {
            let marked = MarkedCase(consentingTo: [purpose])
            for audience in Self.audiences {
                let text = try outputs(marked.folder, audience).values.joined()
                let found = marked.markers.contains { text.contains($0.word) }
                #expect(found == (audience == allowed), "\(purpose) \(audience.edition)")
            }
        }
    }

    @Test("No id of the house, file name or line leaves", arguments: audiences)
    func noHouseIDs(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        let all = Array(try outputs(marked.folder, audience)) + Array(try evidenceFiles(marked.folder, audience))
        for (format, text) in all {
            for id in [
                "zqsubject", "zqconsenting", "zqsilent", "zqcase", "zqfirst", "zqlast", "consent-", "zqtold", "zqthing",
                "zqsaid",
            ] {
                #expect(!text.contains(id), "\(id) in \(format)")
            }
        }
    }
}
