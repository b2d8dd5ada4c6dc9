import DossierDisclosure
import DossierModel
import DossierTestSupport
import Testing

@testable import DossierExchange

@Suite("What an export tells")
struct WhatLeavesTests {
    /// What the rules of disclosure say of one marker, told again here.
    private func mayAppear(_ marker: MarkedCase.Marker, _ audience: Audience) -> Bool {
        guard !marker.fields.isEmpty, marker.record != MarkedCase.silent, marker.part != .translator else {
            return false
        }
        return marker.fields.allSatisfy { $0.confidentiality <= audience.ceiling }
            && (marker.part == .value || audience.ceiling == .body)
    }

    @Test("Tables and JSON tell exactly what the edition tells", arguments: Exported.audiences)
    func exactly(_ audience: Audience) throws {
        let marked = MarkedCase(consentingTo: ConsentFields.Purpose.allCases)
        let expected = Set(marked.markers.filter { mayAppear($0, audience) }.map(\.word))
        let texts = try Exported.everything(try Exported.edition(marked.folder, audience))
        for format in ["tables", "json"] {
            let text = try #require(texts[format])
            let found = Set(marked.markers.map(\.word).filter { text.contains($0) })
            #expect(found.symmetricDifference(expected).sorted() == [], "\(format) of \(audience.edition)")
        }
        // FollowTheMoney has no place for all of it, and tells nothing more.
        let entities = try #require(texts["ftm"])
        let found = Set(marked.markers.map(\.word).filter { entities.contains($0) })
        #expect(found.subtracting(expected) == [])
        #expect(!found.isEmpty)
    }

    @Test("No id of the house and no level leaves, and no other channel is named", arguments: Exported.audiences)
    func nothingOfTheHouse(_ audience: Audience) throws {
        let story = try CaseStory.withEvidence().with(
            "names", of: "person-a",
            "[{script: latin, family: On, given: Nuribyeol, frozenFor: [wgeid, zqother]}, "
                + "{script: latin, family: Ohn, given: Nuribyeol, frozenFor: zqother}]"
        ).with("occupation", of: "person-a", "{value: {en: printer}, confidentiality: public}")
        for (format, text) in try Exported.everything(try Exported.edition(story, audience)) {
            for word in ["person-a", "case-a", "incident-a", "zqother", "confidentiality\""] {
                #expect(!text.contains(word), "\(word) in \(format)")
            }
        }
    }

    @Test("What the body is asked to keep to itself is marked in JSON")
    func confidential() throws {
        let story = try CaseStory.complete().with(
            "occupation", of: "person-a", "{value: {en: printer}, confidentiality: body}")
        #expect(
            try Exported.json(try Exported.edition(story)).contains("\"confidentialFields\":[\"person.occupation\"]"))
        #expect(try !Exported.json(try Exported.edition(try CaseStory.complete())).contains("confidentialFields"))
    }
}
