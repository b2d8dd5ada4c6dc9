import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("A case comes with everything that it speaks of")
struct FolderTests {
    private func folder(_ library: TestLibrary, _ case: String = "case-a") throws -> CaseFolder {
        try #require(try library.opened(readOnly: true) { try $0.folder(ofCase: try id(`case`)) })
    }

    @Test("The folder holds person, incident, other persons, and the consents about any of them")
    func story() throws {
        let (kept, told) = (try folder(try TestLibrary.withStory()), try CaseStory.complete().folder())
        #expect(kept == told)
    }

    @Test("An earlier incident comes along, in the order of the case")
    func earlierIncidents() throws {
        let library = try TestLibrary()
        let earlier = try Story.told(
            "{record: incident, id: incident-y, stateOfEvent: CHN}\n---\n{record: incident, id: incident-x, stateOfEvent: KOR}"
        )
        let story = try Story.records("earlierIncidents", of: "case-a", "[incident-y, incident-x]")
        try library.save(earlier + story)
        #expect(try folder(library).earlierIncidents.map(\.id.text) == ["incident-y", "incident-x"])
    }

    @Test("The person of a linked case comes along with the consents, since texts may name that person")
    func linkedCases() throws {
        let library = try TestLibrary()
        let linked = try Story.told(
            """
            {record: person, id: person-c, sex: male}
            ---
            {record: case, id: case-c, person: person-c, incident: incident-a}
            ---
            {record: consent, id: consent-c, by: person-b, about: person-c, purposes: submit, recipients: wgeid}
            """)
        try library.save(try Story.records("linkedCases", of: "case-a", "[{case: case-c}]") + linked)
        let folder = try folder(library)
        #expect(folder.others.keys.map(\.text).sorted() == ["person-b", "person-c"])
        #expect(folder.consents.map(\.id.text) == ["consent-a", "consent-b", "consent-c"])
    }

    @Test("A consent that is changed to be about somebody else leaves the folder")
    func consentMoved() throws {
        let library = try TestLibrary.withStory()
        let other = try Story.told("{record: person, id: person-z, sex: male}")
        try library.save(other + [try Story.record("consent-a", "about", "person-z")])
        #expect(try folder(library).consents.map(\.id.text) == ["consent-b"])
    }

    @Test("A withdrawn consent is handed out as withdrawn")
    func withdrawn() throws {
        let library = try TestLibrary.withStory()
        try library.save([try Story.record("consent-a", "withdrawnOn", "2026-01-02")])
        let consent = try #require(try folder(library).consents.first { $0.id.text == "consent-a" })
        let day = try #require(Day("2026-11-24"))
        #expect(!consent.consentStands(on: day))
    }

    @Test("An id that is of no case has no folder", arguments: ["case-z", "person-a", "consent-a"])
    func noCase(_ text: String) throws {
        let library = try TestLibrary.withStory()
        #expect(try library.opened(readOnly: true) { try $0.folder(ofCase: try id(text)) } == nil)
    }

    @Test("Ids are listed by kind, in order, with their standing")
    func listing() throws {
        try TestLibrary.withStory().opened(readOnly: true) { library throws in
            #expect(try library.ids(of: .person).map(\.text) == ["person-a", "person-b"])
            #expect(try library.ids(of: .consent).map(\.text) == ["consent-a", "consent-b"])
            #expect(try library.ids(of: .case).count == 1)
            #expect(try library.standing(of: try id("incident-a"))?.kind == .incident)
            #expect(try library.standing(of: try id("incident-z")) == nil)
        }
    }

    @Test(
        "Every case is handed out once and in order, whatever the size of batches and parts",
        arguments: [
            (1, 1), (3, 1), (7, 1), (1000, 1), (4, 2), (5, 3), (2, 30),
        ])
    func batches(_ size: Int, _ parts: Int) throws {
        let library = try TestLibrary.withStory()
        let texts = (0..<20).map { "{record: case, id: case-n\($0), person: person-a, incident: incident-a}" }
        try library.save(try Story.told(texts.joined(separator: "\n---\n")))
        try library.opened(readOnly: true) { library throws in
            var seen: [RecordID] = []
            for stretch in try library.stretches(parts) {
                try library.forEachBatch(of: size, in: stretch) { folders in
                    #expect((1...size).contains(folders.count))
                    #expect(folders.allSatisfy { $0.person?.id.text == "person-a" && $0.consents.count >= 1 })
                    seen += folders.map(\.caseRecord.id)
                }
            }
            let all = try library.ids(of: .case)
            #expect(seen == all)
            #expect(seen.count == 21)
        }
    }

    @Test("A case added while stretches are read is handed out at most once, and no other is missed")
    func addedMeanwhile() throws {
        let library = try TestLibrary.withStory()
        let told = { (names: [String]) in
            try Story.told(
                names.map { "{record: case, id: case-\($0), person: person-a, incident: incident-a}" }
                    .joined(separator: "\n---\n"))
        }
        try library.save(try told((1...9).map { "n\($0)" }))
        let stretches = try library.opened(readOnly: true) { try $0.stretches(3) }
        var seen: [RecordID] = []
        for (index, stretch) in stretches.enumerated() {
            try library.opened(readOnly: true) { library throws in
                try library.forEachBatch(of: 2, in: stretch) { seen += $0.map(\.caseRecord.id) }
            }
            try library.save(try told(["b\(index)", "n5x\(index)", "z\(index)"]))
        }
        #expect(Set(seen).count == seen.count)
        let old = try #require(["case-a"].map(RecordID.init) + (1...9).map { RecordID("case-n\($0)") } as? [RecordID])
        #expect(Set(seen).isSuperset(of: old))
    }

    @Test("An error in the caller's work ends the hand-out and is passed on")
    func callerThrows() throws {
        struct Enough: Error {}
        let library = try TestLibrary.withStory()
        #expect(throws: Enough.self) {
            try library.opened(readOnly: true) { try $0.forEachBatch { _ in throw Enough() } }
        }
    }

    @Test("The number of a document depends on secret, channel and case, and tells none of them")
    func documentNumbers() throws {
        let library = try TestLibrary.withStory()
        let (one, other) = (try id("case-a"), try id("case-b"))
        let (wgeid, upr) = try library.opened(readOnly: true) {
            (try $0.documentNumbers(channel: "wgeid"), try $0.documentNumbers(channel: "upr"))
        }
        #expect(wgeid[one].utf8.count == 12)
        #expect(wgeid[one].allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(Set([wgeid[one], wgeid[other], upr[one], upr[other]]).count == 4)
        #expect(try library.opened { try $0.documentNumbers(channel: "wgeid") }[one] == wgeid[one])
        try RawDatabase.execute("UPDATE meta SET value = zeroblob(32) WHERE key = 'secret'", in: library.file)
        #expect(try library.opened { try $0.documentNumbers(channel: "wgeid") }[one] != wgeid[one])
    }

    @Test("A library that has lost its secret gives no numbers")
    func lostSecret() throws {
        let library = try TestLibrary.withStory()
        try RawDatabase.execute("DELETE FROM meta WHERE key = 'secret'", in: library.file)
        let reason = try refusal { try library.opened { _ = try $0.documentNumbers(channel: "wgeid") } }
        #expect(reason == .damaged)
    }
}
