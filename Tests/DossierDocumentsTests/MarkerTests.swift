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
        let document = composer.document(
            for: edition, shortfalls: check.shortfalls(of: folder), standing: .standard, number: "0123456789ab",
            on: check.receivedOn)
        return [
            "xml": String(decoding: try AKNWriter().bytes(document), as: UTF8.self),
            "html": String(decoding: HTMLWriter(style: "").bytes(document), as: UTF8.self),
            "json": String(decoding: try JSONDocumentWriter.bytes(document), as: UTF8.self),
        ]
    }

    /// What the rules of disclosure say of one marker, told again here in as few words as can be.
    private func mayAppear(_ marker: MarkedCase.Marker, _ audience: Audience, _ printed: Set<String>) -> Bool {
        let levels = marker.fields.map(\.confidentiality)
        guard let outermost = marker.fields.first, levels.allSatisfy({ $0 <= audience.ceiling }) else { return false }
        switch marker.part {
        case .translator: return false
        case .source: guard audience.ceiling == .body else { return false }
        case .value: break
        }
        switch marker.record {
        case MarkedCase.silent: return false
        // A person besides the subject is printed by name and contact, where a printed field names that person.
        case MarkedCase.consenting:
            return ["person.names", "person.contact"].contains(outermost.id) && audience.ceiling == .body
        default: return printed.contains(outermost.id)
        }
    }

    static let audiences: [Audience] = [.body("wgeid"), .partner("partner-a"), .everyone]

    @Test("Exactly the markers that may appear do appear, in every format", arguments: audiences)
    func exactly(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        var printed = Set(try ProjectFolder.profile().sections.flatMap(\.rows).map(\.field.id))
        printed.insert("incident.title")
        let expected = Set(marked.markers.filter { mayAppear($0, audience, printed) }.map(\.word))
        for (format, text) in try outputs(marked.folder, audience) {
            let found = Set(marked.markers.map(\.word).filter(text.lowercased().contains))
            let leaked = found.subtracting(expected).map { word in marked.markers.first { $0.word == word } }
            let lost = expected.subtracting(found).map { word in marked.markers.first { $0.word == word } }
            #expect(leaked.map(describe) == [], "leaked in \(format) of \(audience.edition)")
            #expect(lost.map(describe) == [], "lost in \(format) of \(audience.edition)")
        }
        #expect(expected.count > 3)
    }

    private func describe(_ marker: MarkedCase.Marker?) -> String {
        guard let marker else { return "" }
        return "\(marker.word) \(marker.record) \(marker.fields.map(\.id)) \(marker.part)"
    }

    @Test("Without consent nothing at all appears", arguments: audiences)
    func nothingWithoutConsent(_ audience: Audience) throws {
        var marked = MarkedCase(consentingTo: [])
        #expect(marked.markers.count > 150)
        for (format, text) in try outputs(marked.folder, audience) {
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
        for (format, text) in try outputs(marked.folder, audience) {
            for id in ["zqsubject", "zqconsenting", "zqsilent", "zqcase", "zqfirst", "zqlast", "consent-"] {
                #expect(!text.contains(id), "\(id) in \(format)")
            }
        }
    }
}
